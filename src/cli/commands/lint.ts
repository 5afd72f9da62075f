import { rules } from '../../../rules/index.ts';
import type { Failure, Report } from '../../lint/finding.ts';
import type { Config } from '../../policy/config.ts';
import { vocabularyOf } from '../../policy/vocabulary.ts';
import { readChange, settingsWith } from '../change.ts';
import { displayOf } from '../display.ts';
import { sayFailures } from '../failures.ts';
import type { Io } from '../io.ts';
import { checkLintOptions, type WrittenLintOptions } from '../lint-options.ts';
import { settingsOf } from '../lint-settings.ts';
import { loadPolicy } from '../load.ts';
import { lintAndMend, type Mending } from '../mend.ts';
import { print } from '../output.ts';
import { type ReadPages, readPages, readStdin } from '../pages.ts';
import { Progress } from '../progress.ts';
import { siteInput } from '../site.ts';
import { statusOf } from '../status.ts';
import { tool } from '../tool.ts';

/** Lints pages, mends them where asked to, and prints what is found. Returns the exit status. */
export async function lintCommand(
  paths: readonly string[],
  written: WrittenLintOptions,
  io: Io,
): Promise<number> {
  const started = io.clock.now();
  const options = checkLintOptions(written, paths, rules);
  const config = await loadPolicy(io, rules, written.config, options.preset);
  const read = written.stdin
    ? await readStdin(io, written.stdinPath ?? 'stdin.md', config)
    : readPages(io, paths, config);
  const unknown: Failure[] = [];
  const site = siteInput(io.files, config, unknown);
  const change = written.since === undefined ? null : readChange(written.since, read, site, config, io);
  const all = [...read.pages, ...read.context, ...(change?.linking ?? [])];
  const asked = new Set(read.pages.map(({ path }) => path));
  const before = new Map(all.map(({ path, text }) => [path, text]));

  const progress = new Progress(io);
  const input = {
    pages: all,
    rules,
    settingsFor: settingsWith(
      change?.surroundings ?? {},
      rules,
      (isAsked) => settingsOf(config, rules, options, io.files.cwd, isAsked),
      (path) => asked.has(path),
    ),
    vocabulary: vocabularyOf(config.vocabulary),
    isPartial: isPartial(read, config, paths.length > 0 || written.stdin === true),
    ...(site && { site }),
    ...change?.surroundings,
    onPage: (done: number, total: number) => progress.show(done, total),
  };
  const useCache = written.cache !== false;
  const outside = options.external
    ? await (await import('../external.ts')).askOutside({ ...input, config, useCache, progress }, io)
    : null;
  const asking = { ...input, ...(outside && { external: outside.external }) };
  const { result, changed, failures: unmended } = lintAndMend(asking, all, mendingOf(written), io);
  progress.clear();

  const failures = [
    ...read.failures,
    ...unknown,
    ...(change?.failures ?? []),
    ...(outside?.failures ?? []),
    ...unmended,
    ...result.failures,
  ];
  const report: Report = {
    tool,
    findings: result.findings.filter(({ severity }) => severity === 'error' || !written.quiet),
    failures,
    notices: written.quiet ? [] : result.notices,
    files: read.pages.length,
    durationMs: io.clock.now() - started,
    texts: written.fix ? new Map([...before, ...changed]) : before,
  };
  const isTaken = await printMended(written, read, changed, io);
  failures.push(
    ...(await print(report, options.outputs, io, isTaken ? io.stderr : io.stdout, written.color)),
  );
  const notes = written.quiet ? [] : (outside?.notes ?? []);
  sayFailures([...failures, ...notes.map((message) => ({ message }))], io);
  return statusOf(result.findings, failures.length > 0, options, io);
}

function mendingOf({ fix, fixDryRun, stdin }: WrittenLintOptions): Mending {
  if (fixDryRun) return 'show';
  if (!fix) return 'none';
  return stdin ? 'text' : 'write';
}

/** Whether families may be missing that the pages should be compared with: not asked for, or not readable. */
function isPartial(read: ReadPages, config: Config, isNamed: boolean): boolean {
  return read.failures.length > 0 || (isNamed && config.families.length === 0);
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
