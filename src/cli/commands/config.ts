import { rules as ownRules } from '../../../rules/index.ts';
import { settingsInForce } from '../../policy/in-force/in-force.ts';
import type { Setting } from '../../policy/origin.ts';
import { jsonText } from '../../report/json-text.ts';
import { settingsText } from '../../report/settings.ts';
import { baselinePlace } from '../baseline.ts';
import { displayOf } from '../display.ts';
import { exit } from '../exit.ts';
import { checkFormat } from '../format-option.ts';
import type { Io } from '../io.ts';
import { checkLintOptions } from '../lint-options.ts';
import { entriesOf } from '../lint-settings.ts';
import { loadSettings } from '../load.ts';
import { UsageError } from '../usage-error.ts';

export interface WrittenConfigOptions {
  readonly config?: string | false;
  readonly preset?: string;
  readonly rule?: readonly string[];
  readonly format: string;
  readonly color?: boolean;
}

/** Says what is set, for a page or in general, and where each setting comes from. Returns the exit status. */
export async function configCommand(
  page: string | null,
  written: WrittenConfigOptions,
  io: Io,
): Promise<number> {
  const { format, preset, rule } = written;
  checkFormat(format, ['stylish', 'json']);
  if (page !== null && io.files.kind(page) === 'folder')
    throw new UsageError([`“${page}” is a folder. Name one page, or none for the settings in general.`]);
  const config = await loadSettings(written, io);
  const rules = [...ownRules, ...config.policyRules];
  const options = checkLintOptions(
    { failOn: 'error', ...(preset !== undefined && { preset }), ...(rule !== undefined && { rule }) },
    [],
    rules,
  );
  const found = settingsInForce(config, rules, io.files, { page, last: entriesOf(options) });
  const baseline = baselineInForce(baselinePlace(config, io));
  io.stdout.write(
    format === 'json'
      ? jsonText(plain({ schemaVersion: 1, ...found, baseline }))
      : settingsText(found, baseline, displayOf(io, io.stdout, written.color)),
  );
  return exit.fine;
}

function baselineInForce(place: ReturnType<typeof baselinePlace>): Setting<string> | null {
  if (place === null) return null;
  const { path, at } = place;
  return { value: path, from: at === null ? { kind: 'detected' } : { kind: 'config', ...at } };
}

/** Maps become objects. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
