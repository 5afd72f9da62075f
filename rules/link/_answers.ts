import type { Answer, Cause } from '../../src/site/external/answer.ts';

/** Why there was no good answer, as the end of a sentence. */
export function whyUnanswered({ cause, status }: Answer): string {
  switch (cause) {
    case 'timeout':
      return 'no answer came in time';
    case 'connect':
      return 'it takes no connections';
    case 'reset':
      return 'it cut the connection';
    case 'lookup':
      return 'its name could not be looked up';
    case 'network':
      return 'there was no way to it';
    case 'protocol':
      return 'what it answered could not be read';
    default:
      return `it answered with the error ${status}`;
  }
}

/** Says where redirects led, for behind the address; empty where there were none. The query is left out: it may hold what is secret. */
export function leadingTo(address: string, { url }: Answer): string {
  return url === address ? '' : `, which leads on to "${shortened(url.replace(/\?.*/s, ''))}"`;
}

/** An address as messages show it, at most 160 units long. */
export function shortened(address: string): string {
  return address.length > 160 ? `${address.slice(0, 159)}…` : address;
}

/** The new address with the fragment of the old one; null where it is but the front page of a host, as hosts answer for what is gone. */
export function movedTarget(target: string, address: string, movedTo: string): string | null {
  if (new URL(movedTo).pathname === '/' && new URL(address).pathname !== '/') return null;
  const hash = target.indexOf('#');
  // Signs that are allowed in an address, but mean something in markdown or template code.
  const safe = movedTo.replace(/[()|`{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return safe + (hash === -1 ? '' : target.slice(hash));
}

/** An answer for examples: without a status, there was none; `url` is where redirects led. */
export function answer(
  cause: Cause,
  url: string,
  status: number | null = null,
  movedTo: string | null = null,
): Answer {
  return { cause, status, url, movedTo };
}
