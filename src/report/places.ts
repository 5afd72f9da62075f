import { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';

/** A span as people count: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Of so many pages, the lines are remembered: findings come page by page. */
const mostIndexes = 500;

/** Texts of pages by path. */
export interface Texts {
  readonly texts: Pick<ReadonlyMap<string, string>, 'get'>;
}

/**
 * The one function that makes lines and columns of spans, for all formats; indexes a page mostly once.
 * A span in a page whose text the report does not hold is placed at 1:1.
 */
export function placesOf(report: Texts): (span: Span) => Place {
  const indexes = new Map<string, LineIndex>();
  return (span) => {
    let index = indexes.get(span.page);
    if (index === undefined) {
      // Reading a text may take long, so it is asked for once.
      const text = report.texts.get(span.page);
      if (text === undefined) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
      index = new LineIndex(text);
      const [oldest] = indexes.keys();
      if (indexes.size >= mostIndexes && oldest !== undefined) indexes.delete(oldest);
      indexes.set(span.page, index);
    }
    const start = index.position(span.start);
    const end = index.position(span.end);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
}
