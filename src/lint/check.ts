import type { Spill } from '../host/spill.ts';
import type { Answers } from '../site/external/answer.ts';
import type { SiteFacts } from '../site/facts.ts';
import type { SitePages } from '../site/pages.ts';
import type { SiteInput } from '../site/settings.ts';
import { siteFacts, siteOfPages } from '../site/site-facts.ts';
import { crashOf, reasonOf } from './crash.ts';
import type { Failure } from './finding.ts';
import type { FindingSink } from './found.ts';
import type { LookingRule } from './looks/page-look.ts';
import { type PageLengths, type RawFinding, type WordedFinding, worded } from './raw-finding.ts';
import type { CheckResult } from './records/page-record.ts';
import { optionsText } from './records/page-step.ts';
import type { CorpusFacts, PageFacts, Rule } from './rule.ts';
import type { RuleSetting } from './settings.ts';
import { type Stopwatch, timed } from './stopwatch.ts';

/** A page with the settings that hold for it. */
export interface PageToLint {
  readonly facts: PageFacts;
  /** By rule id; rules that are off are absent. */
  readonly settings: ReadonlyMap<string, RuleSetting>;
}

/** Where findings may point, with the settings that hold there. */
export interface PlaceToLint {
  readonly path: string;
  readonly settings: ReadonlyMap<string, RuleSetting>;
}

/** What is known beyond the pages; each may be missing. */
export interface Surroundings {
  /** The site around the pages; without it, nothing is known of where their links lead. */
  readonly site?: SiteInput;
  /** The pages of that site, where some have been read already. */
  openSite?(): SitePages;
  /** Pages that are there for their links alone: rules that compare pages do not see them. */
  readonly linkingOnly?: ReadonlySet<string>;
  /** What outside addresses answered; without it, rules that ask outside do not run. */
  readonly external?: Answers;
  /** Files that are no pages, but that rules over all pages may point to: those that hold policies. */
  readonly sources?: readonly Source[];
  /** Room for the findings of very many pages; without it, they are held in memory. */
  readonly spill?: Spill;
  /** Counts where time goes. */
  readonly watch?: Stopwatch;
}

/** A file that is no page. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What rules found, and which of them crashed where. */
export interface Checked<Findings extends FindingSink = WordedFinding[]> {
  readonly findings: Findings;
  readonly failures: Failure[];
  /** Ids of the rules that crashed, by page. */
  readonly crashed: Map<string, Set<string>>;
}

/** Takes over what rules found on one page. */
export function takeOver(
  path: string,
  results: Iterable<readonly [Rule, CheckResult]>,
  lengths: PageLengths,
  into: Checked,
): void {
  for (const [rule, { findings, crash }] of results) {
    for (const raw of findings) into.findings.push(worded(rule, raw, lengths));
    if (crash === null) continue;
    noteCrash(into, rule, path);
    into.failures.push(crashOf(rule.id, crash, path));
  }
}

/**
 * Runs rules that need all pages: once for each set of options that some page asks for, and each time only the findings in
 * those pages count. Mostly that is once.
 */
export function checkCorpus(
  pages: readonly PageToLint[],
  sources: readonly PlaceToLint[],
  around: Surroundings,
  rules: readonly Rule[],
  lengths: PageLengths,
  into: Checked<FindingSink>,
): { readonly corpus: CorpusFacts; readonly among: (rule: LookingRule) => readonly unknown[] } {
  const corpus = corpusOf(
    pages.map((page) => page.facts),
    around,
  );
  const places = [...pages.map(({ facts, settings }) => ({ path: facts.path, settings })), ...sources];
  const collect: Collect = (rule, check, isMeant) => {
    const take = () => {
      for (const raw of check()) if (isMeant(raw)) into.findings.push(worded(rule, raw, lengths));
    };
    timed(around.watch, 'corpus rules', take, rule.id);
  };
  checkEachPage(corpus, places, rules, collect, into);
  for (const rule of rules) {
    if (rule.scope !== 'corpus' || rule.checkEach) continue;
    for (const { options, paths } of optionGroups(places, rule.id)) {
      try {
        const check = () => rule.check(corpus, options) as Iterable<RawFinding>;
        collect(rule, check, ({ span }) => paths.has(span.page));
      } catch (error) {
        for (const path of paths) noteCrash(into, rule, path);
        into.failures.push(crashOf(rule.id, reasonOf(error)));
      }
    }
  }
  return {
    corpus,
    among: ({ id, look }) =>
      Array.from(optionGroups(places, id), ({ options }) => look.among?.(corpus, options) ?? null),
  };
}

/** Takes over what a rule finds, as far as it is meant. @throws what the rule throws */
type Collect = (rule: Rule, check: () => Iterable<RawFinding>, isMeant: (raw: RawFinding) => boolean) => void;

/** Runs rules that judge page by page, although they need all pages. */
function checkEachPage(
  corpus: CorpusFacts,
  places: readonly PlaceToLint[],
  rules: readonly Rule[],
  collect: Collect,
  into: Checked<FindingSink>,
): void {
  const settings = new Map(places.map((place) => [place.path, place.settings]));
  let paged = rules.filter((rule) => rule.scope === 'corpus' && rule.checkEach !== undefined);
  for (const page of corpus.pages) {
    for (const rule of paged) {
      const options = settings.get(page.path)?.get(rule.id)?.options;
      if (!options || rule.scope !== 'corpus') continue;
      try {
        const check = () => (rule.checkEach?.(page, corpus, options) ?? []) as Iterable<RawFinding>;
        collect(rule, check, ({ span }) => span.page === page.path);
      } catch (error) {
        for (const { path, settings } of places) if (settings.has(rule.id)) noteCrash(into, rule, path);
        into.failures.push(crashOf(rule.id, reasonOf(error)));
        paged = paged.filter((other) => other !== rule);
      }
    }
  }
}

/** Resolving all links takes a while, so it waits until a rule asks. */
function corpusOf(
  all: readonly PageFacts[],
  { site: input, openSite, external, linkingOnly, watch }: Surroundings,
): CorpusFacts {
  let site: SiteFacts | null = null;
  const pages = linkingOnly ? all.filter(({ path }) => !linkingOnly.has(path)) : all;
  return {
    pages,
    ...(external && { external }),
    get site() {
      site ??= timed(watch, 'site', () => siteFacts(all, input ?? siteOfPages(all), openSite?.()));
      return site;
    },
  };
}

interface OptionGroup {
  readonly options: RuleSetting['options'];
  readonly paths: Set<string>;
}

function optionGroups(places: readonly PlaceToLint[], ruleId: string): Iterable<OptionGroup> {
  const groups = new Map<string, OptionGroup>();
  // Pages under the same overrides share the very object, so the text of most is never made.
  const byObject = new Map<RuleSetting['options'], OptionGroup>();
  for (const { path, settings } of places) {
    const options = settings.get(ruleId)?.options;
    if (!options) continue;
    let group = byObject.get(options);
    if (!group) {
      const text = optionsText(options);
      group = groups.get(text) ?? { options, paths: new Set() };
      groups.set(text, group);
      byObject.set(options, group);
    }
    group.paths.add(path);
  }
  return groups.values();
}

function noteCrash(into: Checked<FindingSink>, rule: Rule, path: string): void {
  const there = into.crashed.get(path);
  if (there) there.add(rule.id);
  else into.crashed.set(path, new Set([rule.id]));
}
