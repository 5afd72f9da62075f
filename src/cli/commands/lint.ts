import { rules } from '../../../rules/index.ts';
import type { JudgedFinding, Report } from '../../lint/finding.ts';
import { fixAll } from '../../lint/fix.ts';
import { lint } from '../../lint/run.ts';
import type { Config } from '../../policy/config.ts';
import { vocabularyOf } from '../../policy/vocabulary.ts';
import { displayOf } from '../display.ts';
import { exit } from '../exit.ts';
import { sayFailures } from '../failures.ts';
import type { Io } from '../io.ts';
import { checkLintOptions, type LintOptions, type WrittenLintOptions } from '../lint-options.ts';
import { settingsOf } from '../lint-settings.ts';
import { loadPolicy } from '../load.ts';
import { print } from '../output.ts';
import { type ReadPages, readPages, readStdin } from '../pages.ts';
import { Progress } from '../progress.ts';
import { save } from '../save.ts';
import { siteInput } from '../site.ts';
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
  const all = [...read.pages, ...read.context];
  const asked = new Set(read.pages.map(({ path }) => path));

  const progress = new Progress(io);
  const texts = new Map(all.map(({ path, text }) => [path, text]));
  const site = siteInput(io.files, config, texts);
  const input = {
    pages: all,
    rules,
    settingsFor: settingsOf(config, rules, options, io.files.cwd, (path) => asked.has(path)),
    vocabulary: vocabularyOf(config.vocabulary),
    isPartial: isPartial(read, config, paths.length > 0 || written.stdin === true),
    ...(site && { site }),
    onPage: (done: number, total: number) => progress.show(done, total),
  };
  const fixed = written.fix || written.fixDryRun ? fixAll(input) : null;
  // A dry run changes nothing, so it reports what there is.
  const result = fixed && written.fix ? fixed.result : lint(input);
  progress.clear();

  const changed = fixed?.changed ?? new Map<string, string>();
  const failures = [...read.failures, ...result.failures];
  if (fixed && !fixed.settled) failures.push({ message: unsettled });
  if (written.fix && !written.stdin) failures.push(...save(io.files, all, changed));
  const report: Report = {
    tool,
    findings: written.quiet
      ? result.findings.filter(({ severity }) => severity === 'error')
      : result.findings,
    failures,
    files: read.pages.length,
    durationMs: io.clock.now() - started,
    texts: written.fix ? new Map([...texts, ...changed]) : texts,
  };

  const stdoutIsTaken = await printText();
  failures.push(
    ...(await print(report, options.outputs, io, stdoutIsTaken ? io.stderr : io.stdout, written.color)),
  );
  sayFailures(failures, io);
  return statusOf(result.findings, failures.length > 0, options, io);

  async function printText(): Promise<boolean> {
    // With --stdin --fix, standard output is the mended page itself.
    if (written.stdin && written.fix) {
      for (const { path, text } of read.pages) io.stdout.write(changed.get(path) ?? text);
      return true;
    }
    // A dry run shows the diff in the place of the stylish report; formats that were asked for are printed as ever.
    if (written.fixDryRun && written.format === undefined) {
      const { diff } = await import('../../report/diff.ts');
      const changes = Array.from(changed, ([path, after]) => ({
        path,
        before: texts.get(path) ?? '',
        after,
      }));
      io.stdout.write(diff(changes, displayOf(io, io.stdout, written.color)));
      return true;
    }
    return false;
  }
}

/** Whether families may be missing that the pages should be compared with: those that were not asked for, or could not be read. */
function isPartial(read: ReadPages, config: Config, isNamed: boolean): boolean {
  return read.failures.length > 0 || (isNamed && config.families.length === 0);
}

const unsettled =
  'Two fixes undo each other’s work, so --fix stopped after ten rounds. Please report it with the page, and turn one of the two rules off.';

function statusOf(
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
  const order = ['never', 'error', 'warning', 'info'];
  const isBad = counting.some((severity) => order.indexOf(severity) <= order.indexOf(failOn));
  return isBad || isTooMany ? exit.findings : exit.fine;
}
