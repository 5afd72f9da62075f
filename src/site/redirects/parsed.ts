import type { Redirect } from './redirect.ts';

/** A mistake in a list of redirects. */
export interface RedirectProblem {
  /** From 1. */
  readonly line: number;
  /** What is wrong and what to do, without the file's name. */
  readonly message: string;
}

export interface ParsedRedirects {
  readonly redirects: readonly Redirect[];
  readonly problems: readonly RedirectProblem[];
}
