import picocolors from 'picocolors';
import type { InForce, RuleInForce } from '../policy/in-force/in-force.ts';
import type { Origin, Setting } from '../policy/origin.ts';
import { describeWaiver } from '../policy/waiver.ts';
import type { Display } from './formatter.ts';
import { visible } from './visible.ts';

/** One line: a name, a value, and where it comes from. */
interface Row {
  readonly name: string;
  readonly value: string;
  readonly from: string;
}

/**
 * What is set, for people: group by group, each with where it comes from. Options that have their defaults, or are
 * made of another group, are left out.
 */
export function settingsText(found: InForce, baseline: Setting<string> | null, display: Display): string {
  const { bold, dim } = picocolors.createColors(display.color);
  const isPolicy = ([id]: readonly [string, RuleInForce]) => id.startsWith('policy/');
  const rules = [...found.rules];
  const groups: [string, Row[]][] = [
    ['Site', rowsOf(found.site)],
    ['Families', found.families.map(({ value, from }) => ({ name: value, value: '', from: shown(from) }))],
    ['Rules', ruleRows(rules.filter((rule) => !isPolicy(rule)))],
    ['Policies', ruleRows(rules.filter(isPolicy))],
    [
      'Overrides',
      found.overrides.flatMap(({ files, rules: entries }) =>
        [...entries].flatMap(([id, { severity, options, from }]) => [
          ...(severity === undefined
            ? []
            : [{ name: `${id} in ${files.join(', ')}`, value: severity, from: line(from.severity) }]),
          ...Object.entries(options)
            .filter(([option]) => isOwn(from[option]))
            .map(([option, value]) => ({
              name: `${id} ${option} in ${files.join(', ')}`,
              value: word(value),
              from: line(from[option]),
            })),
        ]),
      ),
    ],
    ['Ladder', rowsOf(found.ladder)],
    ['Vocabulary', found.vocabulary.map(({ name, ...setting }) => rowOf(name, setting))],
    [
      'Waivers',
      found.waivers.map((waiver) => ({
        name: describeWaiver(waiver),
        value: `until ${waiver.until}`,
        from: `${waiver.file}:${waiver.line}`,
      })),
    ],
    ['Baseline', baseline ? [{ name: baseline.value, value: '', from: shown(baseline.from) }] : []],
  ];
  const blocks = groups
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => [bold(title), ...table(rows, display.width, dim)].join('\n'));
  const rest = 'Rules that are not listed are off; options that are not listed have their defaults.';
  return `${[headline(found), ...blocks, rest].join('\n\n')}\n`;
}

/** @param files the weakest first */
function chain(files: readonly string[]): string {
  const [own = '', ...others] = [...files].reverse();
  const last = others.pop();
  if (last === undefined) return own;
  if (others.length === 0) return `${own}, which extends ${last}`;
  return `${own}, which extends ${others.join(', ')} and ${last}; what stands first here wins`;
}

function headline({ page, files, families }: InForce): string {
  const config =
    files.length === 0 ? 'No config: the preset recommended holds.' : `Config: ${chain(files.map(visible))}`;
  if (page === null) return config;
  const { path, isThere, coveredBy, leftOutBy } = page;
  const where = ({ value, from }: Setting<string>) => `“${visible(value)}” (${shown(from)})`;
  const linted = leftOutBy
    ? `It is left out by ${where(leftOutBy)}, so it is linted only where it is named. These settings hold then.`
    : coveredBy
      ? `It is linted: ${where(coveredBy)} covers it.`
      : families.length > 0
        ? 'No glob of “families” covers it, so it is linted only where it is named. These settings hold then.'
        : 'The config names no families, so all markdown below the working directory is linted.';
  const missing = isThere ? '' : 'There is no such file. ';
  return `${visible(path)}\n${missing}${linted}\n${config}`;
}

function ruleRows(rules: readonly (readonly [string, RuleInForce])[]): Row[] {
  return rules
    .filter(([, { severity }]) => !isQuietlyOff(severity))
    .flatMap(([id, { severity, options }]) => [
      { name: id, value: severity.value, from: shown(severity.from) },
      ...[...options]
        .filter(([, { from }]) => severity.value !== 'off' && from.kind !== 'default' && isOwn(from))
        .map(([name, { value, from }]) => ({ name: `  ${name}`, value: word(value), from: shown(from) })),
    ]);
}

/** Written for the rule itself. */
const isOwn = (from: Origin | undefined): boolean => from?.kind !== 'config' || from.key === undefined;

/** Off, and nobody in this repository has said so. */
function isQuietlyOff({ value, from }: RuleInForce['severity']): boolean {
  return value === 'off' && (from.kind === 'preset' || from.kind === 'default');
}

function rowsOf(settings: ReadonlyMap<string, Setting<unknown>>): Row[] {
  return [...settings].map(([name, setting]) => rowOf(name, setting));
}

function rowOf(name: string, { value, from }: Setting<unknown>): Row {
  return { name, value: word(value), from: shown(from) };
}

function word(value: unknown): string {
  if (value === null) return 'all';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(word).join(', ');
  if (typeof value !== 'object') return String(value);
  return 'folder' in value && 'url' in value ? `${value.folder} → ${value.url}` : JSON.stringify(value);
}

const line = (from: Origin | undefined): string =>
  from && 'line' in from ? `${from.file}:${from.line}` : '';

function shown(from: Origin): string {
  switch (from.kind) {
    case 'default':
      return 'default';
    case 'detected':
      return 'told by the files';
    case 'preset':
      return `preset ${from.preset}`;
    case 'override':
      return `${line(from)} for ${from.files.join(', ')}`;
    case 'command-line':
      return from.option;
    default:
      return line(from);
  }
}

/** Columns that line up; what is too wide for its column goes on without breaking the others. */
function table(rows: readonly Row[], width: number, dim: (text: string) => string): string[] {
  const most = Math.floor(width * 0.4);
  const columnOf = (key: 'name' | 'value') =>
    Math.min(most, Math.max(...rows.map((row) => visible(row[key]).length)));
  const [names, values] = [columnOf('name'), columnOf('value')];
  return rows.map(({ name, value, from }) => {
    const cells = [visible(name).padEnd(names), ...(values > 0 ? [visible(value).padEnd(values)] : [])];
    return `  ${cells.join('  ')}  ${dim(visible(from))}`.trimEnd();
  });
}
