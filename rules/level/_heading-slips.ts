import { slipsBetween } from '../../src/text/slips.ts';
import { headingWords, lookalikes } from './_heading-words.ts';

const known = new Set(headingWords);

/** Ends by which two forms of one word differ: "manager" and "managers", "operations" and "operational". */
const endings = new Set(
  ' s es ed d r rs er ers or ors e al y ly ing ings ies ty n nt t c ic st a an i o us l m me ts tor tors ure ance ence able ative tive ion ions'.split(
    ' ',
  ),
);

const memory = new Map<string, readonly string[]>();

/**
 * The heading words (lower case) that a word in lower case is a slip of: one slip away, or two in a word of twelve letters or more
 * that begins and ends alike. Empty for right words, for other forms of a heading word, and for anything of less than six letters.
 */
export function meantBy(word: string): readonly string[] {
  let meant = memory.get(word);
  if (meant === undefined) {
    meant =
      word.length < 6 || known.has(word) || lookalikes.has(word)
        ? []
        : headingWords.filter((right) => isSlip(word, right));
    // Another form of any heading word is right, however near it comes to a second one.
    if (meant.length > 0 && headingWords.some((right) => isForm(word, right))) meant = [];
    memory.set(word, meant);
  }
  return meant;
}

function isSlip(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 2) return false;
  const slips = slipsBetween(word, right);
  if (slips <= 1) return true;
  return (
    slips === 2 &&
    right.length >= 12 &&
    word.slice(0, 3) === right.slice(0, 3) &&
    word.at(-1) === right.at(-1)
  );
}

function isForm(word: string, right: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === right[at]) at += 1;
  const ends = [word.slice(at), right.slice(at)];
  // "es" makes a plural behind a hiss alone: "responsibilites" is no plural.
  const hisses = /[hsxz]$/.test(word.slice(0, at));
  return at >= 4 && ends.every((end) => endings.has(end) && (end !== 'es' || hisses));
}
