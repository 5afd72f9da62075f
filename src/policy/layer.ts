import type { Level } from './catalogue.ts';
import type { Origin } from './origin.ts';

/** What one layer (a preset, a config file, an override, the command line) says of a rule; a missing part is left as it was. */
export interface RuleEntry {
  readonly severity?: Level;
  readonly options: Readonly<Record<string, unknown>>;
  /** Where each part comes from: `severity`, and the options by name. */
  readonly from: Readonly<Record<string, Origin>>;
}

/** A rule as a config file writes it: a severity, or a mapping of `severity` and options, both optional. */
export type WrittenEntry = Level | ({ readonly severity?: Level } & Readonly<Record<string, unknown>>);

/** @param originOf where a part is written: `severity` or an option, or null for an entry that is nothing but a severity */
export function entryOf(written: WrittenEntry, originOf: (part: string | null) => Origin): RuleEntry {
  if (typeof written === 'string')
    return { severity: written, options: {}, from: { severity: originOf(null) } };
  const { severity, ...options } = written;
  const from = Object.fromEntries(Object.keys(written).map((part) => [part, originOf(part)]));
  return severity === undefined ? { options, from } : { severity, options, from };
}

/** `over` says what changes: its severity and each option that it names; the rest stays as `base` has it. */
export function merge(base: RuleEntry | undefined, over: RuleEntry): RuleEntry {
  const severity = over.severity ?? base?.severity;
  const options = { ...base?.options, ...over.options };
  const from = { ...base?.from, ...over.from };
  return severity === undefined ? { options, from } : { severity, options, from };
}
