import { memo } from '../text/memo.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One word of a role name, normalised: lower case, singular, abbreviations written out. */
export interface RoleWord {
  readonly word: string;
  /** Part of the name the word stands in: 0 before the first comma, 1 behind it, and so on. */
  readonly clause: number;
  /** In brackets or behind a dash: it narrows the role. */
  readonly aside: boolean;
}

const fillers = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'for',
  'to',
  'at',
  'in',
  'our',
  'role',
  'position',
  'job',
  '&',
  '+',
  'or',
]);

/**
 * Splits a role name into normalised words. Fillers ("of", "the", "&", "role") are dropped; an acronym in brackets that abbreviates the
 * words before it ("Customer Success Manager (CSM)") is dropped too.
 */
export function roleWords(text: string, vocabulary: Vocabulary): readonly RoleWord[] {
  const words: RoleWord[] = [];
  let clause = 0;
  for (const { piece, aside } of pieces(text)) {
    if (aside && isAcronymOf(piece, words)) continue;
    for (const part of piece.split(/([,;]|\s[-–—]\s)/)) {
      if (/^\s*[,;]$|^\s[-–—]\s$/.test(part)) {
        clause += 1;
        continue;
      }
      for (const raw of part.split(/[\s/]+|(?<=\p{L}{3})-(?=\p{L}{3})/u)) {
        for (const word of normaliseWord(raw, vocabulary)) words.push({ word, clause, aside });
      }
    }
  }
  return words;
}

/** Bracketed stretches apart from the rest; unbalanced brackets count as blanks. */
function pieces(text: string): { piece: string; aside: boolean }[] {
  const result: { piece: string; aside: boolean }[] = [];
  for (const match of text.matchAll(/\(([^()]*)\)|([^()]+)/g)) {
    if (match[1] !== undefined) result.push({ piece: match[1], aside: true });
    else if (match[2] !== undefined) result.push({ piece: match[2], aside: false });
  }
  return result;
}

/** A word in lower case, without the signs around it, a possessive ending and the points of "V.P.". */
const bareWord = memo((raw) =>
  raw
    .toLowerCase()
    .replace(/[’']s$/u, '')
    .replace(/^[^\p{L}\p{N}&+]+/u, '')
    .replace(/(?<![^\p{L}\p{N}+#])[^\p{L}\p{N}+#]+$/u, '')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, ''),
);

function normaliseWord(raw: string, vocabulary: Vocabulary): readonly string[] {
  const word = bareWord(raw);
  if (word === '' || fillers.has(word)) return [];
  const expanded = vocabulary.abbreviations[word];
  if (expanded !== undefined) return expanded.split(' ');
  const known = vocabulary.abbreviations[singular(word)];
  return known === undefined ? [singular(word)] : known.split(' ');
}

/** A rough singular: enough to compare "Managers" with "Manager"; both sides of a comparison go through it. */
export function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function isAcronymOf(piece: string, before: readonly RoleWord[]): boolean {
  const letters = piece.trim().toLowerCase().replace(/s$/, '');
  if (!/^[\p{L}&]{2,6}$/u.test(letters) || piece.trim().toLowerCase() === piece.trim()) return false;
  const initials = before.map(({ word }) => word[0] ?? '').join('');
  return initials.includes(letters.replace(/&/g, ''));
}
