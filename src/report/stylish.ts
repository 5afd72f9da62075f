import picocolors from 'picocolors';
import stringWidth from 'string-width';
import type { JudgedFinding, Notice, Report } from '../lint/finding.ts';
import { count } from './count.ts';
import { excerpt } from './excerpt.ts';
import type { Display, Formatter } from './formatter.ts';
import { placesOf } from './places.ts';
import { type Summary, summarize } from './summary.ts';
import { visible } from './visible.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

/** The report for people at a terminal, page by page; silenced findings are only counted. */
export const stylish: Formatter = (report, display) => {
  const colors = picocolors.createColors(display.color);
  const placeOf = placesOf(report);
  const blocks: string[] = [];
  let page: string | null = null;
  for (const finding of report.findings) {
    if (finding.silenced !== null) continue;
    if (finding.span.page !== page) {
      page = finding.span.page;
      blocks.push(colors.underline(visible(page)));
    }
    blocks.push(findingBlock(finding, report, placeOf, display, colors));
  }
  if (report.notices.length > 0) {
    const notices = report.notices.map((notice) => noticeLines(notice, display, colors));
    blocks.push([colors.underline('To know'), ...notices].join('\n\n'));
  }
  blocks.push(summaryLine(summarize(report), report, colors));
  return `${blocks.join('\n\n')}\n`;
};

function findingBlock(
  finding: JudgedFinding,
  report: Report,
  placeOf: ReturnType<typeof placesOf>,
  display: Display,
  colors: Colors,
): string {
  const place = placeOf(finding.span);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[finding.severity];
  const mends = finding.fix ? colors.green('  --fix mends this') : '';
  const lines = [
    `  ${place.line}:${place.column}  ${paint(finding.severity)}  ${colors.dim(finding.rule)}${mends}`,
    ...wrap(visible(finding.message), 2, 2, display.width).map((line) => colors.bold(line)),
  ];
  const text = report.texts.get(finding.span.page);
  if (text !== undefined) {
    const number = String(place.line);
    const { start, end } = finding.span;
    const shown = excerpt(text, start, end, place, Math.max(20, display.width - number.length - 7));
    lines.push(
      `    ${colors.dim(`${number} │`)} ${shown.line}`,
      `    ${colors.dim(`${' '.repeat(number.length)} │`)} ${paint(shown.marks)}`.trimEnd(),
    );
  }
  const say = (label: string, words: string) => {
    const [first = '', ...more] = wrap(`${label} ${visible(words)}`, 4, 9, display.width);
    lines.push(
      first.replace(label, () => colors.dim(label)),
      ...more,
    );
  };
  say('Why:', finding.why);
  say('How:', finding.how);
  for (const { title } of finding.suggestions ?? []) say('Try:', title);
  for (const { span, message } of finding.related ?? []) {
    const { line, column } = placeOf(span);
    say('See:', `${span.page}:${line}:${column} ${message}`);
  }
  return lines.join('\n');
}

function noticeLines({ message, file, line }: Notice, display: Display, colors: Colors): string {
  const place = file === undefined ? '' : `${visible(file)}${line === undefined ? '' : `:${line}`}`;
  const words = wrap(visible(message), 2, 2, display.width);
  return [...(place === '' ? [] : [`  ${colors.dim(place)}`]), ...words].join('\n');
}

function summaryLine(summary: Summary, report: Report, colors: Colors): string {
  const { errors, warnings, infos, fixable } = summary;
  const pages = count(summary.files, 'page');
  const silenced = (['suppressed', 'waived', 'baselined', 'old'] as const)
    .filter((kind) => summary[kind] > 0)
    .map((kind) => ` ${summary[kind]} ${kind === 'old' ? 'not new' : kind}.`)
    .join('');
  const failed =
    report.failures.length > 0
      ? ` ${count(report.failures.length, 'problem')} kept the tool from its work.`
      : '';
  if (errors + warnings + infos === 0) {
    const said = `Nothing to report in ${pages}.`;
    return (failed === '' ? colors.green(said) : said) + silenced + colors.red(failed);
  }
  const parts = [
    ...(errors > 0 ? [colors.red(count(errors, 'error'))] : []),
    ...(warnings > 0 ? [colors.yellow(count(warnings, 'warning'))] : []),
    ...(infos > 0 ? [colors.cyan(count(infos, 'info'))] : []),
  ];
  const mends = fixable > 0 ? ` --fix mends ${fixable === 1 ? '1 of them' : `${fixable} of them`}.` : '';
  return `${colors.bold(parts.join(', '))} in ${pages}.${mends}${silenced}${colors.red(failed)}`;
}

/** Breaks words into lines of at most `width` columns; a word that is too long stands alone. */
function wrap(text: string, indent: number, hanging: number, width: number): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let used = indent;
  let isEmpty = true;
  for (const word of text.split(/ +/u)) {
    const columns = stringWidth(word);
    if (!isEmpty && used + 1 + columns > width) {
      lines.push(line);
      line = ' '.repeat(hanging);
      used = hanging;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    used += columns + (isEmpty ? 0 : 1);
    isEmpty = false;
  }
  lines.push(line);
  return lines;
}
