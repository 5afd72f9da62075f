import type { SummaryAction } from './action.ts';

/** What became of a plan. */
export interface Outcome {
  /**
   * Fingerprints of the findings that were to get a thread, and got none, as GitLab takes no note there. They
   * move to the summary.
   */
  readonly refused: ReadonlySet<string>;
  /** Full sentences on what could not be done, and what to do; none of them holds a token. */
  readonly problems: readonly string[];
  /** How many requests were made. */
  readonly requests: number;
}

/**
 * The summary of a plan, made again where threads were refused; the whole plan's one where none was. It is asked once, after the
 * threads are done.
 */
export type SummaryOf = (refused: ReadonlySet<string>) => readonly SummaryAction[];
