import { type Checked, type PageToLint, type PlaceToLint, takeOver } from './check.ts';
import type { Failure, Finding, JudgedFinding } from './finding.ts';
import { identified } from './fingerprint.ts';
import { compareFindings } from './order.ts';
import { withPrecedence } from './precedence.ts';
import type { PageLengths } from './raw-finding.ts';
import type { CheckResult, KeptFacts } from './records/page-record.ts';
import { type PageRule, runCheck } from './records/page-step.ts';
import type { Rule } from './rule.ts';
import { asksHistory, asksOutside, needsUse, RuleNames } from './rule-names.ts';
import type { Stopwatch } from './stopwatch.ts';
import { PageSuppressions, type Ran } from './suppress.ts';
import type { SuppressionUse } from './suppression-use.ts';

/** What all rules found on pages, but for those that wait for the findings of others. */
export interface Conclusion {
  readonly pages: readonly (PageToLint & { readonly facts: KeptFacts })[];
  readonly sources: readonly PlaceToLint[];
  /** All rules there are. */
  readonly rules: readonly Rule[];
  /** See `LintSettings`. */
  readonly isPartial: boolean;
  /** Ids of the rules that did not run, for what they ask was not there. */
  readonly idle: ReadonlySet<string>;
  readonly lengths: PageLengths;
  readonly checked: Checked;
  /** Where time is counted. */
  readonly watch?: Stopwatch;
}

export interface Concluded {
  /** In the order of reports. */
  readonly findings: readonly JudgedFinding[];
  readonly failures: readonly Failure[];
}

/**
 * Says which findings stand: gives them their identity, lets one give way to another, judges severities and comments, and runs the rules that wait for
 * that. Each page is judged by itself, unless a rule speaks for related places.
 */
export function conclude({
  pages,
  sources,
  rules,
  isPartial,
  idle,
  lengths,
  checked,
  watch,
}: Conclusion): Concluded {
  const found = withPrecedence(identified(checked.findings.splice(0)), rules);

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
      return options ? [[rule, runCheck({ rule, options, optionsText: '' }, facts, watch)]] : [];
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
