/**
 * A stretch of one page's text.
 * `start` and `end` are offsets in UTF-16 code units from the first unit of the page as it was read
 * (a byte order mark counts as one unit); `start` is inclusive, `end` exclusive, 0 <= start <= end <= text.length.
 */
export interface Span {
  /** Path of the page, relative to the root that was linted, with `/` separators. */
  readonly page: string;
  readonly start: number;
  readonly end: number;
}

/** True where both spans lie in one page and share at least one unit, or one is empty and touches the other. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.page !== b.page) return false;
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** True where `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.page === inner.page && outer.start <= inner.start && inner.end <= outer.end;
}

/** The text that a span covers; `text` is the text of the span's page. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether some plain data is a span. */
export function isSpan(value: unknown): value is Span {
  return (
    typeof value === 'object' &&
    value !== null &&
    'page' in value &&
    'start' in value &&
    'end' in value &&
    typeof value.start === 'number'
  );
}
