import type { InlineText, Link } from '../../src/markdown/document.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import type { Edit } from '../../src/text/edit.ts';
import { findRepeats } from '../../src/text/repeats.ts';
import type { Span } from '../../src/text/span.ts';
import { isSlip } from './_doubling.ts';

/** No slip of a pen repeats more words than this in one sentence; whole sentences are for duplicate/paragraph. */
const longest = 40;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A slip: where each of the equal stretches stands in the source. */
export interface RepeatedWords {
  readonly words: string;
  readonly stretches: readonly Span[];
}

/** Words said twice or more in a row by mistake, in one stretch of running text, in the order of the text. */
export function repeatedWords(inline: InlineText, page: string): RepeatedWords[] {
  const words = (inline.text.match(pattern) ?? []).map((word) => word.toLowerCase());
  const runs = findRepeats(words, longest);
  // Most texts repeat nothing, so that nobody asks where their words stand.
  const tokens = runs.length === 0 ? [] : tokensOf(inline.text);
  const found: RepeatedWords[] = [];
  let free = 0;
  for (const { start: runStart, period, length } of runs) {
    const end = runStart + length;
    let start = Math.max(runStart, free);
    // The stretch may be taken from any place of the run; the first where words meet words with nothing but a blank between.
    while (start + 2 * period <= end && !(isWord(tokens[start]) && isWord(tokens[start + period - 1])))
      start += 1;
    if (start + 2 * period > end) continue;
    const stretch = (from: number) => tokens.slice(from, from + period).map(({ text }) => text);
    const count = Math.floor((end - start) / period);
    const stop = start + count * period;
    const doubling = {
      first: stretch(start),
      second: stretch(start + period),
      before: tokens.slice(Math.max(0, start - 20), start).map(({ text }) => text),
      after: tokens[stop]?.text ?? null,
    };
    // "on and on and on": the last stretch is cut short on purpose.
    if (stop < end && period > 1 && period < 4) continue;
    if (!isSlip(doubling)) continue;
    const first = tokens[start];
    const last = tokens[start + period - 1];
    if (first === undefined || last === undefined) continue;
    const stretches = Array.from({ length: count }, (_, index) => {
      const from = tokens[start + index * period]?.start ?? 0;
      return sourceSpan(inline, page, from, tokens[start + (index + 1) * period - 1]?.end ?? from);
    });
    found.push({ words: inline.text.slice(first.start, last.end), stretches });
    free = stop;
  }
  return found;
}

/**
 * A word said before round brackets and again behind them: "tools (saws, planes) tools". Both stretches are single words; nouns in
 * capitals may be names.
 */
export function wordsAroundBrackets(inline: InlineText, page: string): RepeatedWords[] {
  if (!inline.text.includes(') ')) return [];
  return Array.from(
    inline.text.matchAll(/(?<![\p{L}\p{N}-])(\p{Ll}{4,40}) \([^()]{1,200}\) \1(?![\p{L}\p{N}-])/gu),
    (match) => {
      const [all, words = ''] = match;
      const end = match.index + all.length;
      const first = sourceSpan(inline, page, match.index, match.index + words.length);
      return { words, stretches: [first, sourceSpan(inline, page, end - words.length, end)] };
    },
  );
}

/**
 * The edits that leave one of the stretches, or null where that would tear a link or emphasis apart. All but the last go; where only
 * the first starts with a capital, or the last holds markup, all but the first.
 * @param masked the page's text without what is not markdown
 */
export function repair({ stretches }: RepeatedWords, masked: string, links: readonly Link[]): Edit[] | null {
  const first = stretches[0];
  const last = stretches.at(-1);
  if (first === undefined || last === undefined) return null;
  const words = (span: Span) => masked.slice(span.start, span.end);
  // Where a link begins with the last words, or ends with the first, its brackets stay.
  const opened = links.find(({ textSpan }) => textSpan.start === last.start && textSpan.end >= last.end);
  const closed = links.find(({ textSpan }) => textSpan.end === first.end && textSpan.start <= first.start);
  const leading = { ...first, end: opened?.span.start ?? last.start };
  const trailing = { ...last, start: closed?.span.end ?? first.end };
  const orders =
    /^\p{Lu}/u.test(words(first)) && !/^\p{Lu}/u.test(words(last))
      ? [trailing, leading]
      : [leading, trailing];
  const cut = orders.find((span) => isPlain(words(span)) && !links.some((link) => crosses(link, span)));
  if (cut === undefined) return null;
  return [{ span: cut === leading ? keepingLineBreak(leading, first, masked) : cut, text: '' }];
}

/** No mark of emphasis, code, a link, raw HTML or a quote stands between the words. */
const isPlain = (source: string): boolean => !/[*_~`[\]<>\\]|\n[ \t]*(?:[-+#>]|\d+[.)])/.test(source);

const crosses = (link: Link, { start, end }: Span): boolean => {
  const inside = link.textSpan.start <= start && end <= link.textSpan.end;
  return !inside && link.span.start < end && start < link.span.end;
};

/** "in the⏎the team": taking away " the" before the line break keeps the lines as they are. */
function keepingLineBreak(cut: Span, first: Span, masked: string): Span {
  const between = masked.slice(first.end, cut.end);
  if (!/^[ \t]*\r?\n[ \t]*$/.test(between) || masked[first.start - 1] !== ' ') return cut;
  return { ...cut, start: first.start - 1, end: first.end };
}

const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*(?:['’\-/.@&+_][\p{L}\p{N}][\p{L}\p{N}\p{M}_]*)*|\S/gu;

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const isWord = (token: Token | undefined): boolean =>
  token !== undefined && /^[\p{L}\p{N}]/u.test(token.text);
