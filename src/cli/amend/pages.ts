import { type Checked, takeOver } from '../../lint/check.ts';
import { conclude } from '../../lint/conclude.ts';
import type { JudgedFinding } from '../../lint/finding.ts';
import { type LookingRule, looks, looksAlike, type PageLook } from '../../lint/looks/page-look.ts';
import { KeptFacts, type PageRecord, type PageText } from '../../lint/records/page-record.ts';
import { type PageTask, tasksFor } from '../../lint/records/page-step.ts';
import type { Rule } from '../../lint/rule.ts';
import type { RuleSetting } from '../../lint/settings.ts';
import { ruleIdOf } from '../../policy/policies/policy.ts';
import type { Shift } from '../../text/shift.ts';
import type { Rest, RestPage } from './rest.ts';
import { movedIn, pagesIn } from './spans.ts';

/** A page's new text. */
interface NewText {
  readonly id: string;
  readonly text: string;
}

/** A page whose findings were made again. */
interface AmendedPage {
  readonly kept: RestPage;
  readonly findings: readonly JudgedFinding[];
}

type PolicyRules = typeof import('../../policy/policies/policy-rule.ts');
type Settings = ReadonlyMap<string, RuleSetting>;

/** Makes the record of a page. May throw where it cannot be read, or not in time: the whole run says why. */
export type RecordOf = (page: PageText, task: PageTask) => PageRecord;

/** Makes findings on single pages again. */
export class Pages {
  readonly #rest: Rest;
  readonly #rules: readonly Rule[];
  readonly #looking: readonly LookingRule[];
  readonly #settings: readonly Settings[];
  readonly #taskFor: (settings: Settings) => PageTask;
  readonly #policies: PolicyRules | null;
  readonly #recordOf: RecordOf;

  private constructor(rest: Rest, rules: readonly Rule[], policies: PolicyRules | null, recordOf: RecordOf) {
    const { settings, tables, vocabulary, among, policies: all } = rest.head;
    this.#rest = rest;
    this.#recordOf = recordOf;
    this.#policies = policies;
    this.#rules = [...rules, ...(policies ? all.map((policy) => policies.policyRule(policy)) : [])];
    this.#settings = settings.map((some) => new Map(some));
    const looking = rules.filter(looks);
    this.#looking = looking.filter(({ id }) => among[id] !== undefined);
    this.#taskFor = tasksFor(rules, tables, vocabulary ?? undefined, looking);
  }

  static async of(rest: Rest, rules: readonly Rule[], recordOf: RecordOf): Promise<Pages> {
    const isAsked = rest.head.policies.length > 0;
    const policies = isAsked ? await import('../../policy/policies/policy-rule.ts') : null;
    return new Pages(rest, rules, policies, recordOf);
  }

  /** The page as it is now; null where its change concerns rules over all pages, or something goes wrong. */
  amended(path: string, before: RestPage, { id, text }: NewText, shift: Shift): AmendedPage | null {
    const settings = this.#settings[before.settings] ?? new Map<string, RuleSetting>();
    const task = this.#taskFor(settings);
    const page = { path, text, id };
    const record = this.#record(page, task);
    const look = record?.look() ?? null;
    if (record === null || look === null) return null;
    const facts = new KeptFacts(page, record);
    // What is not read is told in a notice of the whole run.
    if (facts.unread.length > 0) return null;
    const { among, isPartial, idle, isWhole } = this.#rest.head;
    const [was, is] = [before.look, look].map((one) => JSON.parse(one) as PageLook);
    if (was === undefined || is === undefined) return null;
    if (!looksAlike(was, is, shift, this.#looking, (rule) => among[rule] ?? [], facts)) return null;
    const found = movedIn(before.found, path, shift);
    if (found === null) return null;

    const checked: Checked = { findings: [...found], failures: [], crashed: new Map() };
    const lengths = this.#lengthsWith(path, text.length);
    takeOver(
      path,
      task.checks.flatMap(({ rule }) => {
        const result = record.check(rule.id);
        return result ? [[rule, result] as const] : [];
      }),
      lengths,
      checked,
    );
    const around = before.around;
    if (around !== null && !this.#judgeByPolicies(facts, around, settings, lengths, checked)) return null;
    const { findings, failures } = conclude({
      pages: [{ facts, settings }],
      sources: [],
      rules: this.#rules,
      isPartial,
      idle: new Set(idle),
      lengths,
      checked,
    });
    if (failures.length > 0) return null;
    const isReferring = [...pagesIn(findings)].some((other) => other !== path);
    const judged = isWhole || isReferring ? findings : null;
    const kept = { ...before, id, text, look, found, judged };
    return { kept, findings };
  }

  #record(page: PageText, task: PageTask): PageRecord | null {
    try {
      return this.#recordOf(page, task);
    } catch {
      return null;
    }
  }

  #judgeByPolicies(
    facts: KeptFacts,
    around: NonNullable<RestPage['around']>,
    settings: Settings,
    lengths: ReadonlyMap<string, number>,
    into: Checked,
  ): boolean {
    if (this.#policies === null) return false;
    const { findingsAround } = this.#policies;
    const on = this.#rest.head.policies.filter((policy) => settings.has(ruleIdOf(policy)));
    const results = findingsAround(on, facts, around);
    for (const [id, findings] of results) {
      const rule = this.#rules.find((one) => one.id === id);
      if (rule === undefined) return false;
      takeOver(facts.path, [[rule, { options: '', findings, crash: null }]], lengths, into);
    }
    return true;
  }

  #lengthsWith(path: string, length: number): ReadonlyMap<string, number> {
    const lengths = new Map(this.#rest.lengths);
    return lengths.set(path, length);
  }
}
