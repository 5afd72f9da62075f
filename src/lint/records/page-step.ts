import { createHash } from 'node:crypto';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { compareText } from '../../text/compare.ts';
import { reasonOf } from '../crash.ts';
import { extract } from '../extract.ts';
import { type LookingRule, lookOf } from '../looks/page-look.ts';
import { type RawFinding, worded } from '../raw-finding.ts';
import type { PageFacts, Rule } from '../rule.ts';
import { needsUse } from '../rule-names.ts';
import type { RuleSetting } from '../settings.ts';
import { type Stopwatch, timed } from '../stopwatch.ts';
import { type CheckResult, LiveRecord, type PageRecord, type PageText, type Table } from './page-record.ts';

/** A rule that needs one page. */
export type PageRule = Extract<Rule, { readonly scope: 'document' }>;

/** A rule to be run on a page, with its options. */
export interface PageCheck {
  readonly rule: PageRule;
  readonly options: RuleSetting['options'];
  /** The options as JSON, or a hash of it: the same for the same options. */
  readonly optionsText: string;
}

/** What is to be done with a page; shared by all pages under the same settings. */
export interface PageTask {
  readonly checks: readonly PageCheck[];
  readonly vocabulary: Vocabulary | undefined;
  /** The tables to keep. */
  readonly tables: readonly Table[];
  /** Rules over all pages by which the look of the page is kept; null where it is not. */
  readonly looking: readonly LookingRule[] | null;
}

/** Makes the record of a page: the one step in which its text is taken apart. */
export type PageStep = (page: PageText, task: PageTask) => PageRecord;

/** Makes a record that is not known. */
export type MakeRecord = (page: PageText, task: PageTask) => LiveRecord;

/** Makes the tasks of a run: one for all pages that have the same settings. */
export function tasksFor(
  rules: readonly Rule[],
  tables: readonly Table[],
  vocabulary: Vocabulary | undefined,
  looking: readonly LookingRule[] | null = null,
): (settings: ReadonlyMap<string, RuleSetting>) => PageTask {
  const first = rules.filter((rule): rule is PageRule => rule.scope === 'document' && !needsUse(rule));
  const texts = new Map<RuleSetting['options'], string>();
  const tasks = new Map<ReadonlyMap<string, RuleSetting>, PageTask>();
  const textOf = (options: RuleSetting['options']): string => {
    const text = texts.get(options) ?? optionsText(options);
    texts.set(options, text);
    return text;
  };
  return (settings) => {
    const known = tasks.get(settings);
    if (known !== undefined) return known;
    const checks = first.flatMap((rule): PageCheck[] => {
      const options = settings.get(rule.id)?.options;
      return options ? [{ rule, options, optionsText: textOf(options) }] : [];
    });
    const task = { checks, vocabulary, tables, looking };
    tasks.set(settings, task);
    return task;
  };
}

/** Options as JSON, in one order of the keys; long ones as a hash of it, for each page keeps them for each rule. */
export function optionsText(options: RuleSetting['options']): string {
  const text = JSON.stringify(Object.entries(options).sort(([a], [b]) => compareText(a, b)));
  return text.length <= 40 ? text : createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** Reads a page and runs the rules that need no other. It depends on the arguments alone. */
export function runPageStep({ path, text }: PageText, task: PageTask, watch?: Stopwatch): LiveRecord {
  const facts = extract(path, text, task.vocabulary, watch);
  const checks = new Map(task.checks.map((check) => [check.rule.id, runCheck(check, facts, watch)]));
  const look = task.looking && JSON.stringify(lookOf(facts, task.looking));
  return new LiveRecord(facts, task.tables, checks, look);
}

/** Runs a rule on a page. Findings that point outside the page are mistakes of the rule, and end it. */
export function runCheck(check: PageCheck, facts: PageFacts, watch?: Stopwatch): CheckResult {
  return timed(watch, 'document rules', () => resultOf(check, facts), check.rule.id);
}

function resultOf({ rule, options, optionsText }: PageCheck, facts: PageFacts): CheckResult {
  const lengths = new Map([[facts.path, facts.text.length]]);
  const findings: RawFinding[] = [];
  try {
    for (const raw of rule.check(facts, options) as Iterable<RawFinding>) {
      if (raw.span.page !== facts.path) throw new Error(`It points to another page, ${raw.span.page}.`);
      worded(rule, raw, lengths);
      findings.push(raw);
    }
    return { options: optionsText, findings, crash: null };
  } catch (error) {
    return { options: optionsText, findings, crash: reasonOf(error) };
  }
}

/** Whether a record holds all that a task asks for. */
export function answers(record: PageRecord, { checks, tables, looking }: PageTask): boolean {
  return (
    (looking === null || record.hasLook()) &&
    tables.every((table) => record.has(table)) &&
    checks.every(({ rule, optionsText }) => record.check(rule.id)?.options === optionsText)
  );
}
