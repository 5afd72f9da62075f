import type { Vocabulary } from '../model/vocabulary.ts';
import { compareText } from '../text/compare.ts';
import {
  type Checked,
  checkCorpus,
  checkPage,
  type PageToLint,
  type PlaceToLint,
  reasonOf,
  type Surroundings,
} from './check.ts';
import { extract } from './extract.ts';
import type { Failure, Finding, JudgedFinding, Notice } from './finding.ts';
import { identified } from './fingerprint.ts';
import { type Judgement, type LaterJudge, placesIn } from './later-judge.ts';
import { compareFindings } from './order.ts';
import { withPrecedence } from './precedence.ts';
import type { PageFacts, Rule } from './rule.ts';
import { asksHistory, asksOutside, needsUse, RuleNames } from './rule-names.ts';
import type { LintSettings } from './settings.ts';
import { PageSuppressions, type Ran } from './suppress.ts';
import type { SuppressionUse } from './suppression-use.ts';

export interface LintInput extends LintSettings, Surroundings {
  readonly pages: readonly { readonly path: string; readonly text: string }[];
  readonly vocabulary?: Vocabulary;
  /** Decides what counts of the findings that no comment silences; without it, all do. */
  readonly judge?: LaterJudge;
  /** Reads the facts of a page, in place of `extract`: for runs over the same pages. */
  readonly extract?: typeof extract;
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
  const pages: PageFacts[] = [];
  const failures: Failure[] = [];
  for (const [index, { path, text }] of input.pages.entries()) {
    try {
      pages.push((input.extract ?? extract)(path, text, input.vocabulary));
    } catch (error) {
      failures.push(unreadable(path, error));
    }
    input.onPage?.(index + 1, input.pages.length);
  }
  const isPartial = input.isPartial === true || failures.length > 0;
  const result = lintFacts(pages, { ...input, isPartial }, input);
  failures.push(...result.failures);
  const { judge = keepAll } = input;
  return { failures, ...judge(result.findings, { failures, ...placesIn(pages) }) };
}

const keepAll: LaterJudge = (findings): Judgement => ({ findings, notices: [] });

type FactsResult = Pick<LintResult, 'findings' | 'failures'>;

/** Lints pages whose facts are known already. */
function lintFacts(facts: readonly PageFacts[], settings: LintSettings, around: Surroundings): FactsResult {
  const { rules, isPartial } = settings;
  const pages = [...facts]
    .sort((a, b) => compareText(a.path, b.path))
    .map((page) => ({ facts: page, settings: settings.settingsFor(page.path) }));
  const texts = [...pages.map((page) => page.facts), ...(around.sources ?? [])];
  const lengths = new Map(texts.map(({ path, text }) => [path, text.length]));
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
  for (const page of pages) checkPage(page, first, lengths, checked);
  checkCorpus(pages, sources, around, first, lengths, checked);
  const found = withPrecedence(identified(checked.findings), rules);

  const judge = new Judge(pages, sources, rules);
  const judged = found.map((finding) => judge.judge(finding));

  const last: Checked = { ...checked, findings: [] };
  const lastRules = rules.filter(needsUse);
  const unfinished = rules.filter(
    (rule) =>
      needsUse(rule) || asksOutside(rule) || asksHistory(rule) || (isPartial && rule.scope === 'corpus'),
  );
  for (const page of pages) {
    const crashed = checked.crashed.get(page.facts.path) ?? [];
    const incomplete = new Set([...crashed, ...unfinished.map((rule) => rule.id)]);
    const suppressionUse = judge.useOf(page, incomplete, idle);
    if (suppressionUse)
      checkPage({ ...page, facts: { ...page.facts, suppressionUse } }, lastRules, lengths, last);
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
  return {
    message:
      `${path} could not be read as markdown: ${reasonOf(error)} The page was left out. ` +
      `This is a mistake in jobfam-lint: please report it with the page.`,
    file: path,
  };
}
