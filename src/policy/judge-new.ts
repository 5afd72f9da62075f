import type { JudgedFinding } from '../lint/finding.ts';

/** What was found where a change starts. */
export interface Before {
  /** The commit as people know it: `main` or `1a2b3c4d5e6f`. */
  readonly name: string;
  /** True where the same finding was there already. */
  has(finding: JudgedFinding): boolean;
}

/** Silences the findings that are not new and that nothing silences yet. */
export function judgeNew(
  findings: readonly JudgedFinding[],
  { name, has }: Before,
): readonly JudgedFinding[] {
  return findings.map((finding) =>
    finding.silenced === null && has(finding)
      ? { ...finding, silenced: { kind: 'old', reason: `It was there in ${name} already.` } }
      : finding,
  );
}
