import type { Spill } from '../host/spill.ts';
import type { AnchorStyleName } from './anchors/styles.ts';
import type { FormerPage } from './history/former.ts';
import type { Redirect } from './redirects/redirect.ts';

/** How files become addresses. */
export type LayoutName = 'hugo' | 'middleman' | 'plain';

/** How a site is put together. */
export interface SiteSettings {
  readonly layout: LayoutName;
  /** Addresses that are the site itself: `https://handbook.example.com`. */
  readonly origins: readonly string[];
  /** How headings become anchors; null where nobody knows, so that an anchor in any style may be there. */
  readonly anchors: AnchorStyleName | null;
  /** The first that fits is taken. */
  readonly redirects: readonly Redirect[];
  /**
   * Site paths below which no page is missing from `files`: only there, a link that leads to no page is called broken. Null for each
   * first folder of the site that holds a page, and for paths that miss a page by a slip of the pen in that folder.
   */
  readonly complete: readonly string[] | null;
}

/** One file of the site's sources. */
export interface SiteFile {
  /** As pages have it. */
  readonly path: string;
  /** Path in the tree that is published, with a leading slash: `/handbook/values/_index.md`. */
  readonly place: string;
  /** True for a file that is published as it is, whatever its name. */
  readonly isAsset: boolean;
}

/** A site and its files. */
export interface SiteInput extends SiteSettings {
  /** All files there are, in any order. Of two with one path, the first counts. */
  readonly files: readonly SiteFile[];
  /** Pages that a change touched, as they were before it; absent where no change is looked at. */
  readonly former?: readonly FormerPage[];
  /** Room for what is known of very many pages; without it, that is held in memory. */
  readonly spill?: Spill;
  /** The text of one of the files, or null where it cannot be read. Asked for only where a link leads there. */
  read(path: string): string | null;
}
