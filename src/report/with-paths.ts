import type { Report } from '../lint/finding.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** The report with every path in it made anew; texts of messages and fingerprints stay. */
export function withPaths(report: Report, pathOf: (path: string) => string): Report {
  const moved = (span: Span): Span => ({ ...span, page: pathOf(span.page) });
  const movedEdits = (edits: readonly Edit[]) => edits.map((edit) => ({ ...edit, span: moved(edit.span) }));
  const movedFile = <Place extends { readonly file?: string }>(place: Place): Place =>
    place.file === undefined ? place : { ...place, file: pathOf(place.file) };
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const { span, fix, suggestions, related } = finding;
      return {
        ...finding,
        span: moved(span),
        ...(fix && { fix: movedEdits(fix) }),
        ...(suggestions && {
          suggestions: suggestions.map(({ title, edits }) => ({ title, edits: movedEdits(edits) })),
        }),
        ...(related && { related: related.map((place) => ({ ...place, span: moved(place.span) })) }),
      };
    }),
    failures: report.failures.map(movedFile),
    notices: report.notices.map(movedFile),
    texts: new Map(Array.from(report.texts, ([path, text]) => [pathOf(path), text])),
  };
}
