/** One comment of a merge request. */
export interface Note {
  readonly id: number;
  /** Id of the user who wrote it. */
  readonly author: number;
  readonly body: string;
  /** Written by GitLab itself: “changed this line in version 2 of the diff”. */
  readonly isSystem: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly isResolvable: boolean;
  /** Null where it is open, or cannot be resolved. */
  readonly resolved: Resolved | null;
  /** Somebody has applied a suggestion of it by a click, by which GitLab resolves the thread in their name. */
  readonly isApplied: boolean;
  /** Where it stands now, which may not be where it was put; null for plain comments. */
  readonly position: NotePosition | null;
}

export interface Resolved {
  /** Id of the user who resolved it; null where GitLab does not say. */
  readonly by: number | null;
  /** ISO 8601; null where GitLab does not say. */
  readonly at: string | null;
}

/** A position as GitLab traced it to the newest version it can be traced to. */
export interface NotePosition {
  readonly headSha: string;
  readonly newPath: string | null;
  /** Null for a note on a removed line or on a file. */
  readonly newLine: number | null;
}

/** What GitLab calls a discussion: a thread, or a plain comment alone. */
export interface Thread {
  readonly id: string;
  /** True for a plain comment that nobody has answered. */
  readonly isPlain: boolean;
  /** In the order they were written, never empty; system notes stand among them. */
  readonly notes: readonly Note[];
}

/**
 * Whether somebody has written in it after the first note. We never do, so it is a person also where that note is ours and the author is the
 * same: the token may be theirs.
 */
export function isAnswered({ notes }: Thread): boolean {
  return notes.slice(1).some(({ isSystem }) => !isSystem);
}
