import type { Level } from './catalogue.ts';

/** What one layer (a preset, a config file, an override, the command line) says of a rule; a missing part is left as it was. */
export interface RuleEntry {
  readonly severity?: Level;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A rule as a config file writes it: a severity, or a mapping of `severity` and options, both optional. */
export type WrittenEntry = Level | ({ readonly severity?: Level } & Readonly<Record<string, unknown>>);

export function entryOf(written: WrittenEntry): RuleEntry {
  if (typeof written === 'string') return { severity: written, options: {} };
  const { severity, ...options } = written;
  return severity === undefined ? { options } : { severity, options };
}

/** `over` says what changes: its severity and each option that it names; the rest stays as `base` has it. */
export function merge(base: RuleEntry | undefined, over: RuleEntry): RuleEntry {
  const severity = over.severity ?? base?.severity;
  const options = { ...base?.options, ...over.options };
  return severity === undefined ? { options } : { severity, options };
}
