import { distance } from 'fastest-levenshtein';
import { memo } from '../text/memo.ts';
import type { RoleName } from './facts.ts';

/**
 * How two role names relate:
 * - `same`: the same words in the same order, but for fillers, case and written-out abbreviations;
 * - `variant`: the same role spelled otherwise: other word order, an acronym, a slip of a letter;
 * - `abridged`: the same rung, and one name has all the words of the other and more;
 * - `other-seniority`: the same work on another rung; `other-role`: other work.
 */
export type RoleRelation = 'same' | 'variant' | 'abridged' | 'other-seniority' | 'other-role';

export function compareRoles(a: RoleName, b: RoleName): RoleRelation {
  const sameRung = a.seniority === b.seniority;
  const [left, right] = matchAcronyms(wordsOf(a), wordsOf(b));
  if (sameRung && areEqual(left, right)) return 'same';
  if (sameBag(signature(a, left), signature(b, right))) return 'variant';
  const onlyLeft = missingFrom(left, right);
  const onlyRight = missingFrom(right, left);
  if (onlyLeft === 0 && onlyRight === 0) return sameRung ? 'variant' : 'other-seniority';
  // Where one name is only a rung ("Senior", "the Manager"), nothing but the rung can be compared.
  if (left.length === 0 || right.length === 0) return sameRung ? 'abridged' : 'other-seniority';
  if (onlyLeft === 0 || onlyRight === 0) return sameRung ? 'abridged' : 'other-seniority';
  return 'other-role';
}

/** True where both names say the same work, whatever the rung: "Senior CSM" and "Customer Success Manager". */
export function sameWork(a: RoleName, b: RoleName): boolean {
  const [left, right] = matchAcronyms(wordsOf(a), wordsOf(b));
  return missingFrom(left, right) === 0 && missingFrom(right, left) === 0;
}

/** The words that are compared: those of the work and of what narrows it, in the order written. */
export function comparedWords(name: RoleName): readonly string[] {
  return wordsOf(name);
}

/** Equal where two names say the same in the same order: what `compareRoles` calls `same`, acronyms aside. For joins over maps. */
export function sameKey(name: RoleName): string {
  // Joined, for a text that is put together holds its parts; and of large corpora, very many keys are kept.
  return [name.seniority, ...wordsOf(name)].join(' ');
}

/** All words of a name, with those of its rung: what `compareRoles` takes for words in any order. */
export function bagOf(name: RoleName): readonly string[] {
  return signature(name, wordsOf(name));
}

/** Equal where two names have the same words in any order: what `compareRoles` calls `variant`, acronyms and slips aside. */
export function variantKey(name: RoleName): string {
  return bagOf(name).join(' ');
}

const known = new WeakMap<RoleName, readonly string[]>();

/** One name is compared with many, so its words are made once. */
function wordsOf(name: RoleName): readonly string[] {
  const words = known.get(name) ?? [...name.discipline, ...name.specialty].map(stem);
  known.set(name, words);
  return words;
}

const areEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

/** "Engineering" and "Engineer", "Analytics" and "Analytic" name one discipline. */
function stem(word: string): string {
  return word.length > 7 && word.endsWith('ing') ? word.slice(0, -3) : word;
}

/** Rung and discipline as one bag, so that "Manager, X" equals "X Manager" and "X Senior Manager" equals "Senior Manager, X". */
function signature(name: RoleName, words: readonly string[]): readonly string[] {
  return [...rankWords(name.seniority), ...words].sort();
}

const rankWords = memo((seniority): readonly string[] =>
  seniority
    .replace('vp', 'vice-president')
    .split('-')
    .filter((word) => word !== 'intermediate'),
);

function sameBag(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => near(word, b[index] ?? ''));
}

function missingFrom(words: readonly string[], others: readonly string[]): number {
  const left = [...others];
  let missing = 0;
  for (const word of words) {
    const at = left.findIndex((other) => near(word, other));
    if (at < 0) missing += 1;
    else left.splice(at, 1);
  }
  return missing;
}

/** A slip of the pen: one letter in words of six and more, two in words of ten and more. */
export function near(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  if (length < 6 || a[0] !== b[0]) return false;
  return distance(a, b) <= (length >= 10 ? 2 : 1) || isSwapped(a, b);
}

/** Two neighbouring letters in the wrong order: "Anaylst". */
function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a.length === b.length && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

/** Writes out an acronym of one side by the run of words on the other side whose initials it holds: "SIRT", "CSM", "FP&A". */
function matchAcronyms(a: readonly string[], b: readonly string[]): [readonly string[], readonly string[]] {
  return [expandBy(a, b), expandBy(b, a)];
}

function expandBy(words: readonly string[], others: readonly string[]): readonly string[] {
  if (!words.some((word) => mayBeAcronym(word, others))) return words;
  const initials = others.map((other) => other[0] ?? '').join('');
  return words.flatMap((word) => {
    if (!mayBeAcronym(word, others)) return [word];
    const letters = lettersOf(word);
    const at = initials.indexOf(letters);
    return at < 0 ? [word] : others.slice(at, at + letters.length);
  });
}

/** The letters of a word that may be an acronym: "FP&A" stands for words that begin with f, p and a. */
export const lettersOf = (word: string): string => (word.includes('&') ? word.replace(/&/g, '') : word);

/** An acronym stands for as many words as it has letters. */
function mayBeAcronym(word: string, others: readonly string[]): boolean {
  const { length } = lettersOf(word);
  return length >= 2 && length <= Math.min(6, others.length) && !others.includes(word);
}
