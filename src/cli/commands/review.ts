import { resolve } from 'node:path';
import { AccessError, GitLabError } from '../../gitlab/access.ts';
import { applyPlan } from '../../gitlab/apply/apply.ts';
import type { ReviewClient } from '../../gitlab/client/review-client.ts';
import { type DiffVersion, isCutOff } from '../../gitlab/diff/version.ts';
import { openClient } from '../../gitlab/open-client.ts';
import { type Planned, planReview } from '../../gitlab/review.ts';
import { waitForVersion } from '../../gitlab/wait-for-version.ts';
import { planJson, planText } from '../../gitlab/words/plan-text.ts';
import { GitError } from '../../host/git.ts';
import { relativePath } from '../../host/relative-path.ts';
import type { Failure } from '../../lint/finding.ts';
import { visible } from '../../report/visible.ts';
import { sayFailures } from '../failures.ts';
import type { Io } from '../io.ts';
import { type LintRun, runLint } from '../lint-run.ts';
import { print } from '../output.ts';
import { changedPages } from '../review/changed-pages.ts';
import { ioAt, neededCommit, startingAt } from '../review/commits.ts';
import { type ReviewContext, reviewContext, type WrittenReviewOptions } from '../review/context.ts';
import { withLeftOut } from '../review/left-out.ts';
import { wayOut } from '../review/network.ts';
import { checkNamedConfig, policyPlace } from '../review/policy.ts';
import { reviewScope } from '../review/scope.ts';
import { noting, settingsNotices } from '../review/settings.ts';
import { statusOf } from '../status.ts';
import { tool } from '../tool.ts';
import { UsageError } from '../usage-error.ts';
import { onlyErrors } from './lint.ts';

const unprotected =
  'Nothing tells where the merge request starts, so the settings are those of the commit that is checked out, and what was there before counts too. Add --policy-ref and --since with the target branch.';

const cutOff =
  'GitLab’s diff of this merge request leaves files out, as it is too large. What the change brings there stands in this summary alone. Smaller merge requests are easier to review.';

/** What is known before linting; version and client are null where there can be no comments. */
interface Prepared {
  readonly head: Io;
  readonly version: DiffVersion | null;
  readonly client: ReviewClient | null;
}

/**
 * Lints what a merge request brings, and comments on it. Where it may not comment it says so, and reports alone. Returns the exit
 * status, which is that of `lint`.
 */
export async function reviewCommand(
  paths: readonly string[],
  written: WrittenReviewOptions,
  io: Io,
): Promise<number> {
  const context = reviewContext(written, io);
  const problems: Failure[] = [];
  const say = (sentence: string) => io.stderr.write(`jobfam-lint: ${visible(sentence)}\n`);
  try {
    const { head: checkedOut, version, client } = await prepare(context, io, say, problems);
    const place = policyPlace(version?.refs ?? null, context, written, io);
    if (place === null) say(unprotected);
    checkNamedConfig(written, place, checkedOut);
    const seen = new Set<string>();
    const base = place?.base?.git.commit('HEAD') ?? null;
    const head = base === null ? checkedOut : startingAt(base, checkedOut);
    const since = written.since ?? base ?? place?.io.git.commit('HEAD');
    const policy = noting(place?.io ?? head, seen);
    const run = await runLint(paths, { ...written, ...(since && { since }) }, head, policy);
    const notices = place === null ? [] : await settingsNotices(seen, place, written, head, 'review');
    let planned: Planned | null = null;
    if (version !== null && client !== null) {
      try {
        planned = await comment(
          { run, version, client, context, head, base: place?.base ?? null, notices },
          written,
          say,
          problems,
        );
      } catch (error) {
        takeRefusal(error, say, problems);
      }
    }
    return await finish(run, planned, problems, written, io);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError([`A review needs the Git repository of the pages. ${error.message}`]);
  }
}

