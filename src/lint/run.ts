import { OutOfTime } from '../host/time-limit.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { compareText } from '../text/compare.ts';
import {
  type Checked,
  checkCorpus,
  type PageToLint,
  type PlaceToLint,
  type Surroundings,
  takeOver,
} from './check.ts';
import { type Concluded, conclude } from './conclude.ts';
import { reasonOf } from './crash.ts';
import type { Failure, JudgedFinding, Notice } from './finding.ts';
import { FindingsAside } from './found.ts';
import { type Judgement, type LaterJudge, placesIn } from './later-judge.ts';
import { type LookingRule, looks } from './looks/page-look.ts';
import type { PageLengths, WordedFinding } from './raw-finding.ts';
import { type CheckResult, KeptFacts, type PageRecord, type PageText } from './records/page-record.ts';
import { type PageStep, type PageTask, runPageStep, tasksFor } from './records/page-step.ts';
import { tablesKept } from './records/tables.ts';
import type { CorpusFacts, Rule } from './rule.ts';
import { asksHistory, asksOutside, needsUse } from './rule-names.ts';
import type { LintSettings, RuleSetting } from './settings.ts';
import { timed } from './stopwatch.ts';
import { tooLong } from './too-long.ts';
import { unreadNotices } from './unread.ts';

export interface LintInput extends LintSettings, Surroundings {
  readonly pages: readonly PageText[];
  readonly vocabulary?: Vocabulary;
  /** Decides what counts of the findings that no comment silences; without it, all do. */
  readonly judge?: LaterJudge;
  /** Makes the records of pages, in place of `runPageStep`: for pages that are known already. */
  readonly step?: PageStep;
  /** Whether to keep how pages look to rules over all pages. */
  readonly isLooking?: boolean;
  /** What all rules find, in the order of reports, where that is known without running them; null where it is not. */
  known?(): readonly JudgedFinding[] | null;
  /** Called when the rules over all pages have run. */
  onCorpus?(work: CorpusWork): void;
  /** Called after each page is read. */
  onPage?(done: number, total: number): void;
}

/** What the rules over all pages made. */
export interface CorpusWork {
  /** Of all pages that could be read. */
  readonly records: readonly PageRecord[];
  readonly corpus: CorpusFacts;
  /** What their looks are held against, by rule; one for each set of options. */
  readonly among: (rule: LookingRule) => readonly unknown[];
  /** Ids of the rules that did not run, for what they ask was not there. */
  readonly idle: ReadonlySet<string>;
  /** Their findings, also those that give way to others. */
  readonly findings: readonly WordedFinding[];
}

/** Findings in the order of reports, silenced ones included, and what could not be done. */
export interface LintResult {
  readonly findings: readonly JudgedFinding[];
  readonly failures: readonly Failure[];
  readonly notices: readonly Notice[];
}

/** Lints pages. Never throws for what a page holds or a rule does; that becomes a failure, and all else still runs. */
export function lint(input: LintInput): LintResult {
  return timed(input.watch, 'judging', () => lintPages(input));
}

function lintPages(input: LintInput): LintResult {
  const pages: ReadPage[] = [];
  const failures: Failure[] = [];
  const taskFor = tasksOf(input);
  const step: PageStep = input.step ?? ((page, task) => runPageStep(page, task, input.watch));
  for (const [index, page] of input.pages.entries()) {
    const settings = input.settingsFor(page.path);
    const task = taskFor(settings);
    try {
      const record = step(page, task);
      record.forget();
      pages.push({ record, task, facts: new KeptFacts(page, record), settings });
    } catch (error) {
      failures.push(unreadable(page.path, error));
    }
    input.onPage?.(index + 1, input.pages.length);
  }
  const isPartial = input.isPartial === true || failures.length > 0;
  const known = failures.length === 0 ? (input.known?.() ?? null) : null;
  const result =
    known === null ? lintRecords(pages, { ...input, isPartial }, input) : { findings: known, failures: [] };
  failures.push(...result.failures);
  const { judge = keepAll } = input;
  const judged = judge(result.findings, { failures, ...placesIn(pages.map(({ facts }) => facts)) });
  const notices = [...unreadNotices(pages), ...judged.notices];
  return { failures, findings: judged.findings, notices };
}

