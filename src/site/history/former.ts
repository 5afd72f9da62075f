/** A page as it was before a change. */
export interface FormerPage {
  /** Path it had. */
  readonly path: string;
  /** Path in the tree that was published, with a leading slash; see `SiteFile`. */
  readonly place: string;
  readonly text: string;
  /** Path it has now, where it was renamed; null where it kept its path or is gone. */
  readonly renamedTo: string | null;
}
