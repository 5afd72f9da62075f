import { reach, TAKEN } from './_residue.ts';

/** Where the words of a link begin whose opening bracket is missing. */
export interface LinkStart {
  readonly at: number;
  /** False where other places would be as good. */
  readonly sure: boolean;
}

const rank =
  /^(?:(?:senior|sr\.?|executive|group|associate|assistant|global|regional|area)\s)*(?:manager|director|vp|vice president|head|lead|chief \S+ officer|counsel)$/i;
const joins: ReadonlySet<string> = new Set(['of', 'and', '&', 'for']);

/**
 * Finds where a link begins whose words end at `end`: at the start of a short stretch that is nothing but the link, else where the run of
 * capitalised words ("Manager, Harbour Operations") begins that an article or a preposition stands before. Null where nothing
 * of the kind is there.
 */
export function linkStart(text: string, end: number): LinkStart | null {
  const from = sentenceStart(text, end);
  const words = Array.from(text.slice(from, end).matchAll(/\S+/g), ({ 0: word, index }) => ({
    word,
    at: from + index,
  }));
  if (words.length === 0 || text.charAt(end - 1).trim() === '') return null;
  let first = words.length;
  while (first > 0 && /^[(“"'*_]*[\p{Lu}\p{N}&]/u.test(words[first - 1]?.word ?? '')) first -= 1;
  let open = first;
  // "Director of Sales": small words between capitalised ones belong to the name.
  while (open > 1 && joins.has(words[open - 1]?.word ?? '') && /^\p{Lu}/u.test(words[open - 2]?.word ?? '')) {
    open -= 2;
    while (open > 0 && /^\p{Lu}/u.test(words[open - 1]?.word ?? '')) open -= 1;
  }
  const start = words[open]?.at;
  if (start === undefined) return lastArticle(words);
  if (open === 0) return { at: start, sure: isWhole(text, from, end) && words.length <= 8 };
  const before = words[open - 1]?.word.toLowerCase() ?? '';
  const name = text.slice(start, end);
  const plain =
    !/[,;:]|\b(?:and|for)\b|&/.test(name) ||
    isRole(
      name,
      words
        .slice(0, open)
        .map(({ word }) => word)
        .join(' '),
    );
  return {
    at: start,
    sure: plain && /^(?:the|a|an|our|your|their|to|in|by|with|on|from|via|see|visit|is|as)$/.test(before),
  };
}

/** "Manager, Harbour Operations", or whatever a level "reports to". */
function isRole(name: string, before: string): boolean {
  const comma = name.indexOf(',');
  const lead = comma === -1 ? '' : name.slice(0, comma).trim();
  return (
    (rank.test(lead) && !name.slice(comma + 1).includes(',')) ||
    /\breports?(?: \w+)? (?:in)?to(?: (?:the|a|an))?$/i.test(before)
  );
}

/** Only what follows the last article is offered: "our hiring page". */
function lastArticle(words: readonly { word: string; at: number }[]): LinkStart | null {
  const article = words.findLastIndex(({ word }) => /^(?:the|a|an|our|your|this|these|their)$/i.test(word));
  const start = words[article + 1];
  return article === -1 || start === undefined || words.length - article > 8
    ? null
    : { at: start.at, sure: false };
}

function sentenceStart(text: string, end: number): number {
  const start = Math.max(0, end - reach);
  const before = text.slice(start, end);
  const stop = Math.max(...[TAKEN, '[', ']', '|'].map((mark) => before.lastIndexOf(mark))) + 1;
  let from = stop;
  const breaks = /(?:\p{Ll}{3}|[)\d])[.!?:;]["”)]?\s(?=\S)|\n[ \t]{0,20}\n|<br ?\/?>/gu;
  for (const match of before.slice(stop).matchAll(breaks)) from = stop + match.index + match[0].length;
  return start + from;
}

/** True where the words are all that stands there: the text of a bullet, a cell or a heading. */
const isWhole = (text: string, from: number, end: number): boolean =>
  from < reach &&
  text.length - end < reach &&
  text.slice(0, from).trim() === '' &&
  /^\]\S*\)[.,;]?$/.test(text.slice(end).trimEnd());
