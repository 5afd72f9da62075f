/** The three commits that a position in a diff is given by; always those of one version. */
export interface DiffRefs {
  /** Where the branches parted (the merge base). */
  readonly baseSha: string;
  /** The target branch when the version was made. */
  readonly startSha: string;
  /** The last commit of the source branch. */
  readonly headSha: string;
}

/** A version of a merge request, as the list of versions has it. */
export interface VersionHead {
  readonly id: number;
  readonly refs: DiffRefs;
  /**
   * `collected` once its diff is there; `empty` for a merge request without changes; `overflow`, or older names that begin so, where the
   * diff is so large that GitLab keeps its first files alone. Others: it has gone.
   */
  readonly state: string;
}

/** One file of a version's diff. */
export interface ChangedFile {
  /** Relative to the repository, no leading slash; the same as `newPath` but for renames. */
  readonly oldPath: string;
  readonly newPath: string;
  /** The hunks alone, without the lines `---` and `+++`. Empty for a pure rename, a change of mode, and where it was left out. */
  readonly diff: string;
  readonly isNew: boolean;
  readonly isDeleted: boolean;
  readonly isRenamed: boolean;
  /** GitLab left the hunks out of the answer but knows them: a note may stand on its lines. */
  readonly isCollapsed: boolean;
  /** GitLab has no lines of this file: no note can stand on one. */
  readonly isTooLarge: boolean;
}

/** A version with its diff, from one answer, so that commits and lines belong together. */
export interface DiffVersion extends VersionHead {
  readonly files: readonly ChangedFile[];
}

/** Whether files that the change touches may be missing from the diff. */
export function isCutOff({ state }: Pick<VersionHead, 'state'>): boolean {
  return state.startsWith('overflow');
}
