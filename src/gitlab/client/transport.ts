import type { Fetch } from '../../host/fetch.ts';
import { retryAfter } from '../../host/retry-after.ts';
import type { WallClock } from '../../host/wall-clock.ts';
import { AccessError, GitLabError } from '../access.ts';
import { type ApiAnswer, reasonIn, type Written } from './answer.ts';
import { Pace } from './pace.ts';
import { type Attempt, refusal } from './refusals.ts';

/** How the API is reached. */
export interface TransportSettings {
  /** Without a slash at its end: `https://gitlab.example.com/api/v4`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly userAgent: string;
  readonly fetch: Fetch;
  readonly clock: WallClock;
  /** Longest time for one request and its answer, in milliseconds. */
  readonly timeout: number;
  /** Longest time to wait in all because GitLab asks to, or has trouble, in milliseconds. */
  readonly patience: number;
  /** What is reviewed, for sentences: “merge request !7 of acme/handbook”. */
  readonly place: string;
}

export type Query = Readonly<Record<string, string>>;

/** A request is made so many times at most. */
const mostAttempts = 5;
const mostRedirects = 3;
/** Waiting times in milliseconds, where GitLab names none. */
const waits = [1000, 2000, 4000, 8000];
const limited = 60_000;
/** In a minute; GitLab.com allows 60 new comments and 120 resolutions by one user, other reviews of the same bot included. */
const mostComments = 40;
const mostResolutions = 80;
/** More requests for one review are a sign of a circle. */
const mostRequests = 5000;

/**
 * Makes requests to the API. What only reads is repeated when it fails. What changes something is repeated only where GitLab says that it
 * was not done, for no other answer tells whether it was.
 */
export class Transport {
  /** How many requests were made. */
  requests = 0;
  readonly #settings: TransportSettings;
  #waited = 0;
  readonly #comments: Pace;
  readonly #resolutions: Pace;

  /** @throws AccessError where the token cannot be sent */
  constructor(settings: TransportSettings) {
    // The errors of fetch quote what cannot stand in a header.
    if (!/^[\x21-\x7e]+$/u.test(settings.token))
      throw new AccessError(
        'The token holds a space, a line break or another sign that no token has. Copy it again into the CI/CD variable.',
      );
    this.#settings = settings;
    this.#comments = new Pace(mostComments, settings.clock);
    this.#resolutions = new Pace(mostResolutions, settings.clock);
  }

  get place(): string {
    return this.#settings.place;
  }

  /**
   * Reads one address; waits and asks again where GitLab is busy or cannot be reached.
   * @param path below the address of the API, without a slash before it
   * @throws AccessError, GitLabError
   */
  async read(path: string, query: Query, attempt: Attempt): Promise<ApiAnswer> {
    let url = this.#url(path, query);
    let redirects = 0;
    for (let tries = 1; ; ) {
      const answer = await this.#ask('GET', url);
      const isAnswer = typeof answer !== 'string';
      const isDone = isAnswer && answer.status < 300;
      if (isDone && isData(answer)) return answer;
      const location = isAnswer && answer.status < 400 ? answer.headers.location : undefined;
      if (location !== undefined && redirects < mostRedirects) {
        redirects += 1;
        url = this.#redirected(url, location, attempt);
        continue;
      }
      if (isAnswer && !isDone && answer.status < 500 && answer.status !== 429)
        throw refusal(answer, attempt, this.place);
      if (tries >= mostAttempts) throw this.#givenUp(attempt, isAnswer ? this.#said(answer) : answer);
      await this.#pause(isAnswer ? answer : null, tries, attempt);
      tries += 1;
    }
  }

  /**
   * Makes one request that changes something. Only where GitLab says that there were too many requests, so that it was not done, does this
   * wait and try again.
   * @throws GitLabError where GitLab asks to wait for too long
   */
  async write(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: object | null,
    attempt: Attempt,
  ): Promise<Written> {
    const url = this.#url(path, {});
    for (let tries = 1; ; tries += 1) {
      await this.#paceOf(method, path)?.turn();
      const answer = await this.#ask(method, url, body);
      if (typeof answer === 'string') return { kind: 'unknown', why: answer };
      const isDone = answer.status < 300;
      if (isDone && (answer.body === null || isData(answer))) return { kind: 'done', answer };
      if (isDone || answer.status >= 500) return { kind: 'unknown', why: this.#said(answer) };
      if (answer.status !== 429) return { kind: 'refused', answer };
      if (tries >= mostAttempts) throw this.#givenUp(attempt, this.#said(answer));
      await this.#pause(answer, tries, attempt);
    }
  }

  /** GitLab limits new comments and the resolving of threads, and nothing else that a review does. */
  #paceOf(method: string, path: string): Pace | null {
    if (method === 'POST') return /\/(?:notes|discussions)$/u.test(path) ? this.#comments : null;
    return method === 'PUT' && /\/discussions\/[^/]+/u.test(path) ? this.#resolutions : null;
  }

