import { Agent, request } from 'undici';
import { addressPolicy } from './address-policy.ts';
import { guardedConnector, type Lookup } from './guarded-connector.ts';
import type { HttpClient, HttpClientSettings, HttpMethod, HttpOutcome } from './http-client.ts';
import { httpFailure } from './http-failure.ts';
import { retryAfter } from './retry-after.ts';
import { systemWallClock, type WallClock } from './wall-clock.ts';

/**
 * Asks over the network. Connections go only to public addresses and to those that are allowed, whatever names, redirects or lookups say,
 * and never through a proxy, which would look names up itself.
 * @param lookup finds the addresses of names; default: the system's way
 */
export function nodeHttpClient(
  settings: HttpClientSettings,
  lookup?: Lookup,
  clock: Pick<WallClock, 'now'> = systemWallClock,
): HttpClient {
  const { userAgent, connectTimeout, timeout } = settings;
  const dispatcher = new Agent({
    connect: guardedConnector(addressPolicy(settings.allow), connectTimeout, lookup),
    // The signal below ends what takes too long, the connection included.
    headersTimeout: 0,
    bodyTimeout: timeout,
    keepAliveTimeout: 2000,
    // Some hosts send many cookies.
    maxHeaderSize: 64 * 1024,
  });
  const headers = { 'user-agent': userAgent, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  return {
    async ask(url: string, method: HttpMethod): Promise<HttpOutcome> {
      const bare = withoutCredentials(url);
      if (bare === null) return { failure: 'protocol' };
      try {
        const signal = AbortSignal.timeout(timeout);
        const response = await request(bare, { dispatcher, method, headers, signal });
        // The status is all that counts. A short body is let through, so that the connection can be used again.
        response.body.dump({ limit: 64 * 1024 }).catch(() => {});
        return {
          status: response.statusCode,
          location: first(response.headers.location),
          retryAfter: retryAfter(first(response.headers['retry-after']), clock.now()),
          setsCookie: response.headers['set-cookie'] !== undefined,
        };
      } catch (error) {
        return { failure: httpFailure(error) };
      }
    },
    async close() {
      await dispatcher.destroy();
    },
  };
}

function withoutCredentials(url: string): URL | null {
  if (!URL.canParse(url)) return null;
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  bare.hash = '';
  return bare.protocol === 'http:' || bare.protocol === 'https:' ? bare : null;
}

function first(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
