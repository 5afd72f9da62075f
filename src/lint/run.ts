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
import { reasonOf } from './crash.ts';
import type { Failure, Finding, JudgedFinding, Notice } from './finding.ts';
import { identified } from './fingerprint.ts';
import { type Judgement, type LaterJudge, placesIn } from './later-judge.ts';
import { compareFindings } from './order.ts';
import { withPrecedence } from './precedence.ts';
import { type CheckResult, KeptFacts, type PageRecord, type PageText } from './records/page-record.ts';
import {
  type PageRule,
  type PageStep,
  type PageTask,
  runCheck,
  runPageStep,
  tasksFor,
} from './records/page-step.ts';
import { tablesKept } from './records/tables.ts';
import type { Rule } from './rule.ts';
import { asksHistory, asksOutside, needsUse, RuleNames } from './rule-names.ts';
import type { LintSettings, RuleSetting } from './settings.ts';
import { timed } from './stopwatch.ts';
import { PageSuppressions, type Ran } from './suppress.ts';
import type { SuppressionUse } from './suppression-use.ts';
import { unreadNotices } from './unread.ts';

export interface LintInput extends LintSettings, Surroundings {
  readonly pages: readonly PageText[];
  readonly vocabulary?: Vocabulary;
  /** Decides what counts of the findings that no comment silences; without it, all do. */
  readonly judge?: LaterJudge;
  /** Makes the records of pages, in place of `runPageStep`: for pages that are known already. */
  readonly step?: PageStep;
  /** Called after each page is read. */
  onPage?(done: number, total: number): void;
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
      pages.push({ record, task, facts: new KeptFacts(page, record), settings });
    } catch (error) {
      failures.push(unreadable(page.path, error));
    }
    input.onPage?.(index + 1, input.pages.length);
  }
  const isPartial = input.isPartial === true || failures.length > 0;
  const result = lintRecords(pages, { ...input, isPartial }, input);
  failures.push(...result.failures);
  const { judge = keepAll } = input;
  const judged = judge(result.findings, { failures, ...placesIn(pages.map(({ facts }) => facts)) });
  const notices = [...unreadNotices(pages), ...judged.notices];
  return { failures, findings: judged.findings, notices };
}

/** What is to be done with pages, by the settings that hold for them. */
export function tasksOf(
  input: Pick<LintInput, 'rules' | 'settingsFor' | 'sources' | 'vocabulary'> & {
    readonly pages: readonly Pick<PageText, 'path'>[];
  },
): (settings: ReadonlyMap<string, RuleSetting>) => PageTask {
  const places = [...input.pages, ...(input.sources ?? [])];
  const tables = tablesKept(
    input.rules,
    places.map(({ path }) => input.settingsFor(path)),
  );
  return tasksFor(input.rules, tables, input.vocabulary);
}

/** A page whose record is made. */
interface ReadPage extends PageToLint {
  readonly facts: KeptFacts;
  readonly record: PageRecord;
  readonly task: PageTask;
}

const keepAll: LaterJudge = (findings): Judgement => ({ findings, notices: [] });

type RecordsResult = Pick<LintResult, 'findings' | 'failures'>;

/** Lints pages whose records are made. */
function lintRecords(read: readonly ReadPage[], settings: LintSettings, around: Surroundings): RecordsResult {
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
  for (const { record, task } of pages) {
    const results = task.checks.flatMap(({ rule }): [Rule, CheckResult][] => {
      const result = record.check(rule.id);
      return result ? [[rule, result]] : [];
    });
    takeOver(record.path, results, lengths, checked);
    record.forgetChecks();
  }
  checkCorpus(pages, sources, around, first, lengths, checked);
  const found = withPrecedence(identified(checked.findings), rules);

  const judge = new Judge(pages, sources, rules);
  const judged = found.map((finding) => judge.judge(finding));

  const last: Checked = { ...checked, findings: [] };
  const lastRules = rules.filter((rule): rule is PageRule => rule.scope === 'document' && needsUse(rule));
  const unfinished = rules.filter(
    (rule) =>
      needsUse(rule) || asksOutside(rule) || asksHistory(rule) || (isPartial && rule.scope === 'corpus'),
  );
  for (const page of pages) {
    const crashed = checked.crashed.get(page.facts.path) ?? [];
    const incomplete = new Set([...crashed, ...unfinished.map((rule) => rule.id)]);
    const suppressionUse = judge.useOf(page, incomplete, idle);
    if (!suppressionUse) continue;
    const facts = page.facts.withUse(suppressionUse);
    const results = lastRules.flatMap((rule): [Rule, CheckResult][] => {
      const options = page.settings.get(rule.id)?.options;
      return options ? [[rule, runCheck({ rule, options, optionsText: '' }, facts, around.watch)]] : [];
    });
    takeOver(facts.path, results, lengths, last);
  }
  for (const finding of identified(last.findings)) judged.push(judge.judge(finding));
  return { findings: judged.sort(compareFindings), failures: checked.failures };
}

/** Gives findings their severity, and silences those that a comment speaks of. */
class Judge {
  readonly #settings: ReadonlyMap<string, PageToLint['settings']>;
  readonly #suppressions: ReadonlyMap<string, PageSuppressions>;

  constructor(pages: readonly PageToLint[], sources: readonly PlaceToLint[], rules: readonly Rule[]) {
    const names = new RuleNames(rules);
    const places = [...pages.map(({ facts, settings }) => ({ path: facts.path, settings })), ...sources];
    this.#settings = new Map(places.map(({ path, settings }) => [path, settings]));
    this.#suppressions = new Map(
      pages
        .filter(({ facts }) => facts.suppressions.length > 0)
        .map(({ facts }) => [facts.path, new PageSuppressions(facts.text, facts.suppressions, names)]),
    );
  }

  judge(finding: Finding): JudgedFinding {
    const { page } = finding.span;
    const severity = this.#settings.get(page)?.get(finding.rule)?.severity ?? 'error';
    const silenced = this.#suppressions.get(page)?.silence(finding) ?? null;
    return { ...finding, severity, silenced };
  }

  /** What became of the page's suppression comments; null for a page without any. */
  useOf(
    { facts, settings }: PageToLint,
    unfinished: ReadonlySet<string>,
    idle: ReadonlySet<string>,
  ): SuppressionUse[] | null {
    const on = [...settings.keys()].filter((id) => !idle.has(id));
    const ran: Ran = {
      complete: new Set(on.filter((id) => !unfinished.has(id))),
      incomplete: new Set(on.filter((id) => unfinished.has(id))),
    };
    return this.#suppressions.get(facts.path)?.use(ran) ?? null;
  }
}

function unreadable(path: string, error: unknown): Failure {
  if (error instanceof OutOfTime) return tooSlow(path, error);
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
