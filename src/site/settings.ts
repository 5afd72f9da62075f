import type { AnchorStyleName } from './anchors/styles.ts';
import type { Redirect } from './redirects/redirect.ts';

/** How files become addresses. */
export type LayoutName = 'hugo' | 'middleman' | 'plain';

/** A folder and the address under which what it holds is published. */
export interface ContentFolder {
  /** Path as pages have it, without a trailing slash; empty for the folder that all paths are relative to. */
  readonly folder: string;
  /** With a leading slash: `/`, `/handbook`. */
  readonly url: string;
}

/** How a site is put together. */
export interface SiteSettings {
  readonly layout: LayoutName;
  /** Folders that hold pages. */
  readonly content: readonly ContentFolder[];
  /** Folders whose files are published as they are: images, documents. */
  readonly assets: readonly ContentFolder[];
  /** Addresses that are the site itself: `https://handbook.example.com`. */
  readonly origins: readonly string[];
  readonly anchors: AnchorStyleName;
  /** The first that fits is taken. */
  readonly redirects: readonly Redirect[];
  /**
   * Site paths below which all pages are in the content folders: only there, a link to a page that is missing is called broken.
   * Null for every first folder of the site that holds a page.
   */
  readonly complete: readonly string[] | null;
}

/** A site and its files. */
export interface SiteInput extends SiteSettings {
  /** Paths of all files in the content and asset folders, in any order. */
  readonly files: readonly string[];
  /** The text of one of the files, or null where it cannot be read. Asked for only where a link leads there. */
  read(path: string): string | null;
}
