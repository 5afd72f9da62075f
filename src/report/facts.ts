import type { PageFacts } from '../lint/rule.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';

/**
 * The facts of a page for people and other programs: what is known of the job family first, the markdown after it. Every span gets
 * its lines and columns (from 1, the end exclusive) beside its offsets; the page's text and its character maps are left out.
 */
export function describeFacts(facts: PageFacts): object {
  const index = new LineIndex(facts.text);
  const describe = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(describe);
    if (typeof value !== 'object' || value === null) return value;
    if (isSpan(value)) {
      const start = index.position(value.start);
      const end = index.position(value.end);
      return {
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        start: value.start,
        end: value.end,
      };
    }
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'inline')
        .map(([key, part]) => [key, describe(part)]),
    );
  };
  const { path, text: _text, masked: _masked, suppressionUse: _use, family, ...markdown } = facts;
  return { path, family: describe(family), markdown: describe(markdown) };
}

function isSpan(value: object): value is Span {
  return 'page' in value && 'start' in value && 'end' in value;
}
