import { dayOf } from '../host/calendar.ts';
import type { Severity } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import type { Level } from '../policy/catalogue.ts';
import { type PresetName, presetNames } from '../policy/presets.ts';
import { formats } from '../report/formats.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { CacheOptions } from './records/open-cache.ts';
import type { Shard } from './records/shards.ts';
import { UsageError } from './usage-error.ts';

/** The options of `lint` as commander gives them. */
export interface WrittenLintOptions {
  readonly format?: readonly string[];
  readonly config?: string | false;
  readonly preset?: string;
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
  readonly failOn: string;
  readonly maxWarnings?: string;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly stdin?: boolean;
  readonly stdinPath?: string;
  readonly external?: boolean;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly cacheStrategy?: string;
  readonly concurrency?: string;
  readonly pageTimeout?: string;
  readonly shard?: string;
  readonly shardFile?: string;
  /** Files that `--shard` has written. */
  readonly merge?: readonly string[];
  readonly quiet?: boolean;
  readonly timing?: boolean;
  readonly since?: string;
  /** The commit that config, policies, waivers and baseline come from. */
  readonly policyRef?: string;
  readonly baseline?: boolean;
  readonly today?: string;
  readonly color?: boolean;
}

/** The options of `lint` after checking. */
export interface LintOptions {
  /** Never empty; without a file, the format goes to standard output. */
  readonly outputs: readonly { readonly format: string; readonly file: string | null }[];
  readonly preset: PresetName | null;
  readonly rules: ReadonlyMap<string, Level>;
  /** Ids of rules that run alone, or null for all; `named` are those that were named one by one. */
  readonly only: { readonly ids: ReadonlySet<string>; readonly named: ReadonlySet<string> } | null;
  /** Whether outside addresses are asked. */
  readonly external: boolean;
  readonly failOn: Severity | 'never';
  /** Infinity where there is no limit. */
  readonly maxWarnings: number;
  /** The day to judge waivers on; null for today. */
  readonly today: string | null;
  readonly cache: CacheOptions;
  /** How many threads to use; null to choose. */
  readonly concurrency: number | null;
  /** What each page gets of time, in milliseconds. */
  readonly pageTime: number;
  /** The part of the pages to read, and the file for what is read; null to lint all. */
  readonly shard: (Shard & { readonly file: string }) | null;
}

/** In seconds: a hundred times what the longest pages of real handbooks take. */
export const usualPageTimeout = '10';

const levels: readonly Level[] = ['off', 'error', 'warning', 'info'];
const cacheStrategies: readonly CacheOptions['strategy'][] = ['metadata', 'content'];
const failLevels: readonly LintOptions['failOn'][] = ['error', 'warning', 'info', 'never'];

/** @throws UsageError that says all mistakes at once */
export function checkLintOptions(
  written: WrittenLintOptions,
  paths: readonly string[],
  rules: readonly Rule[],
): LintOptions {
  const mistakes = contradictions(written, paths);
  const ids = rules.map(({ id }) => id);
  const { maxWarnings, preset } = written;
  if (maxWarnings !== undefined && !/^\d+$/u.test(maxWarnings)) {
    mistakes.push(`--max-warnings is “${maxWarnings}”, but should be a whole number, 0 or more.`);
  }
  if (written.concurrency !== undefined && !/^[1-9]\d{0,2}$/u.test(written.concurrency)) {
    mistakes.push(`--concurrency is “${written.concurrency}”, but should be a whole number from 1 to 999.`);
  }
  const { pageTimeout = usualPageTimeout } = written;
  if (!/^[1-9]\d{0,4}$/u.test(pageTimeout)) {
    mistakes.push(
      `--page-timeout is “${pageTimeout}”, but should be a whole number of seconds, from 1 to 99999.`,
    );
  }
  if (written.today !== undefined) mistakes.push(...wrongDay(written.today));
  const options: LintOptions = {
    outputs: (written.format ?? ['stylish']).map((entry) => outputOf(entry, mistakes)),
    preset: preset === undefined ? null : choose('--preset', preset, presetNames, mistakes),
    rules: rulesOf(written.rule ?? [], ids, mistakes),
    only: written.only === undefined ? null : onlyOf(written.only, ids, mistakes),
    external: written.external === true,
    failOn: choose('--fail-on', written.failOn, failLevels, mistakes) ?? 'error',
    maxWarnings: maxWarnings === undefined ? Number.POSITIVE_INFINITY : Number(maxWarnings),
    today: written.today ?? null,
    cache: {
      isWanted: written.cache !== false,
      location: written.cacheLocation ?? null,
      strategy:
        choose('--cache-strategy', written.cacheStrategy ?? 'metadata', cacheStrategies, mistakes) ??
        'metadata',
    },
    concurrency: written.concurrency === undefined ? null : Number(written.concurrency),
    pageTime: Number(pageTimeout) * 1000,
    shard: shardOf(written, mistakes),
  };
  if (options.outputs.filter(({ file }) => file === null).length > 1) {
    mistakes.push(
      'Two formats would go to standard output. Give all but one of them a file, as in --format json:report.json.',
    );
  }
  if (mistakes.length > 0) throw new UsageError(mistakes);
  return options;
}

