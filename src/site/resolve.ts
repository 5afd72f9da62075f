import type { ResolvedLink } from './facts.ts';
import type { SitePages } from './pages.ts';
import type { Redirected, RedirectTable } from './redirects/table.ts';
import type { Published } from './site-map.ts';
import { insideSite } from './target.ts';
import { resolvePath, splitTarget, withSlash } from './url.ts';

/** What became of a site path. */
export type Reached = Pick<ResolvedLink, 'redirects' | 'destination'> & {
  readonly verdict: 'found' | 'no-page' | 'loop' | 'unjudged';
  readonly at: Published | null;
  /** See `ResolvedLink`. */
  readonly gathers?: true;
  /** True where a redirect sets the anchor, so that the link's own does not count. */
  readonly setsAnchor: boolean;
};

/** Browsers give up sooner or later; chains that are longer count as loops. */
const mostRedirects = 20;

const none: readonly string[] = [];

/** Follows site paths through redirects and aliases to what answers there. */
export class Resolver {
  readonly #pages: SitePages;
  readonly #redirects: RedirectTable;
  readonly #origins: readonly string[];
  readonly #known = new Map<string, Reached>();

  constructor(pages: SitePages, redirects: RedirectTable, origins: readonly string[]) {
    this.#pages = pages;
    this.#redirects = redirects;
    this.#origins = origins;
  }

  /** @param url normalised by `resolvePath` */
  reach(url: string): Reached {
    const known = this.#known.get(url);
    if (known) return known;
    const reached = this.#follow(url);
    this.#known.set(url, reached);
    return reached;
  }

  #follow(first: string): Reached {
    const way: string[] = [];
    let url = first;
    let destination = url;
    let setsAnchor = false;
    let gathers = false;
    const end = (verdict: Reached['verdict'], at: Published | null = null): Reached => ({
      verdict,
      at,
      redirects: way.length === 0 ? none : way,
      destination,
      setsAnchor,
      ...(gathers && { gathers }),
    });
    for (;;) {
      const next = this.#redirects.find(url);
      const isForced = next !== null && next !== 'unknown' && next.force;
      const at = isForced ? null : this.#pages.at(url);
      if (at) return end('found', at);
      const to = next ?? this.#alias(url);
      if (to === null) return end(...this.#missing(url));
      if (to === 'unknown') return end('unjudged');
      gathers ||= to.gathers;
      const inside = insideSite(to.to, this.#origins);
      if (!to.isRewrite) {
        way.push(url);
        destination = inside ?? to.to;
      }
      if (inside === null) return end(to.isRewrite ? 'found' : 'unjudged');
      const { path, anchor } = splitTarget(inside);
      setsAnchor ||= anchor !== null;
      url = withSlash(resolvePath(path, url));
      if (!to.isRewrite) destination = anchor === null ? url : `${url}#${anchor}`;
      if (way.includes(url)) return end('loop');
      if (way.length > mostRedirects) return end('loop');
    }
  }

  #alias(url: string): Exclude<Redirected, 'unknown'> | null {
    const page = this.#pages.aliasAt(url);
    const to = page && this.#pages.urlOf(page.path);
    return to === null ? null : { to, force: false, isRewrite: false, gathers: false };
  }

  /** Nothing answers: is that sure? */
  #missing(url: string): [Reached['verdict'], Published | null] {
    const { map } = this.#pages;
    // Whether capitals count is for the server to say.
    const near = map.atAnyCase(url);
    if (near && map.layout.keyOf(near.url) !== map.layout.keyOf(url)) return ['unjudged', near];
    // A folder of pages often has an index that is made from data, or by the theme.
    const isSure = map.isComplete(url) && map.layout.isPageLike(url) && !map.isAbove(url);
    return isSure ? ['no-page', map.at(url)] : ['unjudged', null];
  }
}
