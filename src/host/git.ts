/** A file as a commit has it. */
export interface CommittedFile {
  /** Relative to the top of the working tree, with `/` separators. */
  readonly path: string;
  /** `module` is another repository, of which this one knows only the name. */
  readonly kind: 'file' | 'link' | 'module';
  /** Id of its content; see `Git.read`. */
  readonly id: string;
}

/** A file that Git takes for the same under another name. Paths are relative to the top of the working tree. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** What became of a commit's files in the working tree. */
export interface TreeChanges {
  /** Files of the commit that are changed, renamed or gone. */
  readonly changed: ReadonlySet<string>;
  readonly renames: readonly Rename[];
}

/** What came of fetching a commit. */
export type Fetched =
  | { readonly commit: string }
  /** `why` is half a sentence in Git's own words, without any name or password of an address. */
  | { readonly commit: null; readonly why: string };

/**
 * What the program asks of Git; nothing but `fetch` ever writes. Every method throws `GitError` where Git cannot answer: it is not
 * installed, this is no repository, or the repository is damaged.
 */
export interface Git {
  /** Top folder of the working tree that the working directory stands in, absolute. */
  top(): string;
  /** Id of the commit that a branch, tag or other expression means; null where there is none. */
  commit(rev: string): string | null;
  /** The commit where the histories of two commits part; null where none is known. */
  mergeBase(one: string, other: string): string | null;
  /** True where the clone holds only the end of the history. */
  isShallow(): boolean;
  /**
   * Gets one commit from the repository that this one was cloned from: without its history where the clone holds none either. Asks for no
   * password, and waits for a minute at most. Never throws.
   * @param rev id of a commit, or name of a branch there
   */
  fetch(rev: string): Fetched;
  /** All files of a commit. */
  files(commit: string): readonly CommittedFile[];
  /** The contents with these ids, by id. */
  read(ids: readonly string[]): ReadonlyMap<string, Uint8Array>;
  /** How the working tree differs from a commit. Files that were never added are not looked at. */
  changes(commit: string): TreeChanges;
  /**
   * How one file differs from another one: hunks as in a unified diff, each with three lines around it, without the lines of file names. Empty
   * where they are the same, or binary.
   * @param before `COMMIT:PATH`, with a path from the top of the working tree
   * @param after the same
   */
  hunks(before: string, after: string): string;
  /** The last commit that changed a file; null where none did. */
  lastChange(path: string): string | null;
  /** Renames after a commit, up to HEAD, by which files of these names went away. */
  renamesOf(paths: readonly string[], since: string): readonly Rename[];
  /**
   * The same repository as if another commit were checked out, and nothing changed since: that commit is HEAD, and its
   * files are the working tree.
   * @param commit its id
   */
  at(commit: string): Git;
}

/** Git could not answer; the message is a sentence that says why, in Git's own words. */
export class GitError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GitError';
  }
}
