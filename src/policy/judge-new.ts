import type { JudgedFinding } from '../lint/finding.ts';

/** What was found where a change starts. */
export interface Before {
  /** A sentence that says where an old finding was. */
  readonly reason: string;
  /** Those that were there already. @param findings all that count now */
  oldOf(findings: readonly JudgedFinding[]): ReadonlySet<JudgedFinding>;
}

/** Silences the findings that are not new and that nothing silences yet. */
export function judgeNew(
  findings: readonly JudgedFinding[],
  { reason, oldOf }: Before,
): readonly JudgedFinding[] {
  const old = oldOf(findings.filter(({ silenced }) => silenced === null));
  return findings.map((finding) =>
    old.has(finding) ? { ...finding, silenced: { kind: 'old', reason } } : finding,
  );
}
