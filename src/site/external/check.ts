import type { HttpClient, HttpResponse } from '../../host/http-client.ts';
import type { WallClock } from '../../host/wall-clock.ts';
import { type Answer, type Answers, type Cause, verdictOf } from './answer.ts';
import { type Followed, follow } from './follow.ts';
import { Hosts, type Pace } from './hosts.ts';

export interface CheckInput {
  /** Addresses as `externalAddress` gives them; each is asked once, however often it stands here. */
  readonly addresses: Iterable<string>;
  readonly http: HttpClient;
  readonly clock: WallClock;
  readonly pace: Pace;
  /** Called with each answer as it comes. */
  onAnswer?(address: string, answer: Answer): void;
}

export interface CheckResult {
  /** Addresses whose hosts could not be found are missing where `isOffline`. */
  readonly answers: Answers;
  /** True where this machine seems to have no way out, so that nothing can be said of hosts that could not be found. */
  readonly isOffline: boolean;
}

/** How often an address is asked again where another answer may come. */
const retries = 2;

/** Wait before the first retry, in milliseconds; each later one is three times as long. */
const firstWait = 1000;

/** A host that asks for a longer wait (milliseconds) is not asked again in this run. */
const longestWait = 60_000;

/** Statuses that say "not you", or "not like this", rather than "not here". 999 is how one host greets programs. */
const refusals: ReadonlySet<number> = new Set([
  401, 402, 403, 405, 406, 407, 412, 417, 418, 421, 423, 425, 426, 428, 429, 431, 451, 999,
]);

/** Asks outside addresses: politely, each once, and again only where that may help. */
export async function checkAddresses(input: CheckInput): Promise<CheckResult> {
  const { addresses, http, clock, pace, onAnswer } = input;
  const hosts = new Hosts(http, clock, pace);
  const checker = new Checker(hosts);
  const answers = new Map<string, Answer>();
  await Promise.all(
    Array.from(new Set(addresses), async (address) => {
      const answer = await hosts.work(address, () => checker.check(address));
      answers.set(address, answer);
      onAnswer?.(address, answer);
    }),
  );
  const isOffline = hosts.isOffline();
  if (isOffline) {
    for (const [address, answer] of answers) if (isLost(answer)) answers.delete(address);
  }
  return { answers, isOffline };
}

/** Whether the answer may come of a machine without a way out. */
function isLost({ cause }: Answer): boolean {
  return cause === 'no-host' || cause === 'lookup' || cause === 'network';
}

class Checker {
  readonly #hosts: Hosts;
  /** Servers that know no HEAD. */
  readonly #withoutHead = new Set<string>();

  constructor(hosts: Hosts) {
    this.#hosts = hosts;
  }

  async check(address: string): Promise<Answer> {
    const isHeadless = this.#withoutHead.has(new URL(address).origin);
    let followed = isHeadless ? await this.#follow(address, 'GET') : await this.#head(address);
    for (let retry = 0; retry < retries && this.#mayChange(followed); retry += 1) {
      const { outcome, url } = followed;
      const asked = 'status' in outcome ? (outcome.retryAfter ?? 0) : 0;
      if (asked > longestWait) {
        this.#hosts.close(url);
        return answerOf({ ...followed, outcome: { failure: 'later' } });
      }
      this.#hosts.pause(url, Math.max(asked, firstWait * 3 ** retry));
      followed = await this.#follow(address, 'GET');
    }
    const { failure } = followed.outcome;
    if (failure !== undefined && failure !== 'loop' && failure !== 'scheme' && failure !== 'later')
      this.#hosts.noteFailure(followed.url, failure);
    return answerOf(followed);
  }

  /** Asks by HEAD, which costs a host least, and by GET where HEAD brings nothing good: many servers know only that. */
  async #head(address: string): Promise<Followed> {
    const head = await this.#follow(address, 'HEAD');
    const { outcome } = head;
    const isDoubtful =
      'status' in outcome
        ? outcome.status >= 400 && !asksToWait(outcome)
        : ['timeout', 'reset', 'protocol', 'loop'].includes(outcome.failure);
    if (!isDoubtful || this.#hosts.givenUp(head.url) !== null) return head;
    const get = await this.#follow(address, 'GET');
    const isRefused = 'status' in outcome && (outcome.status === 405 || outcome.status === 501);
    if (isRefused && head.url === address && answerOf(get).cause === 'found')
      this.#withoutHead.add(new URL(address).origin);
    return get;
  }

  #follow(address: string, method: 'HEAD' | 'GET'): Promise<Followed> {
    return follow(address, method, (url, how) => this.#hosts.ask(url, how));
  }

  #mayChange({ outcome, url }: Followed): boolean {
    if (this.#hosts.givenUp(url) !== null) return false;
    if (!('status' in outcome)) return ['lookup', 'connect', 'timeout', 'reset'].includes(outcome.failure);
    const { status } = outcome;
    return status === 408 || status === 429 || (status >= 500 && status < 600 && status !== 501);
  }
}

function asksToWait({ status, retryAfter }: HttpResponse): boolean {
  return status === 429 || (status === 503 && retryAfter !== null);
}

function answerOf({ outcome, url, movedTo, setsCookie }: Followed): Answer {
  if ('status' in outcome) {
    const cause = causeOf(outcome.status);
    return { cause, status: outcome.status, url, movedTo: verdictOf[cause] === 'found' ? movedTo : null };
  }
  const cause = outcome.failure === 'loop' && setsCookie ? 'cookies' : outcome.failure;
  return { cause, status: null, url, movedTo: null };
}

function causeOf(status: number): Cause {
  if (status >= 200 && status < 300) return 'found';
  if (status === 404 || status === 410) return 'missing';
  if (status < 400) return 'unclear';
  return refusals.has(status) || status >= 600 ? 'refuses' : 'status';
}
