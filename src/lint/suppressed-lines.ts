import type { LineIndex } from '../text/line-index.ts';
import type { SuppressionComment } from './suppressions.ts';

/**
 * The lines (from 1) that each comment speaks of by itself; empty for comments on a file or a stretch.
 * The next line is the next that is neither blank nor filled by another suppression comment, so that comments can be stacked
 * and may be set off by an empty line, as formatters do.
 */
export function suppressedLines(
  text: string,
  lines: LineIndex,
  comments: readonly SuppressionComment[],
): readonly (readonly number[])[] {
  const filled = linesFilledByComments(text, lines, comments);
  /** First line with text at or after a line that has been asked for. */
  const known = new Map<number, number | null>();
  const nextLine = (after: number): number | null => {
    const passed: number[] = [];
    let line: number | null = after + 1;
    while (line !== null && !known.has(line)) {
      if (line > lines.lines) line = null;
      else if (filled.has(line) || isBlank(text, lines, line)) {
        passed.push(line);
        line += 1;
      } else break;
    }
    const found: number | null = line === null ? null : known.has(line) ? (known.get(line) ?? null) : line;
    for (const line of passed) known.set(line, found);
    return found;
  };
  return comments.map(({ kind, span }) => {
    const last = lines.position(span.end).line;
    if (kind === 'line') {
      const first = lines.position(span.start).line;
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }
    const next = kind === 'next-line' ? nextLine(last) : null;
    return next === null ? [] : [next];
  });
}

function linesFilledByComments(
  text: string,
  lines: LineIndex,
  comments: readonly SuppressionComment[],
): ReadonlySet<number> {
  const filled = new Set<number>();
  for (const { span } of comments) {
    const first = lines.position(span.start).line;
    const last = lines.position(span.end).line;
    const before = text.slice(lines.offsetOfLine(first), span.start);
    const after = text.slice(span.end, endOfLine(text, lines, last));
    if (before.trim() !== '' || after.trim() !== '') continue;
    for (let line = first; line <= last; line += 1) filled.add(line);
  }
  return filled;
}

function isBlank(text: string, lines: LineIndex, line: number): boolean {
  return text.slice(lines.offsetOfLine(line), endOfLine(text, lines, line)).trim() === '';
}

/** Where the next line starts, or the text ends. */
function endOfLine(text: string, lines: LineIndex, line: number): number {
  return line < lines.lines ? lines.offsetOfLine(line + 1) : text.length;
}
