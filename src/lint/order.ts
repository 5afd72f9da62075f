import type { WordedFinding } from './raw-finding.ts';

/** By code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

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
