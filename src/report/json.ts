import type { JudgedFinding, Report } from '../lint/finding.ts';
import type { Edit } from '../text/edit.ts';
import { jsonText } from './json-text.ts';
import { placesOf, type Texts } from './places.ts';
import { ruleUrl } from './rule-url.ts';
import { summarize } from './summary.ts';
import { timingData } from './timing.ts';
import { escapeJson } from './visible.ts';

/**
 * The report as one JSON object; schema/report.schema.json describes it. The same report gives the same bytes, but for
 * `summary.durationMs`. Silenced findings stay in it, marked `silenced`, and count only under their kind.
 */
export function json(report: Report): string {
  const placeOf = placesOf(report);
  const findings = report.findings.map((finding) => toJson(finding, placeOf));
  const { tool, failures, notices } = report;
  const timing = report.timing && timingData(report.timing);
  return jsonText({
    schemaVersion: 1,
    tool,
    findings,
    failures,
    notices,
    summary: summarize(report),
    ...(timing && { timing }),
  });
}

/** The findings alone, as they stand in the report's list, with commas between them. */
export function findingsText(report: Pick<Report, 'findings'> & Texts): string {
  const placeOf = placesOf(report);
  return report.findings
    .map((finding) =>
      `\n${escapeJson(JSON.stringify(toJson(finding, placeOf), null, 2))}`.replaceAll('\n', '\n    '),
    )
    .join(',');
}

function toJson(finding: JudgedFinding, placeOf: ReturnType<typeof placesOf>) {
  const { rule, severity, span, message, why, how, fingerprint, fix, suggestions, related, silenced } =
    finding;
  return {
    rule,
    severity,
    file: span.page,
    ...placeOf(span),
    message,
    why,
    how,
    fingerprint,
    url: finding.url ?? ruleUrl(rule),
    ...(fix && { fix: { edits: fix.map(editToJson) } }),
    ...(suggestions && {
      suggestions: suggestions.map(({ title, edits }) => ({ title, edits: edits.map(editToJson) })),
    }),
    ...(related && {
      related: related.map(({ span: place, message: said }) => {
        const { line, column } = placeOf(place);
        return { file: place.page, line, column, message: said };
      }),
    }),
    ...(silenced && { silenced }),
  };
}

function editToJson({ span, text }: Edit) {
  return { file: span.page, start: span.start, end: span.end, text };
}
