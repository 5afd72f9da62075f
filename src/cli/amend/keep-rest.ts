import type { JudgedFinding } from '../../lint/finding.ts';
import { looks } from '../../lint/looks/page-look.ts';
import type { PageText } from '../../lint/records/page-record.ts';
import { tablesKept } from '../../lint/records/tables.ts';
import { asksHistory, asksOutside } from '../../lint/rule-names.ts';
import type { CorpusWork, LintInput } from '../../lint/run.ts';
import type { Config } from '../../policy/config.ts';
import { ruleIdOf } from '../../policy/policies/policy.ts';
import { keptAround } from '../../policy/view/kept-around.ts';
import { corpusView } from '../../policy/view/view.ts';
import { addToGroup, groupBy } from '../../text/group-by.ts';
import type { LintOptions, WrittenLintOptions } from '../lint-options.ts';
import type { RestHead, RestPage, RestToKeep } from './rest.ts';
import { pagesIn } from './spans.ts';

/** Of more pages, nothing is kept beside the outcome. */
export const mostPages = 20_000;

export interface Amendable {
  readonly written: WrittenLintOptions;
  readonly options: LintOptions;
  readonly config: Config;
  readonly pages: readonly PageText[];
  /** Whether there are waivers, or a baseline. */
  readonly isJudged: boolean;
}

/** Whether findings on a page can be made again alone. */
export function isAmendable({ written, pages }: Pick<Amendable, 'written' | 'pages'>): boolean {
  const { fix, fixDryRun, stdin, external, since, merge, timing } = written;
  const isOther =
    fix || fixDryRun || stdin || external || since !== undefined || merge !== undefined || timing;
  return !isOther && pages.length <= mostPages;
}

/**
 * Whether the outcome must be made of all findings: waivers and the baseline are judged by them, and of all formats only JSON is made of one
 * page after the other.
 */
function isWhole({ written, options, isJudged }: Amendable): boolean {
  const [output, ...others] = options.outputs;
  const isJson = output?.format === 'json' && output.file === null && others.length === 0;
  return !isJson || isJudged || written.quiet === true;
}

export interface WorkDone extends Amendable {
  readonly input: LintInput;
  readonly work: CorpusWork;
  /** All findings, before waivers and the baseline. */
  readonly findings: readonly JudgedFinding[];
}

/** Collects what is to be kept; null where some rule cannot say whether a change concerns it. */
export function restOf(done: WorkDone): RestToKeep | null {
  const { config, options, pages, input, work, findings } = done;
  const keepsAll = isWhole(done);
  const policies = new Map(config.policies.map((policy) => [ruleIdOf(policy), policy]));
  const settings = [...new Set(pages.map(({ path }) => input.settingsFor(path)))];
  const on = new Set(settings.flatMap((some) => [...some.keys()]));
  const running = input.rules.filter(
    (rule) => rule.scope === 'corpus' && on.has(rule.id) && !asksHistory(rule) && !asksOutside(rule),
  );
  if (running.some((rule) => !looks(rule) && !policies.has(rule.id))) return null;
  const policyRules = new Set(policies.keys());
  const places = new Map(settings.map((some, index) => [some, index]));
  const judged = groupBy(findings, ({ span }) => span.page);
  const found = groupBy(work.findings, ({ span }) => span.page);
  const facts = new Map(work.corpus.pages.map((page) => [page.path, page]));
  const isViewed = running.some(({ id }) => policyRules.has(id));
  const records = new Map(work.records.map((record) => [record.path, record]));
  const kept: (readonly [string, number, RestPage])[] = [];
  const referring = new Map<string, string[]>();
  for (const page of pages) {
    const { path, id, text } = page;
    const record = records.get(path);
    const look = record?.look();
    const own = facts.get(path);
    if (record === undefined || look == null || id === undefined || own === undefined) return null;
    const around = isViewed ? corpusView(work.corpus).aroundOf(path) : null;
    const all = judged.get(path) ?? [];
    const rest: RestPage = {
      id,
      text,
      settings: places.get(input.settingsFor(path)) ?? 0,
      look,
      found: (found.get(path) ?? []).filter(({ rule }) => !policyRules.has(rule)),
      around: around && keptAround(own, around),
      judged: keepsAll || [...pagesIn(all)].some((other) => other !== path) ? all : null,
    };
    for (const other of pagesIn(rest)) if (other !== path) addToGroup(referring, other, path);
    kept.push([path, record.length, rest]);
  }
  const elsewhere = findings.filter(({ span }) => !records.has(span.page));
  if (keepsAll && [...pagesIn(elsewhere)].some((path) => records.has(path))) return null;
  const head: RestHead = {
    settings: settings.map((some) => [...some]),
    tables: tablesKept(input.rules, settings),
    vocabulary: input.vocabulary ?? null,
    isPartial: input.isPartial === true,
    idle: [...work.idle],
    among: Object.fromEntries(running.filter(looks).map((rule) => [rule.id, work.among(rule)])),
    policies: config.policies.map((policy) => ({ ...policy, examples: { valid: [], invalid: [] } })),
    pageTime: options.pageTime,
    failOn: options.failOn,
    maxWarnings: Number.isFinite(options.maxWarnings) ? options.maxWarnings : null,
    referring: Object.fromEntries(referring),
    isWhole: keepsAll,
    elsewhere: keepsAll ? elsewhere : [],
  };
  return { head, pages: kept };
}
