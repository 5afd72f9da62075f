import { PrivateAddressError } from './guarded-connector.ts';
import type { HttpFailure } from './http-client.ts';

const byCode: Readonly<Record<string, HttpFailure>> = {
  ENOTFOUND: 'no-host',
  ENODATA: 'no-host',
  EAI_NODATA: 'no-host',
  EAI_NONAME: 'no-host',
  EAI_AGAIN: 'lookup',
  EAI_FAIL: 'lookup',
  ESERVFAIL: 'lookup',
  EREFUSED: 'lookup',
  ENETUNREACH: 'network',
  ENETDOWN: 'network',
  EADDRNOTAVAIL: 'network',
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  EHOSTDOWN: 'connect',
  ETIMEDOUT: 'connect',
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  ABORT_ERR: 'timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
};

/** Sorts the errors of Node and undici. */
export function httpFailure(error: unknown): HttpFailure {
  const kinds = partsOf(error)
    .map(kindOf)
    .filter((kind) => kind !== null);
  // Of several addresses that were tried, one without a way (mostly of IPv6) says less than one that refused.
  return kinds.find((kind) => kind !== 'network') ?? kinds[0] ?? 'protocol';
}

function kindOf(error: Error): HttpFailure | null {
  if (error instanceof PrivateAddressError) return 'private';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  const code = 'code' in error ? String(error.code) : '';
  const isTls = /^ERR_(?:TLS|SSL)|CERT|^UNABLE_TO_|SIGNATURE|^EPROTO$/u.test(code);
  return byCode[code] ?? (isTls ? 'certificate' : null);
}

/** The error, or the errors it is made of (one for each address that was tried), and their causes. */
function partsOf(error: unknown): Error[] {
  const found: Error[] = [];
  const open = [error];
  for (let next = open.shift(); next !== undefined && found.length < 20; next = open.shift()) {
    if (!(next instanceof Error)) continue;
    if (next instanceof AggregateError) open.push(...next.errors);
    else found.push(next);
    open.push(next.cause);
  }
  return found;
}
