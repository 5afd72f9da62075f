import type { ResolvedLink, SiteFacts } from '../facts.ts';
import type { RoleNode } from '../graph-facts.ts';
import type { Roles } from './roles.ts';

/** Where a link to a job family lands. */
export interface Landing {
  /** Path of a page of the corpus that is a family. */
  readonly path: string;
  /** The level whose heading or text the anchor leads to; null without an anchor, and for sections of the whole family. */
  readonly level: RoleNode | null;
  /** The words of the heading that the anchor leads to, or null. */
  readonly heading: string | null;
}

/** Tells where links land. */
export class Landings {
  readonly #roles: Roles;
  readonly #site: SiteFacts;

  constructor(roles: Roles, site: SiteFacts) {
    this.#roles = roles;
    this.#site = site;
  }

  /** The resolved link of a page by its index, or null. */
  link(page: string, index: number): ResolvedLink | null {
    const links = this.#site.links.get(page) ?? [];
    let low = 0;
    let high = links.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((links[middle]?.link ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    const found = links[low];
    return found?.link === index ? found : null;
  }

  /** Null for links to pages that are no families or do not exist. An anchor that is not there counts as none. */
  of(page: string, index: number): Landing | null {
    const link = this.link(page, index);
    const path = link?.target ?? null;
    if (link === null || path === null || this.#roles.onPage(path).length === 0) return null;
    if (link.anchor === null || link.verdict !== 'found') return { path, level: null, heading: null };
    const anchors = this.#site.targets.get(path)?.anchors ?? [];
    const anchor = anchors.find(({ id }) => id === link.anchor);
    if (anchor === undefined) return { path, level: null, heading: null };
    const offset = anchor.depth > 0 ? anchor.offset : this.#headingBehind(path, anchor.offset);
    const heading = this.#roles.pages
      .get(path)
      ?.sections.find(({ headingSpan }) => headingSpan.start <= offset && offset < headingSpan.end);
    const level = this.#roles.at(path, offset);
    // The page's own text is what leads to all its levels, not one of them.
    const isWhole = level?.level.kind === 'page' && this.#roles.onPage(path).length > 1;
    return { path, level: isWhole ? null : level, heading: heading?.title ?? null };
  }

  /** An element with an id that stands right in front of a heading ("<a id="x"></a>") is there for that heading. */
  #headingBehind(path: string, offset: number): number {
    const page = this.#roles.pages.get(path);
    const next = page?.sections.find(({ headingSpan }) => headingSpan.start > offset);
    if (page === undefined || next === undefined || next.headingSpan.start - offset > 500) return offset;
    const between = page.text.slice(offset, next.headingSpan.start);
    return /^<[^<>]*>\s*(?:<\/\w+>\s*)?(?:<[^<>]*>\s*(?:<\/\w+>\s*)?)?$/.test(between)
      ? next.headingSpan.start
      : offset;
  }
}