  /** Waits before something is tried again that may have been done. @throws GitLabError */
  async rest(tries: number, attempt: Attempt): Promise<void> {
    await this.#pause(null, tries, attempt);
  }

  /** An answer, or why there was none. */
  async #ask(method: string, url: string, body: object | null = null): Promise<ApiAnswer | string> {
    const { token, userAgent, timeout } = this.#settings;
    this.requests += 1;
    if (this.requests > mostRequests)
      throw new GitLabError(
        `More than ${mostRequests} requests were made for ${this.place}. Please report this as a bug.`,
      );
    try {
      const response = await this.#settings.fetch(url, {
        method,
        headers: {
          ...credentials(token),
          'user-agent': userAgent,
          accept: 'application/json',
          ...(body !== null && { 'content-type': 'application/json' }),
        },
        ...(body !== null && { body: JSON.stringify(body) }),
        // The token is sent nowhere but to the address that was given.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: bodyOf(this.#hidden(await response.text())),
      };
    } catch (error) {
      return this.#hidden(causeOf(error));
    }
  }

  async #pause(answer: ApiAnswer | null, tries: number, attempt: Attempt): Promise<void> {
    const { clock, patience } = this.#settings;
    const asked = answer === null ? null : retryAfter(answer.headers['retry-after'] ?? null, clock.now());
    const otherwise = answer?.status === 429 ? limited : (waits[tries - 1] ?? waits.at(-1) ?? 0);
    const time = asked ?? otherwise;
    if (this.#waited + time > patience) {
      const why = answer === null ? 'no answer came' : this.#said(answer);
      throw new GitLabError(
        `It was not possible to ${attempt} (${this.place}): ${why}, and GitLab would have to be waited for longer than ${Math.round(patience / 1000)} seconds in all. Please run the job again later.`,
      );
    }
    this.#waited += time;
    await clock.wait(time);
  }

  #url(path: string, query: Query): string {
    const search = new URLSearchParams(Object.entries(query));
    const tail = search.size > 0 ? `?${search}` : '';
    return `${this.#settings.apiUrl}/${path}${tail}`;
  }

  #redirected(from: string, location: string, attempt: Attempt): string {
    const to = URL.canParse(location, from) ? new URL(location, from) : null;
    if (to?.origin === new URL(from).origin) return to.href;
    throw new GitLabError(
      `It was not possible to ${attempt} (${this.place}): ${new URL(from).origin} sends on to ${to?.origin ?? 'an address that is none'}. Give that address with --url if it is right.`,
    );
  }

  #said(answer: ApiAnswer): string {
    if (answer.status < 300)
      return 'what came is no answer of GitLab’s, or a part of one alone (is the address of the API right: --url, or CI_API_V4_URL?)';
    return this.#hidden(`GitLab answered “${reasonIn(answer)}” (${answer.status})`);
  }

  #givenUp(attempt: Attempt, why: string): GitLabError {
    return new GitLabError(
      `It was not possible to ${attempt} (${this.place}): ${why}, after ${mostAttempts} attempts. Please run the job again later.`,
    );
  }

  #hidden(text: string): string {
    return text.replaceAll(this.#settings.token, '[token]');
  }
}

/** Whether it is what the API sends: a proxy may answer with a page of its own, or hand on the beginning alone. */
function isData({ body }: ApiAnswer): boolean {
  return typeof body === 'object' && body !== null;
}

/** Tokens of OAuth (64 hexadecimal digits, or a JSON Web Token) are taken in another header than those of people and projects. */
function credentials(token: string): Record<string, string> {
  const isOAuth = /^(?:[\da-f]{64}|eyJ[\w-]+\.[\w-]+\.[\w-]+)$/u.test(token);
  return isOAuth ? { authorization: `Bearer ${token}` } : { 'private-token': token };
}

function bodyOf(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Why there was no answer, in words. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer came';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'no answer came in time';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? `${cause.code}` : '';
  const detail = cause instanceof Error && cause.message !== '' ? cause.message : error.message;
  return `the connection failed (${code === '' || detail.includes(code) ? detail : `${code}: ${detail}`})`;
}
