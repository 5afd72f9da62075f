/** What the files of a site become. */
export interface Layout {
  /**
   * Addresses by place, which is a path in the tree that is published, with a leading slash: `/roles/baker.md` is at `/roles/baker/`.
   * A file that is not published is absent.
   */
  addresses(places: readonly string[]): ReadonlyMap<string, Address>;
  /** The form in which site paths are compared, so that all ways to write a page's address come to the same. */
  keyOf(url: string): string;
  /** True for a path that can only be a page: nothing else would be published there. */
  isPageLike(url: string): boolean;
}

/** Where a file is published. */
export interface Address {
  /** Site path with a leading slash; that of a page in Hugo's and Middleman's way also ends with one. */
  readonly url: string;
  /** False for files that are published as they are. */
  readonly isPage: boolean;
}
