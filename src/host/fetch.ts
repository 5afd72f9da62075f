/** The part of the global `fetch` that is needed here, so that another one can take its place. */
export type Fetch = (url: string, request: FetchRequest) => Promise<FetchResponse>;

export interface FetchRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

export interface FetchResponse {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  text(): Promise<string>;
}

/** How to get out of the machine. */
export interface FetchSettings {
  /** Addresses of proxies; null for none. Without one for https, that for http is used. */
  readonly httpProxy: string | null;
  readonly httpsProxy: string | null;
  /** Hosts that are asked without a proxy, as `NO_PROXY` has them: commas between, `*` for all. */
  readonly noProxy: string | null;
  /** Certificates (PEM) that are trusted beside the usual ones; null for none. */
  readonly certificates: string | null;
}
