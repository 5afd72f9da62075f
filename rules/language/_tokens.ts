/** A word of running text that spelling may judge: offsets into the text. */
export interface Word {
  readonly text: string;
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
export function* wordsOf(text: string): Generator<Word> {
  for (const chunk of text.matchAll(chunks)) {
    if (chunk[0].length > longest) continue;
    const trimmed = chunk[0].replace(edges, '');
    if (trimmed === '' || technical.test(trimmed)) continue;
    const from = chunk.index + chunk[0].indexOf(trimmed);
    if (trimmed.includes('/') && !/^(?:[\p{L}’'-]{2,}\/)+[\p{L}’'-]{2,}$/u.test(trimmed)) continue;
    for (const part of trimmed.matchAll(/[^/,()\-‐‑"]+/gu)) {
      const word = part[0].replace(/[’']s?$/u, '');
      if (!/^\p{L}+$/u.test(word)) continue;
      yield {
        text: word,
        start: from + part.index,
        hyphenated: part[0].length < trimmed.length && /[-‐‑]/.test(trimmed),
      };
    }
  }
}
