/** Tells the time; passed in, so that the same input gives the same output in tests. */
export interface Clock {
  /** Milliseconds since some fixed moment; only differences mean something. */
  now(): number;
}

export const systemClock: Clock = { now: () => performance.now() };
