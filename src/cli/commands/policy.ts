import { resolve } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { ConfigError } from '../../policy/config-error.ts';
import { parseConfig } from '../../policy/parse-config.ts';
import type { Policy } from '../../policy/policies/policy.ts';
import { jsonText } from '../../report/json-text.ts';
import { visible } from '../../report/visible.ts';
import { displayOf } from '../display.ts';
import { exit } from '../exit.ts';
import { checkFormat } from '../format-option.ts';
import type { Io } from '../io.ts';
import { didYouMeanOr } from '../lint-options.ts';
import { loadPolicy } from '../load.ts';
import { UsageError } from '../usage-error.ts';

export interface WrittenPolicyOptions {
  readonly config?: string | false;
  readonly preset?: string;
  readonly format: string;
  readonly color?: boolean;
}

/** Tries policies on their examples. Returns the exit status: 1 where one of them fails. */
export async function policyTestCommand(
  paths: readonly string[],
  options: WrittenPolicyOptions,
  io: Io,
): Promise<number> {
  const policies = await policiesFor(paths, options, ['stylish', 'junit'], io);
  const { runExamples } = await import('../../policy/policies/run-examples.ts');
  const { policyTests, policyTestsAsJunit } = await import('../../report/policy-tests.ts');
  const results = policies.flatMap(runExamples);
  io.stdout.write(
    options.format === 'junit'
      ? policyTestsAsJunit(results)
      : policyTests(results, policies.length, displayOf(io, io.stdout, options.color)),
  );
  return results.some(({ difference }) => difference.length > 0) ? exit.findings : exit.fine;
}

/** Lists the policies in force. Returns the exit status. */
export async function policyListCommand(
  paths: readonly string[],
  options: WrittenPolicyOptions,
  io: Io,
): Promise<number> {
  const policies = await policiesFor(paths, options, ['stylish', 'json'], io);
  const { sentenceHash } = await import('../../policy/policies/links.ts');
  if (options.format === 'json') {
    const rows = policies.map(({ link, isBundled: _, examples, ...policy }) => ({
      ...policy,
      rule: `policy/${policy.id}`,
      link: link && {
        ...link,
        page: undefined,
        hash: link.sentence === null ? link.hash : sentenceHash(link.sentence).slice(0, 16),
      },
      examples: { valid: examples.valid.length, invalid: examples.invalid.length },
    }));
    io.stdout.write(jsonText(rows));
  } else io.stdout.write(list(policies));
  return exit.fine;
}

/** Says which policies have no examples. Returns the exit status: 1 where one has none of a kind. */
export async function policyCoverageCommand(
  paths: readonly string[],
  options: WrittenPolicyOptions,
  io: Io,
): Promise<number> {
  const policies = await policiesFor(paths, options, ['stylish', 'json'], io);
  const rows = policies.map(({ id, source, examples }) => ({
    policy: id,
    ...source,
    missing: (['valid', 'invalid'] as const).filter((kind) => examples[kind].length === 0),
  }));
  const open = rows.filter(({ missing }) => missing.length > 0);
  if (options.format === 'json') io.stdout.write(jsonText(rows));
  else {
    for (const { policy, file, line, missing } of open) {
      const what = missing.length === 2 ? 'no examples' : `no ${missing[0]} example`;
      io.stdout.write(`${visible(policy)}  ${what}  ${visible(file)}:${line}\n`);
    }
    const whole = policies.length - open.length;
    io.stdout.write(`${whole} of ${policies.length} policies have valid and invalid examples.\n`);
  }
  return open.length > 0 ? exit.findings : exit.fine;
}

/**
 * The policies of the named files, else those of the config and its presets.
 * @throws UsageError also where the command does not have the format
 */
async function policiesFor(
  paths: readonly string[],
  { config: named, preset, format }: WrittenPolicyOptions,
  formats: readonly string[],
  io: Io,
): Promise<readonly Policy[]> {
  checkFormat(format, formats);
  if (paths.length > 0) {
    const { loadPolicies } = await import('../../policy/policies/load-policies.ts');
    const missing = paths.filter((path) => io.files.kind(path) === 'missing' && !/[*?{[]/.test(path));
    if (missing.length > 0)
      throw new UsageError(
        missing.map((path) => `There is no file or folder “${path}”. Check the spelling of the path.`),
      );
    const entries = {
      file: 'command line',
      config: parseConfig('', ''),
      entries: paths,
      folder: resolve(io.files.cwd),
    };
    const { policies, failures } = loadPolicies(io.files, [entries], []);
    if (failures.length > 0) throw new ConfigError(failures);
    return policies;
  }
  const { presetNames } = await import('../../policy/presets.ts');
  const chosen = presetNames.find((name) => name === preset) ?? null;
  if (preset !== undefined && chosen === null)
    throw new UsageError([
      `--preset knows no “${preset}”. ${didYouMeanOr(preset, presetNames, `Choose one of ${presetNames.join(', ')}.`)}`,
    ]);
  return (await loadPolicy(io, rules, named, chosen)).policies;
}

function list(policies: readonly Policy[]): string {
  if (policies.length === 0) return 'There are no policies. docs/policies.md says how to write them.\n';
  const entries = policies.map(({ id, title, severity, owner, appliesTo, link, source }) =>
    [
      `policy/${id}  ${severity}  ${title}`,
      `  About each ${appliesTo}. Owner: ${owner}.${link === null ? '' : ` See ${link.shown}`}`,
      `  ${source.file}:${source.line}`,
    ]
      .map(visible)
      .join('\n'),
  );
  return `${entries.join('\n\n')}\n`;
}
