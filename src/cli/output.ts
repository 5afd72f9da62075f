import { resolve } from 'node:path';
import { GitError } from '../host/git.ts';
import { failureOf } from '../host/read-page.ts';
import { relativePath } from '../host/relative-path.ts';
import type { Failure, Report } from '../lint/finding.ts';
import { formats } from '../report/formats.ts';
import { withPaths } from '../report/with-paths.ts';
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
    const known = formats[format];
    if (!known) continue;
    const shown = known.pathsFrom === 'repository' ? fromRepository(report, io) : report;
    const parts = file === null ? await known.loadParts?.() : undefined;
    if (parts) {
      for (const part of parts(shown)) stream.write(part);
      continue;
    }
    const formatter = await known.load();
    if (file === null) stream.write(formatter(shown, displayOf(io, stream, color)));
    else {
      try {
        io.files.write(file, formatter(shown, plainDisplay));
      } catch (error) {
        failures.push(failureOf(error, file, 'write'));
      }
    }
  }
  return failures;
}

/** The report with its paths relative to the top of the working tree; outside of one, they stay as they are. */
function fromRepository(report: Report, { git, files }: Io): Report {
  let top: string;
  try {
    top = git.top();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return report;
  }
  return withPaths(report, (path) => relativePath(top, resolve(files.cwd, path)));
}
