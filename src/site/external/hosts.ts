import pLimit, { type LimitFunction } from 'p-limit';
import type { HttpClient, HttpFailure, HttpMethod } from '../../host/http-client.ts';
import type { WallClock } from '../../host/wall-clock.ts';
import type { Outcome } from './follow.ts';

/** How much is asked at once. */
export interface Pace {
  /** Requests under way at once, over all hosts. */
  readonly concurrency: number;
  /** Requests under way at once to one host. */
  readonly perHost: number;
  /** Shortest time between the starts of two requests to one host, in milliseconds. */
  readonly delay: number;
}

/** One host name: requests to all its ports share a pace. */
interface Host {
  readonly addresses: LimitFunction;
  readonly requests: LimitFunction;
  /** When the next request may start, and until when the host asked to be left alone; see `WallClock`. */
  next: number;
  pausedUntil: number;
  isClosed: boolean;
}

/** Failures that say the machine has no way out, or the host no address. */
const unreached: ReadonlySet<HttpFailure> = new Set(['no-host', 'lookup', 'network']);

/** From so many hosts on that cannot be found, with none that can, no more are asked. */
const enoughLost = 8;

/** After so many addresses in a row without an answer in time, a server is not asked again. */
const enoughSilence = 3;

/** Asks hosts at a pace that none of them minds, and remembers which of them cannot be reached. */
export class Hosts {
  readonly #http: HttpClient;
  readonly #clock: WallClock;
  readonly #pace: Pace;
  readonly #limit: LimitFunction;
  readonly #hosts = new Map<string, Host>();
  /** Why a server (`https://example.com:8443`) is not asked any more. */
  readonly #down = new Map<string, HttpFailure>();
  readonly #silences = new Map<string, number>();
  readonly #reached = new Set<string>();
  readonly #lost = new Map<string, HttpFailure>();

  constructor(http: HttpClient, clock: WallClock, pace: Pace) {
    this.#http = http;
    this.#clock = clock;
    this.#pace = pace;
    this.#limit = pLimit(pace.concurrency);
  }

  /**
   * Does what an address needs, retries included, when it is the address's turn: at most as many addresses of a host are worked on at once
   * as requests are allowed, so that what the first of them teach is known before the others are asked.
   */
  work<Result>(address: string, task: () => Promise<Result>): Promise<Result> {
    return this.#host(address).addresses(task);
  }

  /** Asks once, when it is the address's turn; or says why its host is not asked any more. */
  async ask(url: string, method: HttpMethod): Promise<Outcome> {
    const host = this.#host(url);
    return host.requests(async () => {
      if (this.givenUp(url) === null) await this.#turn(host);
      return this.#limit(async () => this.givenUp(url) ?? this.#askNow(url, method));
    });
  }

  /** Leaves the address's host alone for a while. */
  pause(url: string, milliseconds: number): void {
    const host = this.#host(url);
    host.pausedUntil = Math.max(host.pausedUntil, this.#clock.now() + milliseconds);
  }

  /** Leaves the address's host alone for the rest of the run. */
  close(url: string): void {
    this.#host(url).isClosed = true;
  }

  /** Takes note that an address failed for good, so that the others of its server need not be tried as long. */
  noteFailure(url: string, failure: HttpFailure): void {
    const { origin } = new URL(url);
    if (failure === 'connect' || unreached.has(failure)) this.#down.set(origin, failure);
    if (failure !== 'timeout') return;
    const count = (this.#silences.get(origin) ?? 0) + 1;
    this.#silences.set(origin, count);
    if (count >= enoughSilence) this.#down.set(origin, failure);
  }

  /** Why the address is not asked any more, or null. */
  givenUp(url: string): { readonly failure: HttpFailure | 'later' } | null {
    if (this.#host(url).isClosed) return { failure: 'later' };
    const failure = this.#down.get(new URL(url).origin);
    if (failure !== undefined) return { failure };
    const isAlone = this.#reached.size === 0 && this.#lost.size >= enoughLost;
    return isAlone ? { failure: 'lookup' } : null;
  }

  /**
   * Whether it is this machine that has no way out, rather than the hosts that are gone: hardly one of them can be found. Of one or two hosts
   * whose names surely do not exist, that is not said.
   */
  isOffline(): boolean {
    const failures = [...this.#lost.values()];
    if (this.#reached.size > 0) return failures.length >= 10 && failures.length >= 9 * this.#reached.size;
    return failures.length >= 3 || failures.some((failure) => failure !== 'no-host');
  }

  async #askNow(url: string, method: HttpMethod): Promise<Outcome> {
    const outcome = await this.#http.ask(url, method);
    const { origin, hostname } = new URL(url);
    const { failure } = outcome;
    if (failure === undefined) this.#silences.delete(origin);
    if (failure !== undefined && unreached.has(failure)) this.#lost.set(hostname, failure);
    else if (failure !== 'private') {
      this.#reached.add(hostname);
      this.#lost.delete(hostname);
    }
    return outcome;
  }

  /** Waits until the host may be asked again; whoever comes first keeps the earlier turn. */
  async #turn(host: Host): Promise<void> {
    do {
      const now = this.#clock.now();
      const start = Math.max(now, host.next, host.pausedUntil);
      host.next = start + this.#pace.delay;
      if (start > now) await this.#clock.wait(start - now);
    } while (this.#clock.now() < host.pausedUntil);
  }

  #host(url: string): Host {
    const { hostname } = new URL(url);
    const known = this.#hosts.get(hostname);
    if (known) return known;
    const { perHost } = this.#pace;
    const host = {
      addresses: pLimit(perHost),
      requests: pLimit(perHost),
      next: 0,
      pausedUntil: 0,
      isClosed: false,
    };
    this.#hosts.set(hostname, host);
    return host;
  }
}
