import { commonWords } from '../../src/text/common-words.ts';
import { isEnglishWord } from '../../src/text/dictionary.ts';
import { memo } from '../../src/text/memo.ts';
import { slipsBetween, slipsOf } from '../../src/text/slips.ts';
import { knownWords } from './_known-words.ts';

/** Whether a word of the letters a to z, in lower case, is in order. The same word is looked up once in a run. */
export const isKnownWord = memo(isKnown);

/** Words that an unknown word most likely stands for, best first, at most three; empty where nothing known lies close enough. */
export const nearWords = memo(neighbours);

const listed = (word: string): boolean =>
  commonWords.has(word) || knownWords.has(word) || isEnglishWord(word);

function isKnown(word: string): boolean {
  // Most words are listed, so that nothing else is made of them.
  return isRight(word) || americanForms(word).some(isRight);
}

const isRight = (form: string): boolean => listed(form) || isInflected(form) || isCompound(form);

/** British spellings turned into American ones, and the other way round where the dictionary has only the British one. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/is(?=(?:e[drs]?|ers|ing|ings|able|ations?|ational|ation)$)/, 'iz'],
  [/iz(?=(?:e[drs]?|ers|ing)$)/, 'is'],
  [/ys(?=(?:e[drs]?|ers|ing)$)/, 'yz'],
  [/our/, 'or'],
  [/(?<=[bt])re(?=[ds]?$)/, 'er'],
  [/ll(?=(?:ed|ing|ings|ers?|ations?)$)/, 'l'],
  [/ogue(?=[ds]?$)/, 'og'],
  [/ence(?=s?$)/, 'ense'],
  [/dgement/, 'dgment'],
  [/practis/, 'practic'],
  [/ammes?$/, 'am'],
  [/l(?=(?:ments?|s)?$)/, 'll'],
  [/ae/, 'e'],
  [/iali(?=t(?:y|ies)$)/, 'ial'],
  [/ss(?=(?:ed|es|ing)$)/, 's'],
];

function americanForms(word: string): readonly string[] {
  return spellings
    .map(([british, american]) => word.replace(british, american))
    .filter((form) => form !== word);
}

/** Endings with what stood in their place in the word they were added to. */
const endings: readonly (readonly [ending: string, stems: readonly string[]])[] = [
  ['s', ['']],
  ['es', ['']],
  ['ies', ['y']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['ings', ['', 'e']],
  ['er', ['', 'e']],
  ['ers', ['', 'e']],
  ['or', ['e', '']],
  ['ors', ['e', '']],
  ['ly', ['']],
  ['ness', ['']],
  ['able', ['', 'e']],
  ['ability', ['', 'e']],
  ['ize', ['', 'y']],
  ['izes', ['', 'y']],
  ['ized', ['', 'y']],
  ['izing', ['', 'y']],
  ['ization', ['', 'y']],
  ['ful', ['']],
  ['less', ['']],
  ['wide', ['']],
];

const beginnings =
  /^(?:anti|auto|bi|co|cross|cyber|de|eco|geo|hyper|inter|intra|macro|mega|meta|micro|mid|mini|mis|mono|multi|nano|neuro|non|off|on|out|over|post|pre|pro|pseudo|re|self|semi|sub|super|tele|trans|tri|ultra|un|under|up)(?=[a-z]{4})/;

/** A known word with a regular ending or beginning: "solutioning", "nonroutine", "automations". */
function isInflected(word: string): boolean {
  // Beside a common word, only the plainest forms are believed: "demon-stat-es" is a slip.
  if (isNearCommon(word)) return hasKnownStem(word, listed);
  const rest = word.replace(beginnings, '');
  return hasKnownStem(word, isCompound) || (rest !== word && (listed(rest) || hasKnownStem(rest, listed)));
}

function hasKnownStem(word: string, other: (stem: string) => boolean): boolean {
  for (const [ending, stems] of endings) {
    if (!word.endsWith(ending)) continue;
    const front = word.slice(0, -ending.length);
    if (front.length < 3 || (ending === 's' && /[sxz]$/.test(front))) continue;
    // "prefered": the form with the letter doubled is a word, so the one without is a slip.
    if (/^[aeiou]/.test(ending) && isEnglishWord(front + front.slice(-1) + ending)) continue;
    if (stems.some((stem) => listed(front + stem) || other(front + stem))) return true;
  }
  return false;
}

/**
 * Two known words of four letters or more written as one are a matter of style ("touchpoint"), not a slip; but "operaring" is no ring
 * at the opera.
 */
function isCompound(word: string): boolean {
  if (isNearCommon(word)) return false;
  for (let at = 4; at <= word.length - 4; at += 1) {
    if (listed(word.slice(0, at)) && listed(word.slice(at))) return true;
  }
  return false;
}

const isNearCommon = memo((word) => {
  for (const slip of slipsOf(word)) if (commonWords.has(slip)) return true;
  return false;
});

/** Common words by their first letter. */
const commonByLetter = new Map<string, string[]>();
for (const word of commonWords) {
  const letter = word.charAt(0);
  commonByLetter.set(letter, [...(commonByLetter.get(letter) ?? []), word]);
}

function neighbours(word: string): readonly string[] {
  const points = new Map<string, number>();
  for (const slip of slipsOf(word))
    if (!points.has(slip) && listed(slip)) points.set(slip, rank(word, slip, 1));
  const most = mostSlips(word.length);
  for (const common of commonByLetter.get(word.charAt(0)) ?? []) {
    if (points.has(common) || Math.abs(common.length - word.length) > most) continue;
    const slips = slipsBetween(word, common);
    if (slips <= most) points.set(common, rank(word, common, slips));
  }
  const best = [...points].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const least = best[0]?.[1] ?? 0;
  return best
    .filter(([, score]) => score <= least + 2)
    .slice(0, 3)
    .map(([candidate]) => candidate);
}

/** How many slips are believed in a word of so many letters, when a common word lies that far. */
const mostSlips = (length: number): number => (length < 6 ? 1 : length < 10 ? 2 : 3);

/** Lower is better: few slips, a common word, the same beginning, and of like letters (one doubled or lost) count. */
function rank(word: string, candidate: string, slips: number): number {
  let points = slips * 2;
  if (!commonWords.has(candidate)) points += 3;
  if (candidate[0] !== word[0]) points += 1;
  if (letters(candidate) === letters(word)) points -= 1;
  return points;
}

const letters = (word: string): string => [...new Set(word)].sort().join('');
