import { join, resolve } from 'node:path';
import { rules as ownRules } from '../../../rules/index.ts';
import { failureOf } from '../../host/read-page.ts';
import { relativePath } from '../../host/relative-path.ts';
import { type BaselineEntry, baselineText, entryIn, usualBaseline } from '../../policy/baseline-file.ts';
import { goneEntries } from '../../policy/baseline-notices.ts';
import type { Config } from '../../policy/config.ts';
import { judgeBaseline } from '../../policy/judge-baseline.ts';
import { visible } from '../../report/visible.ts';
import { baselinePlace, openBaseline } from '../baseline.ts';
import { exit } from '../exit.ts';
import { sayFailures } from '../failures.ts';
import type { Io } from '../io.ts';
import { pathsOf } from '../judging.ts';
import type { WrittenLintOptions } from '../lint-options.ts';
import { runLint } from '../lint-run.ts';
import { loadPolicy } from '../load.ts';
import { UsageError } from '../usage-error.ts';

export interface WrittenBaselineOptions {
  readonly config?: string | false;
  readonly file?: string;
  readonly update?: boolean;
  readonly prune?: boolean;
  readonly today?: string;
}

/** Most entries that are listed one by one. */
const mostListed = 50;

/** Writes or prunes the baseline; never adds to one that is there unless asked to. Returns the exit status. */
export async function baselineCommand(
  paths: readonly string[],
  written: WrittenBaselineOptions,
  io: Io,
): Promise<number> {
  if (written.update && written.prune)
    throw new UsageError(['--update prunes, too, so --prune says nothing more. Leave one of them out.']);
  const config = await loadPolicy(io, ownRules, written.config);
  const { cwd } = io.files;
  const path = written.file ?? config.baseline?.path ?? relativePath(cwd, join(config.base, usualBaseline));
  const isThere = io.files.kind(path) !== 'missing';
  if (written.prune && !isThere)
    throw new UsageError([`There is no baseline “${path}” to prune. Check the path behind --file.`]);
  const old = isThere ? openBaseline(path, config, io) : null;

  const { report, coverage, notes } = await runLint(paths, lintOptions(written), io);
  sayFailures(
    notes.map((message) => ({ message })),
    io,
  );
  if (report.failures.length > 0) {
    sayFailures(
      [...report.failures, { message: `${path} was not written, for something may be missing.` }],
      io,
    );
    return exit.failed;
  }
  const known = old && judgeBaseline(report.findings, old);
  const { fromBase } = pathsOf(config, io);
  const added = (known?.findings ?? report.findings)
    .filter(({ silenced }) => silenced === null)
    .map((finding) => entryIn(finding, fromBase(finding.span.page)));
  const gone = old && known ? goneEntries(known.missing, old, coverage) : [];
  const isGone = new Set(gone);
  const kept = (old?.entries ?? [])
    .filter((entry) => !isGone.has(entry))
    .map((entry) => entryIn(entry, old?.fileOf(entry) ?? entry.file));

  const say = (line: string) => io.stdout.write(`${visible(line)}\n`);
  const save = (entries: readonly BaselineEntry[]): number => {
    try {
      io.files.write(path, baselineText(entries));
      return exit.fine;
    } catch (error) {
      sayFailures([failureOf(error, path, 'write')], io);
      return exit.failed;
    }
  };
  if (old === null) {
    const status = save(added);
    if (status === exit.fine) say(`${path}: ${findings(added.length)} written.${hint(path, config, io)}`);
    return status;
  }
  if (written.prune) {
    list(gone, '-', say);
    const status = save(kept);
    if (status === exit.fine) say(`${path}: ${findings(gone.length)} taken out, ${kept.length} left.`);
    return status;
  }
  list(gone, '-', say);
  list(added, '+', say);
  if (written.update) {
    const status = save([...kept, ...added]);
    if (status === exit.fine) {
      const left = kept.length + added.length;
      say(`${path}: ${findings(added.length)} added, ${gone.length} taken out, ${left} in all.`);
    }
    return status;
  }
  const prune = gone.length > 0 ? ` ${findings(gone.length)} no longer there: --prune takes them out.` : '';
  if (added.length === 0) {
    say(`${path} lists all findings.${prune}`);
    return exit.fine;
  }
  const message = `${path} is there already and was not changed. It lacks the ${findings(added.length)} listed with +; --update adds them.${prune}`;
  sayFailures([{ message }], io);
  return exit.failed;
}

/** As `lint` where no option but the paths is given, the baseline left aside. */
function lintOptions({ config, today }: WrittenBaselineOptions): WrittenLintOptions {
  return {
    failOn: 'error',
    baseline: false,
    ...(config !== undefined && { config }),
    ...(today !== undefined && { today }),
  };
}

function list(entries: readonly BaselineEntry[], sign: string, say: (line: string) => void): void {
  for (const { rule, file, message } of entries.slice(0, mostListed))
    say(`${sign} ${file}  ${rule}  ${message}`);
  if (entries.length > mostListed) say(`${sign} and ${entries.length - mostListed} more`);
}

/** How to have the baseline used, where the config does not yet. */
function hint(path: string, config: Config, io: Io): string {
  if (baselinePlace(config, io)?.path === path) return ' From now on, lint reports only what is not in it.';
  const { base, file } = config;
  const { files } = io;
  const name = relativePath(base, resolve(files.cwd, path));
  return ` For lint to use it, write “baseline: ${name}” into ${file ?? 'jobfam-lint.config.yaml'}.`;
}

function findings(count: number): string {
  return count === 1 ? '1 finding' : `${count} findings`;
}
