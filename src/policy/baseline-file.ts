import type { Failure } from '../lint/finding.ts';
import { fingerprintOf } from '../lint/fingerprint.ts';
import { compareText } from '../text/compare.ts';

/** Where the baseline is written where neither the config nor the command line says so. */
export const usualBaseline = 'jobfam-lint.baseline.json';

const version = 1;

/** One finding that is known: its address, so that it is found again, and its words for people. */
export interface BaselineEntry {
  readonly rule: string;
  /** Relative to the folder of the config, with `/` separators. */
  readonly file: string;
  /** As a run in the folder of the config gives it; made of the others but for the message. */
  readonly fingerprint: string;
  readonly key: string;
  readonly occurrence: number;
  readonly message: string;
}

/** The entry of a finding, or of an entry whose page was renamed. @param file the page, relative to the folder of the config */
export function entryIn(
  { rule, key, occurrence, message }: Omit<BaselineEntry, 'file' | 'fingerprint'>,
  file: string,
): BaselineEntry {
  return { rule, file, fingerprint: fingerprintOf(rule, file, key, occurrence), key, occurrence, message };
}

/** JSON with one entry a line, sorted by what does not change when text moves: easy to review and to merge. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const sorted = [...entries].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      compareText(a.rule, b.rule) ||
      compareText(a.key, b.key) ||
      a.occurrence - b.occurrence,
  );
  const lines = sorted.map(({ rule, file, fingerprint, key, occurrence, message }) =>
    JSON.stringify({ rule, file, fingerprint, key, occurrence, message }),
  );
  return `{\n"version": ${version},\n"findings": [\n${lines.join(',\n')}${lines.length > 0 ? '\n' : ''}]\n}\n`;
}

/** The entries of a baseline file, or all that is wrong with it, each as a sentence with its line. */
export function parseBaseline(
  file: string,
  text: string,
): { readonly entries: readonly BaselineEntry[]; readonly failures: readonly Failure[] } {
  const fail = (line: number, sentence: string) => ({
    entries: [],
    failures: [{ file, line, message: `${file}:${line}: ${sentence}` }],
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail(brokenLine(text), `The baseline is broken here. Mend this line, or ${anew}`);
  }
  if (!isRecord(data) || !Array.isArray(data.findings) || data.version === undefined)
    return fail(1, `This is no baseline. Check the name of the file, or ${anew}`);
  if (data.version !== version) {
    return fail(
      lineOf(text, '"version"'),
      `This is a baseline of version ${String(data.version)}, but this program knows version ${version}. Use the program that wrote it, or ${anew}`,
    );
  }
  const entries: readonly unknown[] = data.findings;
  const broken = entries.findIndex((entry) => !isEntry(entry));
  if (broken >= 0) {
    const line = lineOf(text, JSON.stringify(entries[broken]));
    return fail(line, `Entry ${broken + 1} of the baseline lacks a part. Take it out, or ${anew}`);
  }
  return { entries: entries.filter(isEntry), failures: [] };
}

const anew = 'remove the file and write it anew with “jobfam-lint baseline”.';

function isEntry(entry: unknown): entry is BaselineEntry {
  return (
    isRecord(entry) &&
    ['rule', 'file', 'fingerprint', 'key', 'message'].every((key) => typeof entry[key] === 'string') &&
    Number.isInteger(entry.occurrence)
  );
}

/** The first line (from 1) that could not stand in a baseline; the last where each could. */
function brokenLine(text: string): number {
  const lines = text.replace(/(?<!\n)\n+$/u, '').split('\n');
  const broken = lines.findIndex((line) => {
    const part = line.trim().replace(/,$/u, '');
    if (/^(?:|[{}[\]]|"version": *\d+|"findings": *\[)$/u.test(part)) return false;
    try {
      JSON.parse(part);
      return false;
    } catch {
      return true;
    }
  });
  return broken < 0 ? lines.length : broken + 1;
}

/** Line (from 1) of the first place of some words; 1 where they stand nowhere. */
function lineOf(text: string, words: string): number {
  const at = text.indexOf(words);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
