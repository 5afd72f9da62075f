import type { LintInput } from '../lint/run.ts';
import { type Stopwatch, timed } from '../lint/stopwatch.ts';
import { SitePages } from '../site/pages.ts';
import { readAhead } from '../site/read-ahead.ts';
import { once } from '../text/once.ts';

/** A site that can be read while other threads read the pages. */
interface SiteAhead {
  /** Always the same pages. */
  openSite(): SitePages;
  /** Reads the site, step by step; what is left is read when it is asked for. */
  readonly steps: Iterable<unknown>;
}

/** Null where there is no site, or no rule that is on follows links. */
export function siteAhead({
  site,
  pages,
  rules,
  settingsFor,
  watch,
}: Pick<LintInput, 'site' | 'pages' | 'rules' | 'settingsFor' | 'watch'>): SiteAhead | null {
  if (site === undefined) return null;
  const following = rules.filter((rule) => rule.scope === 'corpus' && rule.needs.includes('links'));
  const settings = new Set(pages.map(({ path }) => settingsFor(path)));
  if (![...settings].some((on) => following.some(({ id }) => on.has(id)))) return null;
  const openSite = once(() => new SitePages(site, pages));
  return { openSite, steps: counted(readAhead(site, openSite, pages), watch) };
}

/** Steps whose time is counted. */
function* counted(steps: Generator<void>, watch: Stopwatch | undefined): Generator<void> {
  while (!timed(watch, 'site', () => steps.next()).done) yield;
}
