import type { RoleName } from '../../model/facts.ts';
import { isBareRung, looksLikeRole, parseRoleName } from '../../model/role-name.ts';
import { defaultVocabulary } from '../../model/vocabulary.ts';
import { memo } from '../../text/memo.ts';

/** Longer texts are no headings, titles or steps of a path. */
const longest = 300;

/** Many links lead to the same few pages, whose headings are compared over and over. */
const mostTexts = 5000;

/**
 * The words that headings, titles, link texts and steps of paths are compared by: lower case, singular, without fillers and leading
 * numbers, abbreviations written out, the rung of a role in front, in an order of their own. "Sr. Manager, Tax", "senior-manager-tax" and
 * "Senior Tax Managers" have the same.
 */
export const comparable = memo((text): readonly string[] => {
  const { seniority, discipline, specialty } = nameOf(text);
  const rung = seniority.replace('vp', 'vice-president').split('-');
  return [...rung.filter((word) => word !== 'intermediate'), ...discipline, ...specialty].sort();
}, mostTexts);

/** True where a text names a role, so that where it is found elsewhere, the same role is meant. */
export function namesRole(text: string): boolean {
  return looksLikeRole(spaced(text), defaultVocabulary);
}

/** True for a rung and nothing else: "senior", "Intermediate". */
export function namesRung(text: string): boolean {
  return isBareRung(spaced(text), defaultVocabulary);
}

/** Texts on different rungs mean different things, however alike they are. */
export function isSameRung(a: string, b: string): boolean {
  return nameOf(a).seniority === nameOf(b).seniority;
}

/** The text as the name of a role; one that names none is a name of mere words. */
export const nameOf = memo((text): RoleName => parseRoleName(spaced(text), defaultVocabulary), mostTexts);

const spaced = (text: string): string =>
  text
    .slice(0, longest)
    .replace(/[-_/.:]+/g, ' ')
    .replace(/^[\s\d]+(?=\p{L})/u, '');

/** Equal for texts with the same words; empty where there are none. */
export function comparableKey(text: string): string {
  return comparable(text).join(' ');
}

/** True where all of the words are among the others. */
export function isPartOf(words: readonly string[], others: readonly string[]): boolean {
  return words.every((word) => others.includes(word));
}

/** False for "fy22-q1" and "fy22-q2", which no slip of the pen turns into each other. */
export function hasSameDigits(a: string, b: string): boolean {
  return a.replace(/\D+/g, ' ').trim() === b.replace(/\D+/g, ' ').trim();
}

/** How much each word tells: rare words more than those that most texts have. */
export class Weights {
  readonly #counts = new Map<string, number>();
  readonly #total: number;

  constructor(texts: readonly (readonly string[])[]) {
    this.#total = texts.length;
    for (const words of texts) {
      for (const word of new Set(words)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    }
  }

  /** More than 0; the greatest for a word that no text has. */
  of(word: string): number {
    return Math.log(1 + (this.#total + 1) / (1 + (this.#counts.get(word) ?? 0)));
  }

  /** Share of the weight that two lists of words have in common: 0 for nothing, 1 for all. */
  likeness(a: readonly string[], b: readonly string[]): number {
    const left = new Set(a);
    const right = new Set(b);
    let common = 0;
    let all = 0;
    for (const word of left) {
      all += this.of(word);
      if (right.has(word)) common += 2 * this.of(word);
    }
    for (const word of right) all += this.of(word);
    return all === 0 ? 0 : common / all;
  }
}
