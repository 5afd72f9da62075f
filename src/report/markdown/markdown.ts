import type { JudgedFinding, Report, Silenced } from '../../lint/finding.ts';
import { count } from '../count.ts';
import { excerpt } from '../excerpt.ts';
import { placesOf } from '../places.ts';
import { type Summary, summarize } from '../summary.ts';
import { codeCell, codeSpan, plainText } from './quote.ts';

type PlaceOf = ReturnType<typeof placesOf>;

/** Columns of a quoted line. */
const quoted = 100;

/** The report as GitLab's markdown, for people: counts, a table by file, the findings, and those that are silenced. */
export function markdown(report: Report): string {
  const placeOf = placesOf(report);
  const open = report.findings.filter(({ silenced }) => silenced === null);
  const files = [...new Set(open.map(({ span }) => span.page))];
  const ofFile = new Map(files.map((file) => [file, open.filter(({ span }) => span.page === file)]));
  const parts = [
    '# Job families',
    headline(summarize(report)),
    ...(files.length > 0 ? [table(ofFile)] : []),
    ...section('What jobfam-lint could not do', report.failures.map(placed)),
    ...[...ofFile].flatMap(([file, findings]) => [
      `## ${codeSpan(file)}`,
      findings.map((finding) => item(finding, report, placeOf)).join('\n'),
    ]),
    ...section('To know', report.notices.map(placed)),
    ...silencedPart(report.findings, placeOf),
  ];
  return `${parts.join('\n\n')}\n`;
}

function headline({ errors, warnings, infos, files, fixable }: Summary): string {
  const pages = count(files, 'page');
  if (errors + warnings + infos === 0) return `Nothing to report in ${pages}.`;
  const counts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(infos > 0 ? [count(infos, 'info')] : []),
  ];
  const mends = fixable > 0 ? ` \`--fix\` mends ${fixable} of them.` : '';
  return `**${counts.join(', ')}** in ${pages}.${mends}`;
}

function table(ofFile: ReadonlyMap<string, readonly JudgedFinding[]>): string {
  const rows = Array.from(ofFile, ([file, findings]) => {
    const number = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    return `| ${codeCell(file)} | ${number('error')} | ${number('warning')} | ${number('info')} |`;
  });
  return ['| File | Errors | Warnings | Infos |', '|---|--:|--:|--:|', ...rows].join('\n');
}

/** One finding as an item with an inner list. */
function item(finding: JudgedFinding, { texts }: Report, placeOf: PlaceOf): string {
  const { rule, severity, span, message, why, how, fix, suggestions = [], related = [] } = finding;
  const place = placeOf(span);
  const text = texts.get(span.page);
  const shown = text === undefined ? '' : excerpt(text, span.start, span.end, place, quoted).line.trim();
  const mended = fix ? ', `--fix` mends it' : '';
  return [
    `- **Line ${place.line}, ${severity}:** ${plainText(message)} (${codeSpan(rule)}${mended})`,
    ...(shown === '' ? [] : [`  - The line: ${codeSpan(shown)}`]),
    `  - Why: ${plainText(why)}`,
    `  - How: ${plainText(how)}`,
    ...suggestions.map(({ title }) => `  - Try: ${plainText(title)}`),
    ...related.map(
      (other) => `  - See: ${where(other.span.page, placeOf(other.span).line)}: ${plainText(other.message)}`,
    ),
  ].join('\n');
}

function placed({ message, file, line }: Report['failures'][number]): string {
  return `- ${file === undefined ? '' : `${where(file, line)}: `}${plainText(message)}`;
}

function where(file: string, line: number | undefined): string {
  return line === undefined ? codeSpan(file) : `${codeSpan(file)}, line ${line}`;
}

function section(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`## ${title}`, items.join('\n')] : [];
}

const kinds: Readonly<Record<Silenced['kind'], string>> = {
  suppressed: 'silenced by a comment in the page',
  waived: 'waived',
  baselined: 'in the baseline',
  old: 'not of this change',
};

/** Those that a person silenced one by one are listed; of the others, there may be very many. */
function silencedPart(findings: readonly JudgedFinding[], placeOf: PlaceOf): string[] {
  const counts = Object.entries(kinds).flatMap(([kind, words]) => {
    const number = findings.filter(({ silenced }) => silenced?.kind === kind).length;
    return number > 0 ? [`${number} ${words}`] : [];
  });
  if (counts.length === 0) return [];
  const items = findings.flatMap(({ rule, span, message, silenced }) =>
    silenced?.kind === 'suppressed' || silenced?.kind === 'waived'
      ? [
          `- ${where(span.page, placeOf(span).line)} (${codeSpan(rule)}, ${silenced.kind}): ${plainText(message)}` +
            (silenced.reason === '' ? '' : `\n  - Reason: ${plainText(silenced.reason)}`),
        ]
      : [],
  );
  return [
    '## Silenced',
    `These do not count: ${counts.join(', ')}.`,
    ...(items.length > 0 ? [items.join('\n')] : []),
  ];
}
