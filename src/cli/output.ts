import { failureOf } from '../host/read-page.ts';
import type { Failure, Report } from '../lint/finding.ts';
import { formats } from '../report/formats.ts';
import { displayOf, plainDisplay } from './display.ts';
import type { Io, Stream } from './io.ts';
import type { LintOptions } from './lint-options.ts';

/**
 * Prints a report in each format that is asked for.
 * @param stream where formats without a file go
 * @returns the files that could not be written
 */
export async function print(
  report: Report,
  outputs: LintOptions['outputs'],
  io: Io,
  stream: Stream,
  color: boolean | undefined,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const { format, file } of outputs) {
    const formatter = await formats[format]?.();
    if (!formatter) continue;
    if (file === null) stream.write(formatter(report, displayOf(io, stream, color)));
    else {
      try {
        io.files.write(file, formatter(report, plainDisplay));
      } catch (error) {
        failures.push(failureOf(error, file, 'write'));
      }
    }
  }
  return failures;
}
