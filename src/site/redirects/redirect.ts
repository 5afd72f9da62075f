/** One line of a list of redirects. */
export interface Redirect {
  /**
   * How `from` is read. `exact`: a path, its trailing slash left aside. `prefix`: the start of a path. `pattern`: a regular expression
   * that must fit from the start of the path, not to its end. `splat`: a path with `:name` for one step and a final `*` for any rest.
   */
  readonly match: 'exact' | 'prefix' | 'pattern' | 'splat';
  readonly from: string;
  /**
   * A site path, perhaps with an anchor, or a full address; `:name`, `:splat` and `$1` stand for what `from` caught. Null where it
   * leads different readers to different places.
   */
  readonly to: string | null;
  /** True where it holds also for paths at which there is a page. */
  readonly force: boolean;
  /** True where a reader stays at the path and sees what is at the other. */
  readonly isRewrite: boolean;
}
