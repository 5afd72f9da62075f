import { type JudgedFinding, type Severity, severities } from '../lint/finding.ts';
import { exit } from './exit.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './lint-options.ts';

const order: readonly LintOptions['failOn'][] = ['never', ...severities];

/** The exit status of a run; says on stderr where there are more warnings than are allowed. */
export function statusOf(
  findings: readonly JudgedFinding[],
  hasFailed: boolean,
  { failOn, maxWarnings }: LintOptions,
  io: Io,
): number {
  const counting = findings.filter(({ silenced }) => silenced === null).map(({ severity }) => severity);
  const warnings = counting.filter((severity) => severity === 'warning').length;
  const isTooMany = warnings > maxWarnings;
  if (isTooMany) {
    io.stderr.write(
      `jobfam-lint: --max-warnings allows ${maxWarnings}, but the number of warnings is ${warnings}.\n`,
    );
  }
  if (hasFailed) return exit.failed;
  return counting.some((severity) => isBad(severity, failOn)) || isTooMany ? exit.findings : exit.fine;
}

/** Whether a finding of that severity makes a run fail. */
export function isBad(severity: Severity, failOn: LintOptions['failOn']): boolean {
  return order.indexOf(severity) <= order.indexOf(failOn);
}
