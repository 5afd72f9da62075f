import type { WallClock } from '../../host/wall-clock.ts';

const minute = 60_000;

/**
 * Spaces requests of one kind, so that a limit of GitLab is not met: as many as are allowed go at once, and then each as one of them is a minute
 * old. Runs at the same time with the same token do not know of each other; where they meet the limit, GitLab says how long to wait.
 */
export class Pace {
  readonly #most: number;
  readonly #clock: WallClock;
  readonly #made: number[] = [];

  /** @param most requests in a minute, 1 or more */
  constructor(most: number, clock: WallClock) {
    this.#most = most;
    this.#clock = clock;
  }

  /** Waits until another request may be made. */
  async turn(): Promise<void> {
    const first = this.#made.length < this.#most ? undefined : this.#made.shift();
    const wait = first === undefined ? 0 : first + minute - this.#clock.now();
    if (wait > 0) await this.#clock.wait(wait);
    this.#made.push(this.#clock.now());
  }
}
