import { distance } from 'fastest-levenshtein';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * All words that one slip of the pen away from `word` (lower case): a letter left out, doubled or added, exchanged, or two neighbours
 * swapped. Some 55 strings for each letter of the word; most are no words.
 */
export function* slipsOf(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    if (after.length > 1 && after[0] !== after[1])
      yield before + after.charAt(1) + after.charAt(0) + after.slice(2);
    if (after !== '') yield before + after.slice(1);
    for (const letter of letters) {
      yield before + letter + after;
      if (after !== '' && after[0] !== letter) yield before + letter + after.slice(1);
    }
  }
}

/**
 * Number of slips between two words: single-letter edits, a swap of two neighbours counting once where nothing else differs.
 * Case counts.
 */
export function slipsBetween(a: string, b: string): number {
  if (a.length === b.length) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    if (a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) && at < a.length)
      return 1;
  }
  return distance(a, b);
}
