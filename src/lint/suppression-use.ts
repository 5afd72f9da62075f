/**
 * What became of a comment, or of one name in it.
 * - `used`: it silenced a finding (or ended a comment that did).
 * - `unused`: rules it speaks of ran, and none of their findings needed it.
 * - `unjudged`: none of the rules it speaks of ran to its end, so nothing can be said.
 * - `unknown`: no rule or family has this name.
 */
export type Use = 'used' | 'unused' | 'unjudged' | 'unknown';

export interface NameUse {
  readonly use: Use;
  /** For `unknown`: the rules or families it may stand for, best first. */
  readonly nearest: readonly string[];
}

/** What became of one suppression comment. */
export interface SuppressionUse {
  /** `unknown` where the comment's opening word is unknown. */
  readonly use: Use;
  /** For an unknown opening word: the words it may stand for. */
  readonly nearest: readonly string[];
  /** In the order of the comment's names; empty where it names none. */
  readonly names: readonly NameUse[];
}
