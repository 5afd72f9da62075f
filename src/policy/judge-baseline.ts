import type { JudgedFinding } from '../lint/finding.ts';
import { fingerprintOf } from '../lint/fingerprint.ts';
import type { BaselineEntry } from './baseline-file.ts';

/** A baseline as a run compares with it. */
export interface Baseline {
  /** The file, as reports name it. */
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
  /** The page that an entry is about, as this run calls it; under its new name where Git saw it renamed. */
  pageOf(entry: BaselineEntry): string;
}

/**
 * Silences the findings that the baseline knows and that nothing silences yet.
 * @returns also the entries of which there is no finding, silenced or not
 */
export function judgeBaseline(
  findings: readonly JudgedFinding[],
  { path, entries, pageOf }: Baseline,
): { readonly findings: readonly JudgedFinding[]; readonly missing: readonly BaselineEntry[] } {
  const known = new Set<string>();
  const printOf = (entry: BaselineEntry) =>
    fingerprintOf(entry.rule, pageOf(entry), entry.key, entry.occurrence);
  for (const entry of entries) known.add(printOf(entry));
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  return {
    findings: findings.map((finding) =>
      finding.silenced === null && known.has(finding.fingerprint)
        ? { ...finding, silenced: { kind: 'baselined', reason: `It is known in ${path}.` } }
        : finding,
    ),
    missing: entries.filter((entry) => !found.has(printOf(entry))),
  };
}
