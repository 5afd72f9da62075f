import type { WallClock } from '../../../src/host/wall-clock.ts';
import { Refusal } from './answer.ts';
import type { User } from './model.ts';

const minute = 60_000;

/** Rate limits, by user and minute. */
export class Limits {
  /** `POST .../notes` alone; 60 on GitLab.com, 300 elsewhere. */
  notesCreate = 300;
  /** Resolving and reopening; newer versions only. */
  resolve = Number.POSITIVE_INFINITY;
  /** All requests. */
  general = Number.POSITIVE_INFINITY;
  readonly #clock: WallClock;
  readonly #calls = new Map<string, number[]>();

  constructor(clock: WallClock) {
    this.#clock = clock;
  }

  /** @throws Refusal as JSON, with nothing but `Retry-After` */
  checkNotesCreate(user: User): void {
    if (this.#count(`notes ${user.id}`) > this.notesCreate) throw this.#tooMany();
  }

  /** @throws Refusal */
  checkResolve(user: User): void {
    if (this.#count(`resolve ${user.id}`) > this.resolve) throw this.#tooMany();
  }

  /** @throws Refusal as plain text, with the headers of the general limiter */
  checkGeneral(who: string): void {
    const count = this.#count(`general ${who}`);
    if (count <= this.general) return;
    const reset = `${Math.ceil(this.#clock.now() / minute) * 60}`;
    throw new Refusal(429, 'Retry later\n', {
      'retry-after': '60',
      'ratelimit-limit': `${this.general}`,
      'ratelimit-observed': `${count}`,
      'ratelimit-remaining': '0',
      'ratelimit-reset': reset,
      'ratelimit-name': 'throttle_authenticated_api',
    });
  }

  #tooMany(): Refusal {
    const error = 'This endpoint has been requested too many times. Try again later.';
    return new Refusal(429, { message: { error } }, { 'retry-after': '60' });
  }

  /** How many calls there were in the last minute, this one included; a refused one does not count. */
  #count(key: string): number {
    const now = this.#clock.now();
    const recent = (this.#calls.get(key) ?? []).filter((at) => at > now - minute);
    const limit = key.startsWith('notes')
      ? this.notesCreate
      : key.startsWith('resolve')
        ? this.resolve
        : this.general;
    if (recent.length < limit) recent.push(now);
    else return recent.length + 1;
    this.#calls.set(key, recent);
    return recent.length;
  }
}
