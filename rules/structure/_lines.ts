import type { PageFacts } from '../../src/lint/rule.ts';
import type { Block, ListItem } from '../../src/markdown/document.ts';

export type Text = Pick<
  PageFacts,
  'path' | 'text' | 'masked' | 'blocks' | 'items' | 'sections' | 'links' | 'raws'
>;

/** One line of running text; offsets into the page. */
export interface Line {
  /** First unit that is no blank. */
  readonly start: number;
  /** Behind the last unit that is no blank. */
  readonly end: number;
  /** Number of blanks in front of it. */
  readonly indent: number;
  /** The words, without blanks at either end; template code is blanked. */
  readonly text: string;
  /** From the line's very first unit (a list marker included) to `end`, in UTF-16 units. */
  readonly width: number;
  /** True where the line ends in two blanks or a backslash: a line break that the author asked for. */
  readonly broken: boolean;
}

const known = new WeakMap<Block, readonly Line[]>();

/** The lines of a paragraph; lines that hold only template code are left out. Many ask for the same ones, so they are kept. */
export function linesOf({ masked }: Pick<Text, 'masked'>, block: Block): readonly Line[] {
  const lines = known.get(block) ?? readLines(masked, block);
  known.set(block, lines);
  return lines;
}

function readLines(masked: string, { span }: Block): readonly Line[] {
  const lines: Line[] = [];
  let at = masked.lastIndexOf('\n', span.start - 1) + 1;
  while (at < span.end) {
    const next = masked.indexOf('\n', at);
    const lineEnd = next < 0 ? masked.length : next;
    const from = Math.max(at, span.start);
    const raw = masked.slice(from, Math.min(lineEnd, span.end));
    const text = raw.trim();
    const start = from + (raw.length - raw.trimStart().length);
    const end = start + text.length;
    const broken = / {2}\r?$|\\\r?$/.test(masked.slice(Math.max(at, lineEnd - 3), lineEnd));
    if (text !== '') lines.push({ start, end, indent: start - at, text, width: end - at, broken });
    at = lineEnd + 1;
  }
  return lines;
}

/** What an item beside this one begins with: the blanks of its line, the marker, the blanks behind it. */
export function markerOf({ masked }: Text, { markerSpan, textSpan }: ListItem): string {
  const line = masked.lastIndexOf('\n', markerSpan.start - 1) + 1;
  const indent = /^[ \t]*/.exec(masked.slice(line, markerSpan.start))?.[0] ?? '';
  const gap =
    /^[ \t]+/.exec(masked.slice(markerSpan.end, Math.max(textSpan.start, markerSpan.end)))?.[0] ?? ' ';
  return indent + masked.slice(markerSpan.start, markerSpan.end) + gap;
}

const dangling =
  /(?:[,;:(&/–—-]|\b(?:and|or|the|an?|of|to|for|in|on|at|by|with|from|as|into|our|your|their|its|his|her|that|which|who|is|are|be|will|can|may|more|other|such|than|both|between|across|within|including|like|any|all|new|this|these|not))$/i;

/** True where a line cannot be the end of what it says, so that the next line goes on with it. */
export function isDangling(line: string): boolean {
  return dangling.test(line.slice(-40).replace(/[*_`\]]+$/, ''));
}

/** True where a line ends as a sentence does, closing brackets, quotes and emphasis aside. */
export function endsSentence(line: string): boolean {
  return /[.!?][)\]"'”’*_]*$/.test(line.slice(-10)) || /\.\]\([^()\s]*\)$/.test(line.slice(-400));
}

/** True where a line could begin an item or a sentence: a capital, a digit, a quote or a link in front. */
export function startsAnew(line: string): boolean {
  return /^["'“‘(*_[`]*[\p{Lu}\p{N}]/u.test(line.slice(0, 10));
}

/** Lists in which two items or more were wrapped: they hold a line that goes on in lower case. */
export function wrappedLists(text: Text): Set<number> {
  const counts = new Map<number, number>();
  for (const block of text.blocks) {
    const list = block.item === null ? undefined : text.items[block.item]?.list;
    if (list === undefined || block.kind !== 'paragraph') continue;
    if (
      linesOf(text, block)
        .slice(1)
        .some((line) => /^\p{Ll}/u.test(line.text))
    )
      counts.set(list, (counts.get(list) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([list]) => list));
}

/**
 * The width at which the authors of the page wrapped their lines: that of its widest line that goes on in lower case, in
 * UTF-16 units; null where fewer than two lines do, for then lines are not wrapped here.
 */
export function wrapWidth(text: Text): number | null {
  let count = 0;
  let width = 0;
  for (const block of text.blocks) {
    if (block.kind !== 'paragraph') continue;
    const lines = linesOf(text, block);
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      if (next === undefined || !/^\p{Ll}/u.test(next.text)) continue;
      count += 1;
      width = Math.max(width, line.width);
    }
  }
  return count < 2 ? null : width;
}
