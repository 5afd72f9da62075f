import type { Span } from './span.ts';

/** Replaces the text of `span` by `text`. An empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** True where two edits cannot both be made: they share a unit, or insert at the same place. */
export function conflicts(a: Edit, b: Edit): boolean {
  if (a.span.page !== b.span.page) return false;
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

/**
 * Makes all edits in one text; every unit outside the edits stays as it is.
 * @throws Error when two edits overlap, or one lies outside the text: both are mistakes of the caller.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new Error(
        `Edit ${span.page}:${span.start}-${span.end} overlaps another edit or leaves the text.`,
      );
    }
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}
