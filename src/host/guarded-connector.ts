import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressPolicy } from './address-policy.ts';

/** Finds all addresses of a name. */
export type Lookup = (host: string) => Promise<readonly LookupAddress[]>;

/** The address is not one that may be asked. */
export class PrivateAddressError extends Error {
  constructor(host: string) {
    super(`${host} is not a public address.`);
    this.name = 'PrivateAddressError';
  }
}

/**
 * Makes connections to addresses that the policy allows, and no others. The name is looked up once for a connection, and the connection goes
 * to the very address that was judged, so that a name whose address changes between two lookups gains nothing.
 * @param timeout milliseconds
 */
export function guardedConnector(
  policy: AddressPolicy,
  timeout: number,
  lookup: Lookup = lookupAll,
): buildConnector.connector {
  const connect = buildConnector({
    timeout,
    lookup: guardedLookup(policy, lookup),
    autoSelectFamily: true,
    // Node's own 250 ms call slow hosts dead.
    autoSelectFamilyAttemptTimeout: 1500,
  });
  return (options, callback) => {
    // An address needs no lookup, so Node would connect at once.
    const host = options.hostname.replace(/^\[(.*)\]$/u, '$1');
    if (isIP(host) !== 0 && !policy.allows(host, host)) {
      callback(new PrivateAddressError(host), null);
      return;
    }
    connect(options, (...[error, socket]) => {
      if (error !== null) callback(error, null);
      else if (policy.allows(host, socket.remoteAddress ?? '')) callback(null, socket);
      else {
        socket.destroy();
        callback(new PrivateAddressError(host), null);
      }
    });
  };
}

function guardedLookup(policy: AddressPolicy, lookup: Lookup): LookupFunction {
  return (host, options: LookupOptions, callback) => {
    lookup(host).then(
      (all) => {
        const family = Number(options.family ?? 0);
        const allowed = all.filter(({ address }) => policy.allows(host, address));
        const fitting = allowed.filter((one) => family === 0 || one.family === family);
        const [first] = fitting;
        if (first === undefined) callback(new PrivateAddressError(host), '', 0);
        else if (options.all) callback(null, [...fitting]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

const lookupAll: Lookup = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    );
  });
