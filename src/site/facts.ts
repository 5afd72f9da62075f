import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** A place in a page that a link can lead to. */
export interface Anchor {
  /** As it stands behind the `#`, decoded. */
  readonly id: string;
  /** Words of the heading it belongs to; empty for `<a name>`, `id=` and footnotes. */
  readonly title: string;
  /** Depth of the heading, 1 to 6; 0 for all else. */
  readonly depth: number;
  /** Offset of the heading or element in the page's text, in UTF-16 units. */
  readonly offset: number;
}

/** A page that some link reaches, read only for its headings and ids. */
export interface TargetPage {
  readonly path: string;
  /** Site path with a leading and a trailing slash: `/handbook/values/`. */
  readonly url: string;
  readonly title: string | null;
  readonly anchors: readonly Anchor[];
  /** True where template code makes headings: an anchor that is not found may still be there. */
  readonly isOpen: boolean;
}

/** What became of one link of a linted page. */
export interface ResolvedLink {
  /** Path of the page that holds the link, and the link's index in that page's `links`. */
  readonly page: string;
  readonly link: number;
  /**
   * `found`: page (and anchor, where there is one) exist. `no-page`: nothing answers at that path. `no-anchor`: the page exists, the anchor does not.
   * `loop`: redirects lead in a circle. `unjudged`: nobody can tell. The page exists, but its headings are made elsewhere (then `target` is
   * the page); or the path leads to a part of the site, or to a file, that is kept somewhere else (then `target` is null).
   */
  readonly verdict: 'found' | 'no-page' | 'no-anchor' | 'loop' | 'unjudged';
  /** Site path the link names, normalised; without anchor. */
  readonly url: string;
  /** Decoded, without `#`; null where the link has none. */
  readonly anchor: string | null;
  /**
   * Path of the page it leads to in the end; null where there is none, or where a file that is no page answers. With `no-page`, the page
   * whose file stands there, but whose front matter gives it another address.
   */
  readonly target: string | null;
  /** Site paths that redirects or aliases led through, the first being `url`; empty where the link leads there directly. */
  readonly redirects: readonly string[];
  /**
   * Where a reader ends: the site path behind all redirects, with the anchor that the last of them sets (`/roles/baker/#levels`), or a full
   * address where a redirect leaves the site. Without redirects, `url`.
   */
  readonly destination: string;
  /** Present where a redirect on the way sends many paths to one, so that what the link meant may not be there. */
  readonly gathers?: true;
}

/** A page or heading that a change removed or renamed, and that links of other pages, or of its own, still lead to. */
export interface Removed {
  /** Site path it had, and title. */
  readonly url: string;
  readonly title: string | null;
  /** The heading or id; null where the whole page is gone. */
  readonly anchor: Anchor | null;
  /** Site path under which the page goes on; null where it is gone, or answers where it did. */
  readonly movedTo: string | null;
  /** The heading that has taken the place of a lost one, or null. */
  readonly instead: Anchor | null;
  /** The links that are broken by it, in the order of pages; never empty. */
  readonly links: readonly InboundLink[];
  /** Where it was, in a page that is known; null for a page that is gone. */
  readonly place: Span | null;
  /** How the address can be kept: by an alias in the front matter, by a redirect, or by an id at the heading; null where by neither. */
  readonly keeper: 'alias' | 'redirect' | 'id' | null;
  /** The edits that keep it; empty where a person must make them. */
  readonly edits: readonly Edit[];
}

export interface InboundLink {
  /** The link's target. */
  readonly span: Span;
  /** Its words. */
  readonly text: string;
  /** The anchor with its `#`; null where there is none, template code makes it, or a redirect leads on from the target. */
  readonly anchorSpan: Span | null;
}

/** The site around the linted pages. */
export interface SiteFacts {
  /** By path of the linking page, in the order of its links; links to other sites, and those in code, are left out. */
  readonly links: Pick<ReadonlyMap<string, readonly ResolvedLink[]>, 'get'>;
  /** All pages that some link reaches, and all linted pages, by path. */
  readonly targets: ReadonlyMap<string, TargetPage>;
  /** Site paths of all pages there are (not only those that links reach), sorted; the path of the page by each. */
  readonly urls: ReadonlyMap<string, string>;
  /** What a change removed although pages link to it, in the order of the pages it stood in; empty where no change is looked at. */
  readonly removed: readonly Removed[];
}

/** A site nobody knows anything of. */
export const emptySite: SiteFacts = { links: new Map(), targets: new Map(), urls: new Map(), removed: [] };
