import type { Token } from './model.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** As a test expects it; JSON where it is JSON, else text. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test finds in it, it says by its expectations.
  readonly body: any;
}

export type Api = (method: string, path: string, body?: unknown) => Promise<ApiAnswer>;

/** Asks the API as a person or program with this token would. @param base the merge request's or another path that paths begin with */
export function apiOf(apiUrl: string, token: Token | null, base = ''): Api {
  return async (method, path, body) => {
    const auth: Record<string, string> =
      token === null
        ? {}
        : token.kind === 'job'
          ? { 'job-token': token.value }
          : token.kind === 'oauth'
            ? { authorization: `Bearer ${token.value}` }
            : { 'private-token': token.value };
    const response = await fetch(`${apiUrl}/${base}${path}`, {
      method,
      headers: { ...auth, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };
}
