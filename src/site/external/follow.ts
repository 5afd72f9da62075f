import type { HttpFailure, HttpMethod, HttpResponse } from '../../host/http-client.ts';
import { cleanAddress } from './address.ts';

/** An outcome of HTTP, or that the host is left alone until later. */
export type Outcome = HttpResponse | { readonly failure: HttpFailure | 'later' };

/** Where the redirects from an address lead in the end. */
export interface Followed {
  readonly outcome: Outcome | { readonly failure: 'loop' | 'scheme' };
  /** The address that gave the outcome. */
  readonly url: string;
  readonly movedTo: string | null;
  /** True where an answer on the way set a cookie. */
  readonly setsCookie: boolean;
}

/** As many as browsers follow (Fetch standard, HTTP-redirect fetch). */
const mostRedirects = 20;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const permanent: ReadonlySet<number> = new Set([301, 308]);

/** Asks an address and those that it redirects to, one after the other. */
export async function follow(
  start: string,
  method: HttpMethod,
  ask: (url: string, method: HttpMethod) => Promise<Outcome>,
): Promise<Followed> {
  const seen = new Set([start]);
  let url = start;
  let isMoved = true;
  let setsCookie = false;
  for (;;) {
    const outcome = await ask(url, method);
    const end = (how: Followed['outcome']): Followed => ({
      outcome: how,
      url,
      movedTo: isMoved && url !== start ? url : null,
      setsCookie,
    });
    if (outcome.failure !== undefined) return end(outcome);
    setsCookie ||= outcome.setsCookie;
    const { status, location } = outcome;
    if (!redirects.has(status) || location === null) return end(outcome);
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    if (next === null) return end({ failure: 'protocol' });
    if (next.protocol !== 'http:' && next.protocol !== 'https:') return end({ failure: 'scheme' });
    const target = cleanAddress(next);
    if (seen.has(target) || seen.size > mostRedirects) return end({ failure: 'loop' });
    seen.add(target);
    isMoved &&= permanent.has(status);
    url = target;
  }
}
