import type { SiteInput } from '../../site/settings.ts';
import { SiteMap } from '../../site/site-map.ts';
import { firstStep } from '../../site/url.ts';

/** So many addresses must have a page below a prefix before it is believed. */
const fewest = 5;

/**
 * The site path under which a folder is published, told by the addresses that links name: `/` unless more of them have a page once their
 * first step is taken away.
 * @param site the folder's files alone, as if published at the top
 * @param named site paths that links name
 */
export function urlPrefix(site: SiteInput, named: ReadonlySet<string>): string {
  const map = new SiteMap(site);
  const isPage = (url: string) => map.at(url)?.isPage === true;
  let atTop = 0;
  const below = new Map<string, number>();
  for (const url of named) {
    if (isPage(url)) atTop += 1;
    const step = firstStep(url);
    const rest = url.slice(step.length + 1);
    if (rest.length > 1 && isPage(rest)) below.set(step, (below.get(step) ?? 0) + 1);
  }
  const [step, count] = [...below].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0]);
  return count >= fewest && count > atTop ? `/${step}` : '/';
}
