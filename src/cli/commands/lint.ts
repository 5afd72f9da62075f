import { rules as ownRules } from '../../../rules/index.ts';
import { rememberingExtract } from '../../lint/extract.ts';
import type { Failure, Report } from '../../lint/finding.ts';
import { coverageOf } from '../../policy/coverage.ts';
import { presetNames } from '../../policy/presets.ts';
import { vocabularyOf } from '../../policy/vocabulary.ts';
import { configuredBaseline } from '../baseline.ts';
import { readChange, settingsWith } from '../change.ts';
import { displayOf } from '../display.ts';
import { sayFailures } from '../failures.ts';
import type { Io } from '../io.ts';
import { judgeOf } from '../judging.ts';
import { checkLintOptions, type WrittenLintOptions } from '../lint-options.ts';
import { isLeftOut, settingsOf } from '../lint-settings.ts';
import { loadPolicy } from '../load.ts';
import { lintAndMend, type Mending } from '../mend.ts';
import { print } from '../output.ts';
import { isPartial, type ReadPages, readPages, readStdin } from '../pages.ts';
import { Progress } from '../progress.ts';
import { beforeSince, changeSince, findSince } from '../since.ts';
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
  const preset = presetNames.find((name) => name === written.preset) ?? null;
  const config = await loadPolicy(io, ownRules, written.config, preset);
  const rules = [...ownRules, ...config.policyRules];
  const options = checkLintOptions(written, paths, rules);
  const read = written.stdin
    ? await readStdin(io, written.stdinPath ?? 'stdin.md', config)
    : readPages(io, paths, config);
  const isNamed = paths.length > 0 || written.stdin === true;
  const unknown: Failure[] = [];
  const site = siteInput(io.files, config, unknown);
  const baseline = configuredBaseline(config, io);
  const since = findSince(written.since, io);
  const change = changeSince(since, (commit) => readChange(commit, read, site, config, io));
  const all = [...read.pages, ...read.context, ...change.linking];
  const asked = new Set(read.pages.map(({ path }) => path));
  const sources = config.policySources;
  const mayPointTo = new Set([...asked, ...sources.map(({ path }) => path)]);
  const before = new Map([...all, ...sources].map(({ path, text }) => [path, text]));

  const progress = new Progress(io);
  const settings = (isAsked: (path: string) => boolean) =>
    settingsOf(config, rules, options, io.files.cwd, isAsked);
  const input = {
    pages: all,
    rules,
    settingsFor: settingsWith(change.surroundings, rules, settings, (path) => mayPointTo.has(path)),
    sources,
    extract: rememberingExtract(),
    vocabulary: vocabularyOf(config.vocabulary),
    isPartial: isPartial(read, config, isNamed),
    ...(site && { site }),
    ...change.surroundings,
    onPage: (done: number, total: number) => progress.show(done, total),
  };
  const useCache = written.cache !== false;
  const outside = options.external
    ? await (await import('../external.ts')).askOutside({ ...input, config, useCache, progress }, io)
    : null;
  const now = { ...input, ...(outside && { external: outside.external }) };
  const former = written.stdin ? [written.stdinPath ?? 'stdin.md'] : paths;
  const { before: found, failures: unfound } = beforeSince(
    since,
    { paths: former, config, now, settings, asked },
    io,
  );
  const coverage = coverageOf({
    ...input,
    pages: asked,
    isNamed,
    isLeftOut: isLeftOut(options),
    asksOutside: outside !== null,
  });
  const judge = judgeOf({ config, baseline, before: found, coverage, today: options.today }, io);
  const asking = { ...now, judge };
  const { result, changed, failures: unmended } = lintAndMend(asking, all, mendingOf(written), io);
  progress.clear();

  const failures = [
    ...read.failures,
    ...unknown,
    ...since.failures,
    ...change.failures,
    ...unfound,
    ...(outside?.failures ?? []),
    ...unmended,
    ...result.failures,
  ];
  const report: Report = {
    tool,
    findings: result.findings.filter(({ severity }) => severity === 'error' || !written.quiet),
    failures,
    notices: written.quiet ? [] : [...since.notices, ...(baseline?.notices ?? []), ...result.notices],
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
