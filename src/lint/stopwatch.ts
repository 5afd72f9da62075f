/** Where the time of a run goes. */
export const phases = [
  'config',
  'discovery',
  'reading',
  'records',
  'parsing',
  'facts',
  'document rules',
  'corpus rules',
  'site',
  'outside links',
  'judging',
  'fixing',
  'report',
] as const;

export type Phase = (typeof phases)[number];

/** Time spent, in milliseconds; plain data. */
export interface Spent {
  readonly phases: readonly (readonly [phase: Phase, milliseconds: number])[];
  /** By rule id; part of the time of the rules’ phases. */
  readonly rules: readonly (readonly [rule: string, milliseconds: number])[];
}

/**
 * Adds up where time goes. At any moment one phase runs: what begins within another stops its clock until it ends, so that nothing counts
 * twice, and all phases together make up the whole. Work that is ended from outside counts as what it was in when that is noticed.
 */
export class Stopwatch {
  readonly #now: () => number;
  readonly #phases = new Map<Phase, number>();
  readonly #rules = new Map<string, number>();
  /** How many threads work on pages, the calling one counted. */
  threads = 1;
  #phase: Phase | null = null;
  #rule: string | null = null;
  #since: number;
  readonly #started: number;

  /** @param now milliseconds since some fixed moment */
  constructor(now: () => number) {
    this.#now = now;
    this.#started = now();
    this.#since = this.#started;
  }

  /** From now on, this phase runs, until the next begins; null for none. */
  begin(phase: Phase | null): void {
    this.#switch(phase, null);
  }

  /** Does work that belongs to a phase, and perhaps to a rule. */
  during<Value>(phase: Phase, work: () => Value, rule: string | null = null): Value {
    const [outerPhase, outerRule] = [this.#phase, this.#rule];
    this.#switch(phase, rule);
    try {
      return work();
    } finally {
      this.#switch(outerPhase, outerRule);
    }
  }

  /** Adds what another thread has spent. */
  add({ phases, rules }: Spent): void {
    for (const [phase, ms] of phases) this.#phases.set(phase, (this.#phases.get(phase) ?? 0) + ms);
    for (const [rule, ms] of rules) this.#rules.set(rule, (this.#rules.get(rule) ?? 0) + ms);
  }

  /** What has been spent so far. */
  spent(): Spent {
    this.#switch(this.#phase, this.#rule);
    return { phases: [...this.#phases], rules: [...this.#rules] };
  }

  /** Time since it was started, in milliseconds. */
  elapsed(): number {
    return this.#now() - this.#started;
  }

  #switch(phase: Phase | null, rule: string | null): void {
    const now = this.#now();
    const ms = now - this.#since;
    this.#since = now;
    if (this.#phase !== null) this.#phases.set(this.#phase, (this.#phases.get(this.#phase) ?? 0) + ms);
    if (this.#rule !== null) this.#rules.set(this.#rule, (this.#rules.get(this.#rule) ?? 0) + ms);
    this.#phase = phase;
    this.#rule = rule;
  }
}

/** Does work, and counts its time where time is counted. */
export function timed<Value>(
  watch: Stopwatch | undefined,
  phase: Phase,
  work: () => Value,
  rule: string | null = null,
): Value {
  return watch === undefined ? work() : watch.during(phase, work, rule);
}
