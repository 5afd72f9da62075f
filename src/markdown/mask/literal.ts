import { lineEnd, nextLine } from './dialect.ts';

// What may stand before a fence: indentation, quotes, list markers. Bounded, because unbounded repetition of a group would
// overflow the engine's stack on a line of megabytes.
const FENCE = /((?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t]){0,1000})(`{3,}|~{3,})/y;
const BREAKS_PARAGRAPH = /[ \t>]{0,1000}(?:[\n\r]|$|[-+*|][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|`{3}|~{3})/y;
const TICKS = /`+/y;
const TICKS_OR_BREAK = /`+|[\n\r]/g;

function columns(prefix: string): number {
  let width = 0;
  for (const unit of prefix) width += unit === '\t' ? 4 : 1;
  return width;
}

/**
 * End of the fenced code block that opens on the line at `lineStart`, or null where none opens there.
 * Template code in it is the page's subject and stays as it is. Like CommonMark, a fence also ends where its list
 * item or quote ends; that is told by indentation alone, because nothing is parsed yet.
 */
export function fenceEnd(text: string, lineStart: number): number | null {
  FENCE.lastIndex = lineStart;
  const match = FENCE.exec(text);
  const prefix = match?.[1] ?? '';
  const fence = match?.[2];
  if (fence === undefined) return null;
  let end = lineEnd(text, FENCE.lastIndex);
  if (fence.startsWith('`') && text.slice(FENCE.lastIndex, end).includes('`')) return null;
  const quoted = prefix.includes('>');
  const least = /[-+*.)]/.test(prefix) ? columns(prefix) - 1 : columns(prefix) - 3;
  const mark = fence.charAt(0);
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, end)) {
    end = lineEnd(text, at);
    let first = at;
    while (first < end && ' \t>'.includes(text.charAt(first))) first += 1;
    if (quoted && !text.slice(at, first).includes('>')) return at;
    if (first === end) continue;
    if (!quoted && columns(text.slice(at, first)) < least) return at;
    let after = first;
    while (text.charAt(after) === mark) after += 1;
    if (after - first >= fence.length && text.slice(after, end).trim() === '') return end;
  }
  return text.length;
}

/**
 * Finds the ends of code spans. Ask in ascending order; one value a page, because it remembers how far it looked in vain.
 * @returns the end of the span that opens at the run of backticks at `at`, or the run's own end where nothing closes it.
 */
export function codeSpans(text: string): (at: number) => number {
  const vain = new Map<number, number>();
  return (at) => {
    TICKS.lastIndex = at;
    const length = TICKS.exec(text)?.[0].length ?? 1;
    if ((vain.get(length) ?? 0) > at) return at + length;
    TICKS_OR_BREAK.lastIndex = at + length;
    for (let match = TICKS_OR_BREAK.exec(text); match !== null; match = TICKS_OR_BREAK.exec(text)) {
      if (match[0].startsWith('`')) {
        if (match[0].length === length) return match.index + length;
        continue;
      }
      const next = nextLine(text, match.index);
      BREAKS_PARAGRAPH.lastIndex = next;
      if (BREAKS_PARAGRAPH.test(text)) {
        vain.set(length, match.index);
        return at + length;
      }
      TICKS_OR_BREAK.lastIndex = next;
    }
    vain.set(length, text.length);
    return at + length;
  };
}
