import type { Position } from '../diff/position.ts';
import type { DiffRefs } from '../diff/version.ts';

/** What is to be done on the merge request. Plain data: what a dry run prints, and what is carried out. */
export interface Plan {
  /** Commits that all positions in it belong to. */
  readonly refs: DiffRefs;
  /** In the order in which they are to be carried out. */
  readonly actions: readonly Action[];
  /** As it is if all actions succeed; `planSummary` makes it anew where some were refused. */
  readonly summary: readonly SummaryAction[];
}

/** All fingerprints that a thread speaks of stand in its marker; mostly it is one. */
export type Action = Create | Keep | Update | Resolve | Reopen | Remove | Leave | Fold;

/** Starts a thread. */
export interface Create {
  readonly kind: 'create';
  readonly fingerprints: readonly string[];
  readonly position: Position;
  readonly body: string;
}

/** The thread stands and says what it should. */
export interface Keep {
  readonly kind: 'keep';
  readonly fingerprints: readonly string[];
  readonly thread: string;
}

/** Gives the first note of an open thread another text. */
export interface Update {
  readonly kind: 'update';
  readonly fingerprints: readonly string[];
  readonly thread: string;
  readonly note: number;
  readonly body: string;
}

/** Resolves a thread whose defect is gone, or that says the same as another one. */
export interface Resolve {
  readonly kind: 'resolve';
  readonly fingerprints: readonly string[];
  readonly thread: string;
  /** Its first note, which is ours; see docs of the note endpoint for who may resolve by it. */
  readonly note: number;
  readonly why: 'gone' | 'duplicate';
}

/** Opens a thread again whose defect is back, or was there all the time. */
export interface Reopen {
  readonly kind: 'reopen';
  readonly fingerprints: readonly string[];
  readonly thread: string;
  readonly note: number;
  /** Its new text; null where that stays. */
  readonly body: string | null;
}

/** Deletes a thread that says the same as another one, and that nobody has answered. */
export interface Remove {
  readonly kind: 'remove';
  readonly fingerprints: readonly string[];
  readonly thread: string;
  /** Its only note, which is ours. */
  readonly note: number;
}

/** The defect is there, but a person has resolved its thread: nothing is done. */
export interface Leave {
  readonly kind: 'leave';
  readonly fingerprints: readonly string[];
  readonly thread: string;
}

/**
 * The finding gets no thread and stands in the summary.
 * - `limit`: there are threads enough.
 * - `untouched`: the change has no diff of its file, or has not written its line and it is a mere hint.
 */
export interface Fold {
  readonly kind: 'fold';
  readonly fingerprints: readonly string[];
  readonly why: 'limit' | 'untouched';
}

/** The summary is a plain comment, which never blocks merging. */
export type SummaryAction =
  | { readonly kind: 'create-summary'; readonly body: string }
  | { readonly kind: 'update-summary'; readonly note: number; readonly body: string }
  | { readonly kind: 'keep-summary'; readonly note: number }
  /** A second summary, left by jobs that ran at the same time. */
  | { readonly kind: 'remove-summary'; readonly note: number };
