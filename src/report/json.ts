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
  return [...jsonParts(report)].join('');
}

/** The same in parts, page by page: of many pages it is long. */
export function* jsonParts(report: Report): Generator<string> {
  const { tool, failures, notices } = report;
  const placeOf = placesOf(report);
  const timing = report.timing && timingData(report.timing);
  const frame = { failures, notices, summary: summarize(report), ...(timing && { timing }) };
  const [head, tail] = [{ schemaVersion: 1, tool, findings: [] }, frame].map((part) => jsonText(part));
  yield `${head?.slice(0, -'[]\n}\n'.length)}[`;
  let isFirst = true;
  for (const findings of byPage(report.findings)) {
    yield `${isFirst ? '' : ','}${textOf(findings, placeOf)}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n  '}],${tail?.slice(1)}`;
}

/** Findings that stand behind each other in one page. */
function* byPage(findings: readonly JudgedFinding[]): Generator<readonly JudgedFinding[]> {
  for (let from = 0; from < findings.length; ) {
    let to = from + 1;
    while (to < findings.length && findings[to]?.span.page === findings[from]?.span.page) to += 1;
    yield findings.slice(from, to);
    from = to;
  }
}

/** The findings alone, as they stand in the report's list, with commas between them. */
export function findingsText({ findings, texts }: Pick<Report, 'findings'> & Texts): string {
  return textOf(findings, placesOf({ texts }));
}

function textOf(findings: readonly JudgedFinding[], placeOf: ReturnType<typeof placesOf>): string {
  return findings
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
