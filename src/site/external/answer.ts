/**
 * What became of an address that was asked.
 * - `found`: something answers.
 * - `broken`: it surely leads nowhere (`missing`: status 404 or 410; `no-host`: the name exists nowhere; `loop`: redirects without end).
 * - `unanswered`: no good answer, each time it was asked; a reader may have more luck, later or elsewhere.
 * - `unjudged`: nothing can be said of what readers see.
 */
export type Verdict = 'found' | 'broken' | 'unanswered' | 'unjudged';

export const verdictOf = {
  found: 'found',
  missing: 'broken',
  'no-host': 'broken',
  loop: 'broken',
  /** Another status of 400 and up. */
  status: 'unanswered',
  lookup: 'unanswered',
  network: 'unanswered',
  connect: 'unanswered',
  timeout: 'unanswered',
  reset: 'unanswered',
  protocol: 'unanswered',
  /** The host turns programs away, or wants a login. */
  refuses: 'unjudged',
  /** The host asks to come back later than we wait. */
  later: 'unjudged',
  private: 'unjudged',
  certificate: 'unjudged',
  /** Redirects go in a circle, but cookies were set on the way, which a browser would keep. */
  cookies: 'unjudged',
  /** A redirect leads to something other than http and https. */
  scheme: 'unjudged',
  /** A status that says neither yes nor no. */
  unclear: 'unjudged',
} as const satisfies Readonly<Record<string, Verdict>>;

export type Cause = keyof typeof verdictOf;

/** What an outside address answered. */
export interface Answer {
  readonly cause: Cause;
  /** Status of the last answer; null where there was none. */
  readonly status: number | null;
  /** The address behind all redirects, without name, password and fragment; without redirects, the one that was asked. */
  readonly url: string;
  /** Where the address has moved to for good, or null: all redirects on the way are permanent ones. */
  readonly movedTo: string | null;
}

/** Answers by address, in the form that `externalAddress` gives. */
export type Answers = ReadonlyMap<string, Answer>;
