import type { WallClock } from '../../src/host/wall-clock.ts';

/** A clock whose time passes only by waiting: when nothing else is left to do, it jumps to the next moment someone waits for. */
export class VirtualClock implements WallClock {
  #now: number;
  readonly #waiting: { readonly until: number; readonly wake: () => void }[] = [];

  constructor(now = Date.UTC(2030, 0, 1)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((wake) => {
      this.#waiting.push({ until: this.#now + milliseconds, wake });
      this.#waiting.sort((a, b) => a.until - b.until);
      if (this.#waiting.length === 1) setImmediate(() => this.#next());
    });
  }

  /** Lets time pass while nobody waits. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  #next(): void {
    const first = this.#waiting.shift();
    if (first === undefined) return;
    this.#now = Math.max(this.#now, first.until);
    first.wake();
    if (this.#waiting.length > 0) setImmediate(() => this.#next());
  }
}
