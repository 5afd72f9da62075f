/** Asks outside hosts by HTTP. Never throws; what goes wrong is a value. */
export interface HttpClient {
  /**
   * Asks once and follows no redirect; the body is not read.
   * @param url an `http:` or `https:` address; a name and password in it are not sent
   */
  ask(url: string, method: HttpMethod): Promise<HttpOutcome>;
  /** Drops the connections that are still open. */
  close(): Promise<void>;
}

/** How to reach outside hosts. */
export interface HttpClientSettings {
  readonly userAgent: string;
  /** Hosts, addresses and ranges of addresses that may be asked though they are not public; see `addressPolicy`. */
  readonly allow: readonly string[];
  /** Longest time for a connection, in milliseconds. */
  readonly connectTimeout: number;
  /** Longest time for a whole answer up to its last header, the connection included, in milliseconds. */
  readonly timeout: number;
}

export type HttpMethod = 'HEAD' | 'GET';

export type HttpOutcome = HttpResponse | { readonly failure: HttpFailure };

export interface HttpResponse {
  readonly failure?: undefined;
  readonly status: number;
  /** The header `Location` as it came, or null. */
  readonly location: string | null;
  /** How long the header `Retry-After` asks to wait, in milliseconds, 0 or more; null where there is none. */
  readonly retryAfter: number | null;
  /** True where the answer sets a cookie: a browser, which keeps it, may be answered differently. */
  readonly setsCookie: boolean;
}

/**
 * Why there was no answer.
 * - `no-host`: the name exists nowhere.
 * - `lookup`: the name could not be looked up just now.
 * - `network`: this machine has no way to the address.
 * - `private`: the address is not a public one, so it was not asked.
 * - `connect`: nothing accepts connections there, or not in time.
 * - `timeout`: no answer in time.
 * - `reset`: the connection was cut.
 * - `certificate`: the encryption could not be agreed on or trusted.
 * - `protocol`: what came is no HTTP.
 */
export type HttpFailure =
  | 'no-host'
  | 'lookup'
  | 'network'
  | 'private'
  | 'connect'
  | 'timeout'
  | 'reset'
  | 'certificate'
  | 'protocol';