/** What is to be done with pages, by the settings that hold for them. */
export function tasksOf(
  input: Pick<LintInput, 'rules' | 'settingsFor' | 'sources' | 'vocabulary' | 'isLooking'> & {
    readonly pages: readonly Pick<PageText, 'path'>[];
  },
): (settings: ReadonlyMap<string, RuleSetting>) => PageTask {
  const places = [...input.pages, ...(input.sources ?? [])];
  const tables = tablesKept(
    input.rules,
    places.map(({ path }) => input.settingsFor(path)),
  );
  return tasksFor(input.rules, tables, input.vocabulary, input.isLooking ? input.rules.filter(looks) : null);
}

/** A page whose record is made. */
interface ReadPage extends PageToLint {
  readonly facts: KeptFacts;
  readonly record: PageRecord;
  readonly task: PageTask;
}

const keepAll: LaterJudge = (findings): Judgement => ({ findings, notices: [] });

/** Lints pages whose records are made. */
function lintRecords(
  read: readonly ReadPage[],
  settings: LintSettings,
  around: Surroundings & Pick<LintInput, 'onCorpus'>,
): Concluded {
  const { rules, isPartial } = settings;
  const pages = [...read].sort((a, b) => compareText(a.facts.path, b.facts.path));
  const lengths = new Map([
    ...pages.map(({ record: { path, length } }): [string, number] => [path, length]),
    ...(around.sources ?? []).map(({ path, text }): [string, number] => [path, text.length]),
  ]);
  const sources = (around.sources ?? []).map(({ path }) => ({ path, settings: settings.settingsFor(path) }));
  const checked: Checked = { findings: [], failures: [], crashed: new Map() };

  const idle = new Set(
    rules
      .filter(
        (rule) => (asksOutside(rule) && !around.external) || (asksHistory(rule) && !around.site?.former),
      )
      .map(({ id }) => id),
  );
  const first = rules.filter((rule) => !needsUse(rule) && !idle.has(rule.id));
  const aside = checkTogether(pages, sources, around, first, lengths, idle, checked);
  // Last, so that what single pages have is not held while rules look at all of them.
  const later = checked.failures.splice(0);
  for (const { record, task } of pages) {
    const results = task.checks.flatMap(({ rule }): [Rule, CheckResult][] => {
      const result = record.check(rule.id);
      return result ? [[rule, result]] : [];
    });
    takeOver(record.path, results, lengths, checked);
    record.forget();
  }
  checked.failures.push(...later);
  for (const finding of aside?.all() ?? []) checked.findings.push(finding);
  const { watch } = around;
  return conclude({
    pages,
    sources,
    rules,
    isPartial: isPartial === true,
    idle,
    lengths,
    checked,
    ...(watch && { watch }),
  });
}

/** Runs rules over all pages. What they share is gone when it returns. Their findings go to `into`, or are put aside. */
function checkTogether(
  pages: readonly ReadPage[],
  sources: readonly PlaceToLint[],
  around: Surroundings & Pick<LintInput, 'onCorpus'>,
  rules: readonly Rule[],
  lengths: PageLengths,
  idle: ReadonlySet<string>,
  into: Checked,
): FindingsAside | null {
  const { spill, onCorpus } = around;
  if (spill !== undefined && onCorpus === undefined) {
    const aside = new FindingsAside(spill);
    checkCorpus(pages, sources, around, rules, lengths, { ...into, findings: aside });
    return aside;
  }
  const { corpus, among } = checkCorpus(pages, sources, around, rules, lengths, into);
  onCorpus?.({
    records: pages.map(({ record }) => record),
    corpus,
    among,
    idle,
    findings: [...into.findings],
  });
  return null;
}

function unreadable(path: string, error: unknown): Failure {
  if (error instanceof OutOfTime) return tooSlow(path, error);
  const long = tooLong(error);
  if (long !== null) {
    const message = `${path} ${long}, so it was not checked; other pages were. Divide it into smaller pages, or leave it out.`;
    return { message, file: path };
  }
  return {
    message:
      `${path} could not be read as markdown: ${reasonOf(error)} The page was left out. ` +
      `This is a mistake in jobfam-lint: please report it with the page.`,
    file: path,
  };
}

function tooSlow(path: string, { milliseconds }: OutOfTime): Failure {
  const time = milliseconds === 1000 ? '1 second' : `${milliseconds / 1000} seconds`;
  return {
    message:
      `${path} took longer than ${time}, so it was not checked; other pages were. ` +
      `Divide it into smaller pages, leave it out, or give it more time with --page-timeout.`,
    file: path,
  };
}
