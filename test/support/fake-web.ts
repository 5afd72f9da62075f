import type { HttpClient, HttpFailure, HttpMethod, HttpOutcome } from '../../src/host/http-client.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What a fake address answers: a status, a failure, or more of it. */
export type FakeAnswer =
  | number
  | HttpFailure
  | {
      readonly status: number;
      readonly location?: string;
      readonly retryAfter?: number;
      readonly setsCookie?: boolean;
    };

/** The same each time; one after the other, the last for good; or as the method has it. */
export type FakeAnswers = FakeAnswer | readonly FakeAnswer[] | ((method: HttpMethod) => FakeAnswer);

export interface Asked {
  readonly method: HttpMethod;
  readonly url: string;
  /** When, in milliseconds since the first request. */
  readonly at: number;
}

/** A web without a network. Addresses that it does not know have no host. Each answer takes `latency` milliseconds of the clock. */
export class FakeWeb implements HttpClient {
  readonly asked: Asked[] = [];
  /** Most requests that were under way at once, over all hosts and to one host. */
  busiest = 0;
  busiestHost = 0;
  readonly #answers: Readonly<Record<string, FakeAnswers>>;
  readonly #clock: VirtualClock;
  readonly #latency: number;
  readonly #open: string[] = [];
  #start: number | null = null;

  constructor(answers: Readonly<Record<string, FakeAnswers>>, clock: VirtualClock, latency = 0) {
    this.#answers = answers;
    this.#clock = clock;
    this.#latency = latency;
  }

  async ask(url: string, method: HttpMethod): Promise<HttpOutcome> {
    this.#start ??= this.#clock.now();
    const before = this.asked.filter((one) => one.url === url).length;
    this.asked.push({ method, url, at: this.#clock.now() - this.#start });
    const { hostname } = new URL(url);
    this.#open.push(hostname);
    this.busiest = Math.max(this.busiest, this.#open.length);
    this.busiestHost = Math.max(this.busiestHost, this.#open.filter((host) => host === hostname).length);
    if (this.#latency > 0) await this.#clock.wait(this.#latency);
    this.#open.splice(this.#open.indexOf(hostname), 1);
    const answer = answerTo(this.#answers[url] ?? 'no-host', method, before);
    if (typeof answer === 'string') return { failure: answer };
    const { status, location, retryAfter, setsCookie } =
      typeof answer === 'number' ? { status: answer } : { location: undefined, ...answer };
    return {
      status,
      location: location ?? null,
      retryAfter: retryAfter ?? null,
      setsCookie: setsCookie ?? false,
    };
  }

  async close(): Promise<void> {}
}

function answerTo(answers: FakeAnswers, method: HttpMethod, before: number): FakeAnswer {
  if (typeof answers === 'function') return answers(method);
  if (typeof answers !== 'object' || 'status' in answers) return answers;
  return answers[Math.min(before, answers.length - 1)] ?? 'no-host';
}
