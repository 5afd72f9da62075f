import stringWidth from 'string-width';
import type { Place } from './places.ts';
import { visible } from './visible.ts';

/** A source line with the stretch below it that is meant, both ready to print. */
export interface Excerpt {
  readonly line: string;
  /** Blanks, then `^` under each terminal column of the span; at least one. */
  readonly marks: string;
}

/** How far around the span a long line is looked at, in UTF-16 units; keeps a line of 10 MB as cheap as a short one. */
const reach = 1000;
const tabWidth = 4;

/**
 * The first line of a span, cut to `width` terminal columns around the span. Wide characters, emoji and tabs take the columns that
 * a terminal gives them, so that the marks stand under the words.
 */
export function excerpt(text: string, start: number, end: number, place: Place, width: number): Excerpt {
  const lineStart = start - (place.column - 1);
  const from = Math.max(text.charCodeAt(0) === 0xfeff ? 1 : 0, lineStart, start - reach);
  let lineEnd = start;
  while (lineEnd < text.length && lineEnd < start + 2 * reach && !isBreak(text, lineEnd)) lineEnd += 1;
  const cutEnd = lineEnd < text.length && !isBreak(text, lineEnd);
  // An empty span marks the character it stands before.
  const shownEnd = Math.max(start + 1, Math.min(end, lineEnd));

  let cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemes.segment(text.slice(from, lineEnd))) {
    const at = from + index;
    const shown = segment === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : visible(segment);
    const columns = stringWidth(shown);
    // A character belongs to the span where any unit of it does.
    cells.push({ shown, columns, marked: at < shownEnd && at + segment.length > start });
    column += columns;
  }
  let before = from > lineStart;
  let after = cutEnd;
  const firstMarked = cells.findIndex((cell) => cell.marked);
  const pivot = firstMarked === -1 ? cells.length : firstMarked;
  const room = width - 2;
  if (before || after || sum(cells) > width) {
    const lead = sum(cells.slice(0, pivot));
    const marked = sum(cells.filter((cell) => cell.marked));
    // Some context before the span, more where the span is short.
    const context = Math.max(Math.min(20, room >> 2), Math.min(lead, (room - marked) >> 1));
    let first = pivot;
    for (let used = 0; first > 0 && used + (cells[first - 1]?.columns ?? 0) <= context; first -= 1) {
      used += cells[first - 1]?.columns ?? 0;
    }
    let last = first;
    for (let used = 0; last < cells.length && used + (cells[last]?.columns ?? 0) <= room; last += 1) {
      used += cells[last]?.columns ?? 0;
    }
    before ||= first > 0;
    after ||= last < cells.length;
    cells = cells.slice(first, last);
  }
  const lead = sum(
    cells.slice(
      0,
      cells.findIndex((cell) => cell.marked),
    ),
  );
  const marked = sum(cells.filter((cell) => cell.marked));
  const indent = (before ? 1 : 0) + (cells.some((cell) => cell.marked) ? lead : sum(cells));
  return {
    line: `${before ? '…' : ''}${cells.map((cell) => cell.shown).join('')}${after ? '…' : ''}`,
    marks: `${' '.repeat(indent)}${'^'.repeat(Math.max(1, marked))}`,
  };
}

interface Cell {
  readonly shown: string;
  readonly columns: number;
  readonly marked: boolean;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function isBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x0a || unit === 0x0d;
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, cell) => total + cell.columns, 0);
}