/** Finds out whether there can be comments, before anything is linted: the diff says what to compare with. */
async function prepare(
  context: ReviewContext,
  io: Io,
  say: (sentence: string) => void,
  problems: Failure[],
): Promise<Prepared> {
  const commit =
    context.head === null
      ? io.git.commit('HEAD')
      : neededCommit(context.head, 'the last one of the merge request’s branch', io.git);
  if (commit === null) throw new UsageError(['A review needs a commit, but this repository has none yet.']);
  const head = ioAt(commit, io);
  const none = { head, version: null, client: null };
  if (context.token === null) {
    say(context.why);
    return none;
  }
  try {
    const { clock } = io.outside;
    const way = await wayOut(io, say);
    const client = openClient(context.ref, context.token, clock, `${tool.name}/${tool.version}`, way);
    const version = await waitForVersion(client, commit, clock);
    return { head, version, client };
  } catch (error) {
    takeRefusal(error, say, problems);
    return none;
  }
}

interface ToComment {
  readonly run: LintRun;
  readonly version: DiffVersion;
  readonly client: ReviewClient;
  readonly context: ReviewContext;
  readonly head: Io;
  /** Where the merge request starts. */
  readonly base: Io | null;
  readonly notices: readonly string[];
}

/** Plans the comments, and writes them unless it is only tried. */
async function comment(
  { run, version, client, context, head, base, notices }: ToComment,
  asked: WrittenReviewOptions,
  say: (sentence: string) => void,
  problems: Failure[],
): Promise<Planned> {
  const { report, config } = run;
  const [self, threads, { webUrl }] = [
    await client.self(),
    await client.threads(),
    await client.mergeRequest(),
  ];
  const top = head.git.top();
  const { scope, label } = reviewScope(asked, config, head);
  const elsewhere = new Set(config.policySources.map(({ path }) => path));
  const pathOf = (page: string) => relativePath(top, resolve(head.files.cwd, page));
  const findings = report.findings.filter(({ silenced }) => silenced === null);
  const withFindings = new Set(findings.map(({ span }) => pathOf(span.page)));
  const planned = planReview({
    findings,
    silenced: report.findings.flatMap(({ silenced, fingerprint }) =>
      silenced === null ? [] : [fingerprint],
    ),
    version: withLeftOut(version, withFindings, head.git),
    changed: changedPages(version, run.read.pages, head, base),
    threads,
    owner: { self, scope },
    label,
    limit: context.limit,
    webUrl,
    docsUrl: asked.docsUrl ?? null,
    notices: [
      ...notices,
      ...(isCutOff(version) ? [cutOff] : []),
      ...report.notices.filter(({ kind }) => kind === 'since-shallow').map(({ message }) => message),
      ...report.failures.map(({ message }) => message),
    ],
    pages: report.files,
    durationMs: report.durationMs,
    pathOf,
    textOf: (page) => (elsewhere.has(page) ? null : (report.texts.get(page) ?? null)),
  });
  if (asked.dryRun) return planned;
  const outcome = await applyPlan(planned.plan, planned.summaryOf, client);
  problems.push(...outcome.problems.map((message) => ({ message })));
  const written = outcome.problems.length === 0 ? 'is written' : 'is written in part alone';
  say(`The review ${written}, with ${outcome.requests} requests to GitLab.`);
  return planned;
}

/** A missing right is no failure of the run; a GitLab that does not answer is one. */
function takeRefusal(error: unknown, say: (sentence: string) => void, problems: Failure[]): void {
  if (error instanceof AccessError) say(error.message);
  else if (error instanceof GitLabError) problems.push({ message: error.message });
  else throw error;
}

/** Prints the report, or the plan where it is only tried; files are written in any case. */
async function finish(
  { options, report: whole, notes }: LintRun,
  planned: Planned | null,
  problems: readonly Failure[],
  written: WrittenReviewOptions,
  io: Io,
): Promise<number> {
  const report = written.quiet ? onlyErrors(whole) : whole;
  const isShown = written.dryRun === true && planned !== null;
  const toFiles = options.outputs.filter(({ file }) => file !== null);
  const outputs = isShown ? toFiles : options.outputs;
  const unwritten = await print(report, outputs, io, io.stdout, written.color);
  if (isShown) {
    const isJson = options.outputs.some(({ format, file }) => format === 'json' && file === null);
    io.stdout.write(isJson ? planJson(planned.plan) : planText(planned.plan, planned.places));
  }
  const failures = [...whole.failures, ...unwritten, ...problems];
  sayFailures([...failures, ...notes.map((message) => ({ message }))], io);
  return statusOf(whole.findings, failures.length > 0, options, io);
}
