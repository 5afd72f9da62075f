import { join } from 'node:path';
import { failureOf } from '../../host/read-page.ts';
import { extract } from '../../lint/extract.ts';
import type { Failure } from '../../lint/finding.ts';
import { findConfig } from '../../policy/find-config.ts';
import { configText } from '../../policy/init/config-text.ts';
import { survey } from '../../policy/init/survey.ts';
import { count } from '../../report/count.ts';
import { visible } from '../../report/visible.ts';
import { exit } from '../exit.ts';
import { sayFailures } from '../failures.ts';
import type { Io } from '../io.ts';
import { limitedReading } from '../limited-reading.ts';
import { UsageError } from '../usage-error.ts';

export interface WrittenInitOptions {
  readonly dryRun?: boolean;
  /** True to write a baseline, false not to; absent to be asked, where somebody can be. */
  readonly baseline?: boolean;
}

const name = 'jobfam-lint.config.yaml';

/**
 * Looks at the repository and writes a first config. Returns the exit status.
 * @throws UsageError where there is a config already
 */
export async function initCommand({ dryRun, baseline }: WrittenInitOptions, io: Io): Promise<number> {
  const { files } = io;
  const known = findConfig(files, files.cwd);
  if (known !== null && !dryRun) {
    throw new UsageError([
      `There is a config already: ${known}. It was not changed. See what would be written with --dry-run.`,
    ]);
  }
  const failures: Failure[] = [];
  const within = await limitedReading(io, failures);
  const found = survey(files, files.cwd, (path, text) => extract(path, text), within);
  failures.unshift(...found.unread);
  // A page that was left out keeps nobody from starting with what the others say.
  const status = failures.length > 0 ? exit.failed : exit.fine;
  sayFailures(failures, io);
  const text = configText(found);
  if (dryRun) {
    io.stdout.write(text);
    return status;
  }
  try {
    files.write(join(files.cwd, name), text);
  } catch (error) {
    sayFailures([failureOf(error, name, 'write')], io);
    return exit.failed;
  }
  const say = (line: string) => io.stdout.write(`${visible(line)}\n`);
  const all = found.families.reduce((sum, { families }) => sum + families, 0);
  const where = found.families.map(({ folder }) => folder || 'this folder').join(', ');
  say(
    all === 0
      ? `${name} written. No job families were found: say under “families” where they are, then run jobfam-lint.`
      : `${name} written: ${count(all, 'job family', 'job families')} in ${where}, layout ${found.layout}.`,
  );
  if (all === 0) return status;
  if (baseline ?? (await isWanted(io))) {
    const { baselineCommand } = await import('./baseline.ts');
    return Math.max(status, await baselineCommand([], {}, io));
  }
  say(
    'See what there is to say with “jobfam-lint”; with “jobfam-lint baseline”, only what is new from then on counts.',
  );
  return status;
}

async function isWanted({ ask }: Io): Promise<boolean> {
  const answer = await ask?.('Write a baseline too, so that what is there today is not reported? [y/N] ');
  return /^\s*y(?:es)?\s*$/i.test(answer ?? '');
}
