import { memo } from '../../src/text/memo.ts';
import { type Term, termOf } from './_terms.ts';

/** A word of running text that spelling may judge: offsets into the text. */
export interface Word {
  readonly term: Term;
  readonly start: number;
  /** Whether it is a part of a hyphenated compound. */
  readonly hyphenated: boolean;
}

/** Anything that makes a chunk an address, a name of a thing in a computer, or a formula. */
const technical = /[\p{N}_@\\=<>#$%^~|`&+:\ufffc]|\.\p{L}|\p{L}\(|^[-/.]|\p{L}[’'](?!s?$)\p{L}/u;
const chunks = /[^\s—–…]+/gu;
/** Longer stretches without a blank are no words; looking at them would take time. */
const longest = 80;
const edges = /^[("“‘'*[{]+|[)"”’'*\]}.,;:!?]+$/gu;

/**
 * The words of a text, without those that stand in web addresses, paths, e-mail addresses, file names, tags and code-like names.
 * Hyphenated compounds and alternatives ("and/or") come apart; a possessive ending is left out.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const chunk of text.match(chunks) ?? []) {
    // Between two chunks is nothing that one could begin with.
    const index = text.indexOf(chunk, end);
    end = index + chunk.length;
    if (chunk.length > longest) continue;
    for (const { term, start, hyphenated } of wordsOfChunk(chunk))
      words.push({ term, start: index + start, hyphenated });
  }
  return words;
}

const wordsOfChunk = memo((chunk): readonly Word[] => {
  const trimmed = chunk.replace(edges, '');
  if (trimmed === '' || technical.test(trimmed)) return [];
  if (trimmed.includes('/') && !/^(?:[\p{L}’'-]{2,}\/)+[\p{L}’'-]{2,}$/u.test(trimmed)) return [];
  const from = chunk.indexOf(trimmed);
  return Array.from(trimmed.matchAll(/[^/,()\-‐‑"]+/gu), ({ 0: part, index }) => ({
    term: termOf(part.replace(/[’']s?$/u, '')),
    start: from + index,
    hyphenated: part.length < trimmed.length && /[-‐‑]/.test(trimmed),
  })).filter(({ term }) => /^\p{L}+$/u.test(term.text));
});
