import { dirname, join, resolve } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
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
function fromRepository(report: Report, { files }: Io): Report {
  const top = workingTree(files);
  return top === null ? report : withPaths(report, (path) => relativePath(top, resolve(files.cwd, path)));
}

/** The nearest folder that holds Git's own: Git need not be asked, nor be there, and the run can be kept. */
function workingTree(files: FileSystem): string | null {
  for (let folder = files.cwd; ; folder = dirname(folder)) {
    if (files.kind(join(folder, '.git')) !== 'missing') return folder;
    if (dirname(folder) === folder) return null;
  }
}