function shardOf({ shard, shardFile }: WrittenLintOptions, mistakes: string[]): LintOptions['shard'] {
  if (shard === undefined) {
    if (shardFile !== undefined) mistakes.push('--shard-file means nothing without --shard. Add --shard.');
    return null;
  }
  const [, index = 0, count = 0] = (/^(\d{1,5})\/(\d{1,5})$/u.exec(shard) ?? []).map(Number);
  if (index < 1 || index > count) {
    mistakes.push(`--shard is “${shard}”, but should be a part of a whole, such as 2/5.`);
    return null;
  }
  return { index, count, file: shardFile ?? `jobfam-lint-shard-${index}-of-${count}` };
}

/** What is wrong with the value of `--today`. */
export function wrongDay(today: string): string[] {
  return dayOf(today) === null ? [`--today is “${today}”, but should be a day such as 2027-03-31.`] : [];
}

function contradictions(written: WrittenLintOptions, paths: readonly string[]): string[] {
  const said: [boolean | undefined, string][] = [
    [
      written.fix && written.fixDryRun,
      '--fix and --fix-dry-run contradict each other. Leave one of them out.',
    ],
    [
      written.stdin && paths.length > 0,
      '--stdin takes its text from standard input, so no paths can be named. Leave one of them out.',
    ],
    [
      written.shard !== undefined && (written.fix || written.fixDryRun || written.stdin),
      '--shard reads one part of the pages for “merge”, so it goes with neither --fix nor --stdin. Leave one of them out.',
    ],
    [
      written.shard !== undefined && written.merge !== undefined,
      '--shard reads one part of the pages and --merge puts parts together. Leave one of them out.',
    ],
    [
      written.shard !== undefined && written.timing,
      '--shard prints no report, so it goes without --timing. Leave one of them out.',
    ],
    [
      written.stdinPath !== undefined && !written.stdin,
      '--stdin-path means nothing without --stdin. Add --stdin.',
    ],
  ];
  return said.filter(([isSo]) => isSo).map(([, sentence]) => sentence);
}

function outputOf(entry: string, mistakes: string[]): LintOptions['outputs'][number] {
  const colon = entry.indexOf(':');
  const format = colon < 0 ? entry : entry.slice(0, colon);
  const file = colon < 0 ? null : entry.slice(colon + 1);
  choose('--format', format, Object.keys(formats), mistakes);
  if (file === '')
    mistakes.push(`--format ${entry} names no file after the colon. Name one, or leave the colon out.`);
  return { format, file };
}

function rulesOf(entries: readonly string[], ids: readonly string[], mistakes: string[]): Map<string, Level> {
  const levelOf = new Map<string, Level>();
  for (const entry of entries) {
    const [id = '', word] = entry.split(':');
    const rule = choose('--rule', id, ids, mistakes);
    if (word === undefined) {
      mistakes.push(`--rule ${entry} says no severity. Write --rule ${id}:warning, for instance.`);
      continue;
    }
    const level = choose('--rule', word, levels, mistakes);
    if (rule && level) levelOf.set(rule, level);
  }
  return levelOf;
}

function onlyOf(entries: readonly string[], ids: readonly string[], mistakes: string[]): LintOptions['only'] {
  const families = [...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))];
  const named = new Set<string>();
  const chosen = new Set<string>();
  for (const name of entries.flatMap((entry) => entry.split(',')).map((word) => word.trim())) {
    const found = choose('--only', name, [...ids, ...families], mistakes);
    if (found === null) continue;
    if (found.includes('/')) named.add(found);
    for (const id of ids) if (id === found || id.startsWith(`${found}/`)) chosen.add(id);
  }
  return { ids: chosen, named };
}

function choose<Value extends string>(
  option: string,
  word: string,
  known: readonly Value[],
  mistakes: string[],
): Value | null {
  const found = known.find((value) => value === word);
  if (found !== undefined) return found;
  const otherwise =
    known.length > 9 ? '“jobfam-lint rules” lists them.' : `Choose one of ${known.join(', ')}.`;
  mistakes.push(`${option} knows no “${word}”. ${didYouMeanOr(word, known, otherwise)}`);
  return null;
}

/** “Did you mean …?”, or another sentence where nothing is near. */
export function didYouMeanOr(word: string, known: readonly string[], otherwise: string): string {
  const near = didYouMean(word, known);
  return near.length > 0 ? `Did you mean ${near.map((one) => `“${one}”`).join(' or ')}?` : otherwise;
}
