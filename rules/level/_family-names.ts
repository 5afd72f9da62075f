import type { PageFacts } from '../../src/lint/rule.ts';
import { defaultVocabulary } from '../../src/model/vocabulary.ts';
import { isEnglishWord } from '../../src/text/dictionary.ts';
import { addToGroup } from '../../src/text/group-by.ts';
import { slipsBetween } from '../../src/text/slips.ts';
import { headingWords } from './_heading-words.ts';
import { type NamedWord, type NamingPage, namedPhrases } from './_named-words.ts';

/** A word of a role's name that is another one in the family's own names. */
export interface OddWord extends NamedWord {
  /** The word of the family's names, lower case. */
  readonly meant: string;
  /** The name as it stands there, from its first to its last word. */
  readonly name: string;
  /** False for a word that only another one can tell to be wrong: "Date Engineer". */
  readonly isSlip: boolean;
}

/** The names of levels of all families, without rungs and brackets ("data engineer"). */
export class FamilyNames {
  /** Number of families that have each. */
  readonly #families = new Map<string, number>();

  add(family: PageFacts['family']): void {
    for (const name of namesOf(family).keys()) this.#families.set(name, (this.#families.get(name) ?? 0) + 1);
  }

  /** Whether a family has the name, beside one of those that were added. */
  isElsewhere(name: string, own: ReadonlyMap<string, number>): boolean {
    return (this.#families.get(name) ?? 0) > (own.has(name) ? 1 : 0);
  }
}

/** The names of a family's levels in that form, and how many titles have each. */
function namesOf({ levels, role }: PageFacts['family']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const title of [...levels.map((level) => level.title), role?.text ?? '']) {
    const core = coreOf(title);
    if (core !== '') counts.set(core, (counts.get(core) ?? 0) + 1);
  }
  return counts;
}

/**
 * Words of role names that differ from a name of the family in this one word, and in no more than a slip of the pen. A word that
 * English has must be one slip away, and the name it makes none of another family's.
 */
export function* oddWords(page: NamingPage, names: FamilyNames): Generator<OddWord> {
  const own = namesOf(page.family);
  const rights = gaps(own);
  const lengths = new Set([...own.keys()].map((name) => name.split(' ').length));
  for (const { text, inline, start, isHeading } of namedPhrases(page)) {
    const found = [...text.matchAll(/[\p{L}\p{N}&]+/gu)];
    for (const length of lengths) {
      for (let at = 0; at + length <= found.length; at += 1) {
        const run = found.slice(at, at + length);
        const odd = oddIn(
          run.map(([word]) => word.toLowerCase()),
          own,
          rights,
        );
        const [first, match, last] = [run[0], run[odd?.place ?? -1], run.at(-1)];
        if (odd === null || first === undefined || match === undefined || last === undefined) continue;
        const [word, { meant }] = [match[0], odd];
        const isSlip = !isWord(match[0]);
        if (!isSlip && (isForm(word.toLowerCase(), meant) || names.isElsewhere(odd.name, own))) continue;
        const name = text.slice(first.index, last.index + last[0].length);
        yield { word, inline, start: start + match.index, isHeading, meant, name, isSlip };
      }
    }
  }
}

interface Odd {
  readonly name: string;
  readonly place: number;
  readonly meant: string;
}

/** The word by which a name differs from one that the family has more often; null where there is none. */
function oddIn(
  words: readonly string[],
  own: ReadonlyMap<string, number>,
  rights: ReadonlyMap<string, readonly string[]>,
): Odd | null {
  const name = words.join(' ');
  const often = own.get(name) ?? 0;
  for (const [place, word] of words.entries()) {
    const meant = rights
      .get(gap(words, place))
      ?.find((right) => mayMean(word, right) && (own.get(words.with(place, right).join(' ')) ?? 0) > often);
    if (meant !== undefined && isWord(meant)) return { name, place, meant };
  }
  return null;
}

const isWord = (word: string): boolean => headingWords.includes(word.toLowerCase()) || isEnglishWord(word);

const rungs = new Set([...Object.keys(defaultVocabulary.seniority), 'sr', 'jr']);

function coreOf(title: string): string {
  const words = title
    .replace(/\([^()]*\)/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}&]+/gu);
  const core = (words ?? []).filter((word) => !rungs.has(word));
  return core.length > 1 ? core.join(' ') : '';
}

/** For each name with one word left out, the words that stand there. */
function gaps(names: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of names.keys()) {
    const words = name.split(' ');
    for (const [place, word] of words.entries()) {
      addToGroup(found, gap(words, place), word);
    }
  }
  return found;
}

const gap = (words: readonly string[], place: number): string => words.with(place, '…').join(' ');

/** One slip in words of four letters or more, two in words of eight or more; singular and plural are no slip. */
function mayMean(word: string, right: string): boolean {
  const length = Math.min(word.length, right.length);
  if (length < 4 || word[0] !== right[0] || /\P{L}/u.test(word + right)) return false;
  if (`${word}s` === right || `${right}s` === word) return false;
  const slips = slipsBetween(word, right);
  return slips === 1 || (slips === 2 && length >= 8);
}

/** A word that is one for itself must be a single slip away, and no longer or shorter form: "Office" and "Officer". */
function isForm(word: string, right: string): boolean {
  return slipsBetween(word, right) > 1 || word.startsWith(right) || right.startsWith(word);
}
