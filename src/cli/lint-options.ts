import type { Severity } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import type { Level } from '../policy/catalogue.ts';
import { isPreset, type PresetName, presetNames } from '../policy/presets.ts';
import { formats } from '../report/format.ts';
import { didYouMean } from '../text/did-you-mean.ts';
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
  readonly quiet?: boolean;
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
  readonly failOn: Severity | 'never';
  /** Infinity where there is no limit. */
  readonly maxWarnings: number;
}

const levels: readonly Level[] = ['off', 'error', 'warning', 'info'];
const failLevels: readonly LintOptions['failOn'][] = ['error', 'warning', 'info', 'never'];

/** @throws UsageError that says all mistakes at once */
export function checkLintOptions(
  written: WrittenLintOptions,
  paths: readonly string[],
  rules: readonly Rule[],
): LintOptions {
  const mistakes: string[] = [];
  const choose = <Value extends string>(
    option: string,
    word: string,
    known: readonly Value[],
  ): Value | null => {
    const found = known.find((value) => value === word);
    if (found === undefined) {
      mistakes.push(
        `${option} knows no “${word}”. ${didYouMeanOr(word, known, `Choose one of ${known.join(', ')}.`)}`,
      );
    }
    return found ?? null;
  };
  const ids = rules.map(({ id }) => id);

  const outputs = (written.format ?? ['stylish']).map((entry) => {
    const [format = '', ...file] = entry.split(':');
    choose('--format', format, Object.keys(formats));
    if (entry.includes(':') && file.join(':') === '')
      mistakes.push(`--format ${entry} names no file after the colon.`);
    return { format, file: file.length > 0 ? file.join(':') : null };
  });
  if (outputs.filter(({ file }) => file === null).length > 1) {
    mistakes.push(
      'Two formats would go to standard output. Give all but one of them a file, as in --format json:report.json.',
    );
  }

  const levelOf = new Map<string, Level>();
  for (const entry of written.rule ?? []) {
    const [id = '', word] = entry.split(':');
    if (word === undefined)
      mistakes.push(`--rule ${entry} says no severity. Write --rule ${id}:warning, for instance.`);
    const level = word === undefined ? null : choose('--rule', word, levels);
    const rule = choose('--rule', id, ids);
    if (rule && level) levelOf.set(rule, level);
  }

  const names = (written.only ?? []).flatMap((entry) => entry.split(',')).map((name) => name.trim());
  const families = [...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))];
  const named = new Set<string>();
  const chosen = new Set<string>();
  for (const name of names.filter((one) => one !== '')) {
    if (families.includes(name)) for (const id of ids) if (id.startsWith(`${name}/`)) chosen.add(id);
    if (families.includes(name)) continue;
    const id = choose('--only', name, [...ids, ...families]);
    if (id) {
      chosen.add(id);
      named.add(id);
    }
  }

  const maxWarnings =
    written.maxWarnings === undefined ? Number.POSITIVE_INFINITY : Number(written.maxWarnings);
  if (written.maxWarnings !== undefined && !/^\d+$/u.test(written.maxWarnings)) {
    mistakes.push(`--max-warnings is “${written.maxWarnings}”, but should be a whole number, 0 or more.`);
  }
  const failOn = choose('--fail-on', written.failOn, failLevels) ?? 'error';
  const preset = written.preset === undefined ? null : choose('--preset', written.preset, presetNames);
  if (written.fix && written.fixDryRun)
    mistakes.push('--fix and --fix-dry-run contradict each other. Leave one of them out.');
  if (written.stdin && paths.length > 0) {
    mistakes.push(
      '--stdin takes its text from standard input, so no paths can be named. Leave one of them out.',
    );
  }
  if (written.stdinPath !== undefined && !written.stdin)
    mistakes.push('--stdin-path means nothing without --stdin. Add --stdin.');
  if (mistakes.length > 0) throw new UsageError(mistakes);
  return {
    outputs,
    preset: preset !== null && isPreset(preset) ? preset : null,
    rules: levelOf,
    only: names.length > 0 ? { ids: chosen, named } : null,
    failOn,
    maxWarnings,
  };
}

/** “Did you mean …?”, or another sentence where nothing is near. */
export function didYouMeanOr(word: string, known: readonly string[], otherwise: string): string {
  const near = didYouMean(word, known);
  return near.length > 0 ? `Did you mean ${near.map((one) => `“${one}”`).join(' or ')}?` : otherwise;
}
