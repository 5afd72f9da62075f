import { readDocument } from '../../src/markdown/read.ts';
import type { ResolvedLink, SiteFacts } from '../../src/site/facts.ts';
import { SitePages } from '../../src/site/pages.ts';
import { readAhead } from '../../src/site/read-ahead.ts';
import type { Redirect } from '../../src/site/redirects/redirect.ts';
import type { SiteInput, SiteSettings } from '../../src/site/settings.ts';
import { siteFacts } from '../../src/site/site-facts.ts';

/** A site in memory: texts by place without the leading slash. */
export interface SmallSite extends Partial<SiteSettings> {
  readonly files: Readonly<Record<string, string>>;
  /** Which of them are linted; default: the first. */
  readonly linted?: readonly string[];
  /** How many steps of reading ahead are made before the links are followed; default: none. */
  readonly ahead?: number;
}

/** The facts of a small site, and which files were read for them. */
export function factsOf({
  files,
  linted,
  ahead = 0,
  ...settings
}: SmallSite): SiteFacts & { readonly read: string[] } {
  const read: string[] = [];
  const input: SiteInput = {
    layout: 'hugo',
    origins: [],
    anchors: 'goldmark',
    redirects: [],
    complete: null,
    ...settings,
    files: Object.keys(files).map((path) => ({ path, place: `/${path}`, isAsset: false })),
    read(path) {
      read.push(path);
      return files[path] ?? null;
    },
  };
  const pages = (linted ?? Object.keys(files).slice(0, 1)).map((path) =>
    readDocument(path, files[path] ?? ''),
  );
  const opened = new SitePages(input, pages);
  const steps = readAhead(input, () => opened, pages);
  for (let step = 0; step < ahead; step += 1) steps.next();
  return { ...siteFacts(pages, input, opened), read };
}

/** What became of the links of the first linted page, as `verdict target`, or the redirects and the destination. */
export function outcomes(site: SmallSite): string[] {
  const { links } = factsOf(site);
  const linted = site.linted ?? Object.keys(site.files).slice(0, 1);
  return [...linted].sort().flatMap((path) => (links.get(path) ?? []).map(outcome));
}

export function outcome({ verdict, target, redirects, destination }: ResolvedLink): string {
  const way = redirects.length > 0 ? ` by ${[...redirects, destination].join(' → ')}` : '';
  return `${verdict}${target === null ? '' : ` ${target}`}${way}`;
}

export const redirect = (
  match: Redirect['match'],
  from: string,
  to: string | null,
  rest: Partial<Redirect> = {},
): Redirect => ({ match, from, to, force: false, isRewrite: false, ...rest });
