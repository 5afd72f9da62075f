import { rules as ownRules } from '../../rules/index.ts';
import type { Store } from '../host/store.ts';
import type { Failure, JudgedFinding, Report } from '../lint/finding.ts';
import type { PageText } from '../lint/records/page-record.ts';
import { Records } from '../lint/records/records.ts';
import type { Rule } from '../lint/rule.ts';
import { asksHistory, asksOutside } from '../lint/rule-names.ts';
import { type CorpusWork, type LintInput, tasksOf } from '../lint/run.ts';
import type { Config } from '../policy/config.ts';
import { type Coverage, coverageOf } from '../policy/coverage.ts';
import { vocabularyOf } from '../policy/vocabulary.ts';
import { isAmendable, mostPages, restOf } from './amend/keep-rest.ts';
import type { RestToKeep } from './amend/rest.ts';
import type { TakenUp } from './amend/taken-up.ts';
import { configuredBaseline } from './baseline.ts';
import { readChange, settingsWith } from './change.ts';
import type { Io } from './io.ts';
import { judgeOf } from './judging.ts';
import { LazyTexts } from './lazy-texts.ts';
import { checkLintOptions, type LintOptions, type WrittenLintOptions } from './lint-options.ts';
import { checkedRules, isLeftOut, settingsOf } from './lint-settings.ts';
import { loadSettings } from './load.ts';
import { lintAndMend, type Mending } from './mend.ts';
import { isPartial, type ReadPages, readPages, readStdin } from './pages.ts';
import { Progress } from './progress.ts';
import { limitedStep } from './records/limited-step.ts';
import { openPageCache } from './records/open-cache.ts';
import { prepareRecords, spillFor } from './records/prepare.ts';
import { readShards } from './records/shards.ts';
import type { FoundRun } from './replay/replay.ts';
import { beforeSince, changeSince, findSince } from './since.ts';
import { siteInput } from './site.ts';
import { siteAhead } from './site-ahead.ts';
import { tool } from './tool.ts';

/** A run over pages, and all that there is to say of it. */
export interface LintRun {
  readonly options: LintOptions;
  readonly config: Config;
  readonly read: ReadPages;
  /** All findings, whatever `--quiet` leaves out. */
  readonly report: Report;
  readonly coverage: Coverage;
  /** New texts of pages; see `lintAndMend`. */
  readonly changed: ReadonlyMap<string, string>;
  /** Sentences on outside addresses that could not be judged. */
  readonly notes: readonly string[];
  /** Where records are kept; null where none are. */
  readonly store: Store | null;
  /** What can be kept beside the outcome, so that another run can take it up; null where that cannot be. */
  rest(): RestToKeep | null;
  /** The run that this one has taken up; null where all rules ran. */
  readonly taken: TakenUp | null;
}

/**
 * Lints pages, and mends them where asked to.
 * @param io where the pages are
 * @param policy where config, policies, waivers and baseline are; mostly the same
 */
