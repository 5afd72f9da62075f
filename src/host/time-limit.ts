/** Does work at once, and ends it where it takes too long. @throws OutOfTime, and whatever the work throws */
export type TimeLimit = <Value>(work: () => Value) => Value;

/** Reads a page; null where that takes too long, or the page is too long, so that it is left out. It sees to it itself that somebody says so. */
export type LimitedReading = <Value>(path: string, read: () => Value) => Value | null;

/** Work was ended because it took too long. */
export class OutOfTime extends Error {
  /** What it was given, in milliseconds. */
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super(`It took longer than ${milliseconds / 1000} s.`);
    this.milliseconds = milliseconds;
  }
}
