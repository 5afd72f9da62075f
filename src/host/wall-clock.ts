import { setTimeout as sleep } from 'node:timers/promises';

/** Time of day, and waiting; passed in, so that tests need not wait. */
export interface WallClock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Resolves after that many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

export const systemWallClock: WallClock = {
  now: () => Date.now(),
  wait: (milliseconds) => sleep(milliseconds),
};
