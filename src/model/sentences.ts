import type { InlineText } from '../markdown/document.ts';

/** One sentence of a block: offsets into the block's inline text. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const abbreviation =
  /(?:\b(?:sr|snr|jr|mr|mrs|ms|dr|st|vs|etc|inc|ltd|co|no|dept|mgr|dir|approx|e\.g|i\.e|eg|ie|u\.s|u\.k)|\b\p{L})\.$/iu;

const known = new WeakMap<InlineText, readonly Sentence[]>();

/**
 * Splits running text at full stops, question and exclamation marks that end a sentence; "Sr. Director", "e.g." and single initials
 * do not. Written for role pages: a full stop before a lower-case letter or a digit ends nothing.
 * Done once for each text, as grades, reporting lines and extensions are read from the same sentences.
 */
export function sentencesOf(inline: InlineText): readonly Sentence[] {
  const sentences = known.get(inline) ?? split(inline.text);
  known.set(inline, sentences);
  return sentences;
}

function split(text: string): readonly Sentence[] {
  const result: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?]["”’')\]]*(?=\s|$)/g)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, match.index, end)) continue;
    push(result, text, start, end);
    start = end;
  }
  push(result, text, start, text.length);
  return result;
}

function endsSentence(text: string, stop: number, end: number): boolean {
  const next = /\S/.exec(text.slice(end, end + 3))?.[0];
  if (next !== undefined && /[\p{Ll}\p{N}]/u.test(next)) return false;
  return (
    text[stop] !== '.' ||
    next === undefined ||
    !abbreviation.test(text.slice(Math.max(0, stop - 12), stop + 1))
  );
}

function push(result: Sentence[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const trimmed = raw.trim();
  if (trimmed !== '') result.push({ text: trimmed, start, end: start + trimmed.length });
}
