import type { Failure } from '../lint/finding.ts';
import { visible } from '../report/visible.ts';
import type { Io } from './io.ts';

/** Says on stderr what could not be done, a sentence a line. */
export function sayFailures(failures: readonly Failure[], { stderr }: Io): void {
  for (const { message } of failures) stderr.write(`jobfam-lint: ${visible(message)}\n`);
}
