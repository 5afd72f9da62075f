import { compareText } from '../text/compare.ts';
import type { WordedFinding } from './raw-finding.ts';

/** The order of reports: file, line, column, rule. Within a file, offsets and (line, column) order alike. */
export function compareFindings(a: WordedFinding, b: WordedFinding): number {
  return (
    compareText(a.span.page, b.span.page) ||
    a.span.start - b.span.start ||
    compareText(a.rule, b.rule) ||
    a.span.end - b.span.end ||
    compareText(a.key, b.key) ||
    compareText(a.message, b.message)
  );
}