export async function runLint(
  paths: readonly string[],
  written: WrittenLintOptions,
  io: Io,
  policy: Io = io,
): Promise<LintRun> {
  const started = io.clock.now();
  const { watch } = io;
  watch?.begin('config');
  const config = await loadSettings(written, policy);
  const rules = [...ownRules, ...config.policyRules];
  const options = checkLintOptions(written, paths, rules);
  const vocabulary = vocabularyOf(config.vocabulary);
  const cacheNotes: string[] = [];
  watch?.begin('records');
  const cache = await openPageCache(options.cache, config, vocabulary, io, (note) => cacheNotes.push(note));
  const mending = mendingOf(written);
  watch?.begin('discovery');
  const found = written.stdin
    ? await readStdin(io, written.stdinPath ?? 'stdin.md', config, cache)
    : readPages(io, paths, config, cache);
  // What is to be mended must be known as it was read.
  const read =
    mending === 'none'
      ? found
      : { ...found, pages: found.pages.map((page) => ({ ...page, text: page.text })) };
  const isNamed = paths.length > 0 || written.stdin === true;
  const unknown: Failure[] = [];
  const spill = await spillFor(read.pages.length + read.context.length, io);
  const site = siteInput(io.files, config, unknown, spill);
  const baseline = written.baseline === false ? null : configuredBaseline(config, policy);
  const since = findSince(written.since, io);
  const change = changeSince(since, (commit) => readChange(commit, read, site, config, io));
  const all = [...read.pages, ...read.context, ...change.linking];
  const asked = new Set(read.pages.map(({ path }) => path));
  const sources = config.policySources;
  const mayPointTo = new Set([...asked, ...sources.map(({ path }) => path)]);
  const before = new LazyTexts([...all, ...sources]);

  const progress = new Progress(io);
  watch?.begin('records');
  // Where the policy is another commit's, so may be its vocabulary.
  const noteShard = policy === io ? null : (note: string) => cacheNotes.push(note);
  const shards = await readShards(written.merge ?? [], vocabulary, io, noteShard);
  const make = await limitedStep(options, io);
  const records = new Records([...(shards ? [shards] : []), ...(cache ? [cache] : [])], make);
  const settings = (isAsked: (path: string) => boolean) =>
    settingsOf(config, rules, options, io.files.cwd, isAsked);
  const input = {
    pages: all,
    rules,
    settingsFor: settingsWith(change.surroundings, rules, settings, (path) => mayPointTo.has(path)),
    sources,
    step: records.step,
    vocabulary,
    isPartial: isPartial(read, config, isNamed),
    isLooking: cache !== null && shards === null && all.length <= mostPages,
    ...(site && { site }),
    ...(watch && { watch }),
    ...(spill && { spill }),
    ...change.surroundings,
  };
  // Fixes change pages that would be read already.
  const ahead = mending === 'none' ? siteAhead(input) : null;
  await prepareRecords({
    ...input,
    meanwhile: ahead?.steps ?? [],
    taskFor: tasksOf(input),
    records,
    threads: options.concurrency === 1 ? null : ((await io.threads?.()) ?? null),
    count: options.concurrency,
    pageTime: options.pageTime,
    watch,
    spareMemory: io.spareMemory,
    spill: cache === null ? spill : null,
    onPage: (done, total) => progress.show(done, total),
  });
  if (options.external) watch?.begin('outside links');
  const useCache = written.cache !== false;
  const outside = options.external
    ? await (await import('./external.ts')).askOutside({ ...input, config, useCache, progress }, io)
    : null;
  const now = { ...input, ...(outside && { external: outside.external }) };
  watch?.begin('judging');
  const former = written.stdin ? [written.stdinPath ?? 'stdin.md'] : paths;
  const { before: foundBefore, failures: unfound } = beforeSince(
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
  const judge = judgeOf({ config, baseline, before: foundBefore, coverage, today: options.today }, io);
  const isJudged = config.waivers.length > 0 || baseline !== null;
  const amendable = { written, options, config, pages: all, isJudged };
  const isKeeping = input.isLooking && isAmendable(amendable) && io.keepRun !== undefined;
  const earlier = isKeeping ? io.before : undefined;
  const taken = earlier ? await takenUp(earlier, all, records, io) : null;
  let work: CorpusWork | null = null;
  // As the rules leave them, before waivers and the baseline.
  let concluded: readonly JudgedFinding[] = [];
  let later = 0;
  const asking: LintInput = {
    ...now,
    judge(findings, about) {
      concluded = findings;
      const judgement = judge(findings, about);
      later = judgement.notices.length;
      return judgement;
    },
    ...(taken && { known: () => taken.findings }),
    ...(ahead && { openSite: ahead.openSite }),
    ...(isKeeping && {
      onCorpus(done: CorpusWork) {
        work = done;
      },
    }),
  };
  watch?.begin(mending === 'none' ? 'judging' : 'fixing');
  const { result, changed, failures: unmended } = lintAndMend(asking, all, mending, io);
  watch?.begin('records');
  cache?.save();
  watch?.begin('report');
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
  const isIdle = (rule: Rule) =>
    (asksOutside(rule) && outside === null) || (asksHistory(rule) && !change.surroundings.site?.former);
  const report: Report = {
    tool,
    rules: checkedRules(rules, asked, input.settingsFor, isIdle),
    findings: result.findings,
    failures,
    notices: [...since.notices, ...(baseline?.notices ?? []), ...result.notices],
    files: read.pages.length,
    durationMs: io.clock.now() - started,
    texts: written.fix ? new Map([...before, ...changed]) : before,
  };
  return {
    options,
    config,
    read,
    report,
    coverage,
    changed,
    store: cache?.store ?? null,
    // Of what could not be read, nothing is kept.
    rest: () =>
      work === null || failures.length > 0 || result.notices.length > later
        ? null
        : restOf({ ...amendable, input: asking, work, findings: concluded }),
    taken,
    notes: [...cacheNotes, ...(outside?.notes ?? [])],
  };
}

function mendingOf({ fix, fixDryRun, stdin }: WrittenLintOptions): Mending {
  if (fixDryRun) return 'show';
  if (!fix) return 'none';
  return stdin ? 'text' : 'write';
}

/** Takes up an earlier run; null where the rules must run on all pages. */
async function takenUp(
  earlier: FoundRun,
  pages: readonly PageText[],
  records: Records,
  io: Io,
): Promise<TakenUp | null> {
  const { takeUp } = await import('./amend/take-up.ts');
  return takeUp(earlier, pages, records.step, io.files.cwd);
}
