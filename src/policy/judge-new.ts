import type { JudgedFinding } from '../lint/finding.ts';

/** What was found where a change starts. */
export interface Before {
  /** A sentence that says where an old finding was. */
  readonly reason: string;
  /** True where the same finding was there already. */
  has(finding: JudgedFinding): boolean;
}

/** Silences the findings that are not new and that nothing silences yet. */
export function judgeNew(
  findings: readonly JudgedFinding[],
  { reason, has }: Before,
): readonly JudgedFinding[] {
  return findings.map((finding) =>
    finding.silenced === null && has(finding) ? { ...finding, silenced: { kind: 'old', reason } } : finding,
  );
}
