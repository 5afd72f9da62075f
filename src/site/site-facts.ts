import type { Document, Link } from '../markdown/document.ts';
import { compareText } from '../text/compare.ts';
import { LeanMap } from './aside.ts';
import type { ResolvedLink, SiteFacts, TargetPage } from './facts.ts';
import { findLost } from './history/lost.ts';
import { removedThings } from './history/removed.ts';
import { HugoRefs } from './layout/hugo-ref.ts';
import { SitePages } from './pages.ts';
import { RedirectTable } from './redirects/table.ts';
import { type Reached, Resolver } from './resolve.ts';
import type { SiteInput } from './settings.ts';
import type { Published } from './site-map.ts';
import { type SiteTarget, siteTarget } from './target.ts';
import { extensionOf, resolvePath, withoutSlash, withSlash } from './url.ts';

/** What is asked of a linted page. */
export type LinkingPage = Pick<Document, 'path' | 'text' | 'links'>;

/**
 * Finds out where the links of linted pages lead. Pages are read only where a link reaches them, and then without parsing.
 * @param pages those of this site, where some have been read already
 */
export function siteFacts(
  linted: readonly LinkingPage[],
  site: SiteInput,
  pages = new SitePages(site, linted),
): SiteFacts {
  const { aside } = pages;
  const linker = new Linker(site, pages);
  const links = aside
    ? new LeanMap<readonly ResolvedLink[]>(aside)
    : new Map<string, readonly ResolvedLink[]>();
  for (const page of [...linted].sort((a, b) => compareText(a.path, b.path)))
    links.set(page.path, linker.links(page));
  const removed = linker.removed(linted, links);
  return { links, targets: linker.targets(linted), urls: linker.pages.urls(), removed };
}

/** Pages of which nothing else is known: their links to each other, by paths, can be followed, and no page is called missing. */
export function siteOfPages(pages: readonly LinkingPage[]): SiteInput {
  const texts = new Map(pages.map(({ path, text }) => [path, text]));
  return {
    layout: 'plain',
    origins: [],
    anchors: null,
    redirects: [],
    complete: [],
    files: pages.map(({ path }) => ({ path, place: `/${path}`, isAsset: false })),
    read: (path) => texts.get(path) ?? null,
  };
}

class Linker {
  readonly pages: SitePages;
  readonly #site: SiteInput;
  readonly #resolver: Resolver;
  #refs: HugoRefs | null = null;
  readonly #reached = new Set<string>();

  constructor(site: SiteInput, pages: SitePages) {
    this.#site = site;
    this.pages = pages;
    this.#resolver = new Resolver(this.pages, new RedirectTable(site.redirects), site.origins);
  }

  links({ path, links }: LinkingPage): ResolvedLink[] {
    return links.flatMap((link) => this.#link(path, link) ?? []);
  }

  removed(linted: readonly LinkingPage[], links: SiteFacts['links']): SiteFacts['removed'] {
    if (this.#site.former === undefined) return [];
    const lost = findLost(this.#site, this.pages, this.#resolver);
    return removedThings(lost, linted, links, this.pages, this.#site.layout);
  }

  targets(linted: readonly LinkingPage[]): Map<string, TargetPage> {
    const paths = new Set([...linted.map(({ path }) => path), ...this.#reached]);
    const targets = new Map<string, TargetPage>();
    for (const path of [...paths].sort(compareText)) {
      const page = this.pages.page(path);
      if (page) targets.set(path, page);
    }
    return targets;
  }

  #link(page: string, link: Link): ResolvedLink | null {
    const target = siteTarget(link, this.#site.origins);
    if (target === null) return null;
    const reached = this.#reach(page, target);
    if (reached === null) return null;
    const { url, verdict, at, redirects, destination, setsAnchor, gathers } = reached;
    const path = at?.isPage ? at.path : null;
    if (path !== null) this.#reached.add(path);
    const { anchor } = target;
    return {
      page,
      link: link.index,
      verdict:
        verdict === 'found' && anchor !== null && path !== null && !setsAnchor
          ? this.#judge(path, anchor)
          : verdict,
      url,
      anchor,
      target: path,
      redirects,
      destination,
      ...(gathers && { gathers }),
    };
  }

  #reach(page: string, target: SiteTarget): (Reached & { readonly url: string }) | null {
    const own = this.pages.map.of(page);
    if (target.kind === 'ref') return own && this.#reachRef(target.ref, own.place, own.url);
    // A page that is nowhere on the site can still point into itself.
    if (target.path === '') return this.#reachPage(page);
    const base = this.#site.layout === 'plain' ? own?.place : this.pages.urlOf(page);
    if (!target.path.startsWith('/') && !base) return null;
    const url = withSlash(resolvePath(target.path, base ?? '/'));
    const reached = this.#resolver.reach(url);
    // Some sites are set up to turn paths of files into addresses.
    const isLost = reached.verdict === 'no-page' || (reached.verdict === 'unjudged' && reached.at === null);
    const file = isLost ? this.#fileAt(target.path, own?.place ?? '/') : null;
    return file ? { url, ...reached, verdict: 'unjudged', at: file } : { url, ...reached };
  }

  /** The page whose file a path names, perhaps without its ending, from the linking file or from the top of the sources. */
  #fileAt(path: string, from: string): Published | null {
    const { map } = this.pages;
    const place = resolvePath(path, from);
    if (/\.md$/i.test(path))
      return map.from(place) ?? map.from(place.replace(/^\/(?:content|source)(?=\/)/, ''));
    if (this.#site.layout !== 'hugo' || path.startsWith('/') || extensionOf(path) !== '') return null;
    const endings = ['.md', '/_index.md', '/index.md'];
    return endings.flatMap((ending) => map.from(withoutSlash(place) + ending) ?? [])[0] ?? null;
  }

  #reachPage(path: string): Reached & { readonly url: string } {
    const url = this.pages.urlOf(path) ?? '';
    const at = { path, place: '', url, isPage: true };
    return { url, verdict: 'found', at, redirects: [], destination: url, setsAnchor: false };
  }

  #reachRef(ref: string, place: string, own: string): (Reached & { readonly url: string }) | null {
    if (ref === '') {
      const page = this.pages.map.at(own);
      return page && this.#reachPage(page.path);
    }
    this.#refs ??= new HugoRefs(this.pages.map.all());
    const found = this.#refs.find(ref, place);
    if (found !== null && found !== 'ambiguous') return this.#reachPage(found.path);
    const url = withSlash(resolvePath(ref, own));
    const isSure = found === null && this.pages.map.isComplete(own);
    return {
      url,
      verdict: isSure ? 'no-page' : 'unjudged',
      at: null,
      redirects: [],
      destination: url,
      setsAnchor: false,
    };
  }

  #judge(path: string, anchor: string): ResolvedLink['verdict'] {
    const page = this.pages.page(path);
    if (page === null) return 'unjudged';
    // Browsers take both to the top of any page; `#/…` and `#!…` are for programs in the page.
    if (anchor === '' || anchor.toLowerCase() === 'top') return 'found';
    if (page.anchors.some(({ id }) => id === anchor)) return 'found';
    return this.pages.mayHave(path, anchor) || /^[/!]/.test(anchor) ? 'unjudged' : 'no-anchor';
  }
}
