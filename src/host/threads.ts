/** Threads beside the calling one. */
export interface Threads {
  /** How many threads the machine runs at once. */
  readonly cores: number;
  /** Does jobs, in any order. Never rejects for what a thread does: jobs of a thread that fails are done here. */
  run<Job>(jobs: readonly Job[], how: Spread<Job>): Promise<void>;
}

export interface Spread<Job> {
  /** How many threads work, the calling one counted. */
  readonly threads: number;
  /** How many jobs a thread gets at once. */
  readonly batch: number;
  /** What each thread gets first; plain data. */
  readonly setup: unknown;
  /** What a thread gets of a job; plain data. */
  message(job: Job): unknown;
  /** Takes what a thread says of a job. */
  take(job: Job, answer: unknown): void;
  /** What the calling thread does, step by step, before it takes jobs; threads are answered between two steps. */
  readonly first?: Iterable<unknown>;
  /** Does a job in the calling thread. */
  here(job: Job): void;
}
