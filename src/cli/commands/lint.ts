import { GitError } from '../../host/git.ts';
import type { Report, Timing } from '../../lint/finding.ts';
import { Stopwatch } from '../../lint/stopwatch.ts';
import { displayOf } from '../display.ts';
import { sayFailures } from '../failures.ts';
import type { Io } from '../io.ts';
import type { WrittenLintOptions } from '../lint-options.ts';
import { runLint } from '../lint-run.ts';
import { print } from '../output.ts';
import type { ReadPages } from '../pages.ts';
import { statusOf } from '../status.ts';
import { UsageError } from '../usage-error.ts';

/** Lints pages, mends them where asked to, and prints what is found. Returns the exit status. */
export async function lintCommand(
  paths: readonly string[],
  written: WrittenLintOptions,
  io: Io,
): Promise<number> {
  if (written.shard !== undefined) {
    const { shardCommand } = await import('./shard.ts');
    return shardCommand(paths, written, io);
  }
  const watch = written.timing ? new Stopwatch(() => io.clock.now()) : null;
  const timed = watch === null ? io : { ...io, watch };
  const { run, settings } = await linted(paths, written, timed);
  const { options, read, report: whole, changed, notes, store } = run;
  const report = {
    ...(written.quiet ? onlyErrors(whole) : whole),
    ...(watch && { timing: timingOf(watch) }),
  };
  const isTaken = await printMended(written, read, changed, io);
  const unwritten = await print(report, options.outputs, io, isTaken ? io.stderr : io.stdout, written.color);
  const failures = [...report.failures, ...unwritten];
  const said = [...settings, ...(written.quiet ? [] : notes)].map((message) => ({ message }));
  sayFailures([...failures, ...said], io);
  if (watch !== null) {
    const { timingTable } = await import('../../report/timing.ts');
    io.stderr.write(timingTable(timingOf(watch)));
  }
  const isPlain =
    !written.merge &&
    !written.timing &&
    !written.fix &&
    !written.fixDryRun &&
    !written.stdin &&
    !written.external &&
    !written.since &&
    !written.policyRef;
  if (store !== null && isPlain && failures.length === 0 && notes.length === 0) {
    const isSaid = options.outputs.some(({ format, file }) => format === 'json' && file === null);
    io.keepRun?.({
      store,
      trustsStamps: options.cache.strategy === 'metadata',
      durationMs: isSaid ? Math.round(report.durationMs) : null,
      rest: run.rest,
      taken: run.taken,
    });
  }
  return statusOf(whole.findings, failures.length > 0, options, io);
}

/** Lints, by the settings of another commit where one is named; `settings` says where the pages' own are others. */
async function linted(paths: readonly string[], written: WrittenLintOptions, io: Io) {
  if (written.policyRef === undefined) return { run: await runLint(paths, written, io), settings: [] };
  const [{ checkNamedConfig, namedPlace }, { noting, settingsNotices }] = await Promise.all([
    import('../review/policy.ts'),
    import('../review/settings.ts'),
  ]);
  try {
    const place = namedPlace(written.policyRef, io);
    checkNamedConfig(written, place, io);
    const seen = new Set<string>();
    const run = await runLint(paths, written, io, noting(place.io, seen));
    return { run, settings: await settingsNotices(seen, place, written, io, 'run') };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError([`--policy-ref needs the Git repository of the pages. ${error.message}`]);
  }
}

function timingOf(watch: Stopwatch): Timing {
  return { ...watch.spent(), threads: watch.threads, elapsed: watch.elapsed() };
}

/** The report that `--quiet` asks for. */
export function onlyErrors(report: Report): Report {
  const findings = report.findings.filter(({ severity }) => severity === 'error');
  return { ...report, findings, notices: [] };
}

/**
 * Prints the mended page itself with `--stdin --fix`, and the diff with `--fix-dry-run` where no format was asked for.
 * @returns whether standard output is taken by it
 */
async function printMended(
  { stdin, fix, fixDryRun, format, color }: WrittenLintOptions,
  { pages }: ReadPages,
  changed: ReadonlyMap<string, string>,
  io: Io,
): Promise<boolean> {
  if (stdin && fix) {
    for (const { path, text } of pages) io.stdout.write(changed.get(path) ?? text);
    return true;
  }
  if (!fixDryRun || format !== undefined) return false;
  const { diff } = await import('../../report/diff.ts');
  const changes = pages.flatMap(({ path, text }) => {
    const after = changed.get(path);
    return after === undefined ? [] : [{ path, before: text, after }];
  });
  io.stdout.write(diff(changes, displayOf(io, io.stdout, color)));
  return true;
}
