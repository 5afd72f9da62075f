import { resolve } from 'node:path';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../lint/rule.ts';
import type { Config } from '../policy/config.ts';
import { findConfig } from '../policy/find-config.ts';
import { loadConfig } from '../policy/load-config.ts';
import { type PresetName, presetNames } from '../policy/presets.ts';
import type { Io } from './io.ts';
import type { WrittenLintOptions } from './lint-options.ts';
import { UsageError } from './usage-error.ts';

/**
 * The config that `--config`, `--no-config` or the working directory asks for.
 * @throws ConfigError, or UsageError where the file of `--config` does not exist
 */
export async function loadPolicy(
  { files }: Io,
  rules: readonly Rule[],
  named: string | false | undefined,
  preset: PresetName | null = null,
): Promise<Config> {
  const chosen = preset === null ? {} : { preset };
  if (named === false) return loadConfig(files, rules, { file: null, ...chosen });
  if (named === undefined) return loadConfig(files, rules, { file: findConfig(files, files.cwd), ...chosen });
  if (files.kind(named) !== 'file') {
    throw new UsageError([
      `The config “${named}” does not exist or is no file. Check the path behind --config.`,
    ]);
  }
  return loadConfig(files, rules, { file: resolve(files.cwd, named), base: files.cwd, ...chosen });
}

/** The config with all that it names, as the options choose it. @throws ConfigError, UsageError */
export function loadSettings(
  { config, preset }: Pick<WrittenLintOptions, 'config' | 'preset'>,
  io: Io,
): Promise<Config> {
  const chosen = presetNames.find((name) => name === preset) ?? null;
  return loadPolicy(io, rules, config, chosen);
}
