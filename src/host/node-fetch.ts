import { rootCertificates } from 'node:tls';
import { EnvHttpProxyAgent, fetch } from 'undici';
import type { Fetch, FetchSettings } from './fetch.ts';

/** Asks over the network, through proxies where they are set. Connections that nobody uses do not keep the program from ending. */
export function nodeFetch({ httpProxy, httpsProxy, noProxy, certificates }: FetchSettings): Fetch {
  // Whoever names certificates has no others, so the usual ones must be named too.
  const tls = certificates === null ? {} : { ca: [...rootCertificates, certificates] };
  const dispatcher = new EnvHttpProxyAgent({
    // Empty, for what is left out is looked up in the environment.
    httpProxy: httpProxy ?? '',
    httpsProxy: httpsProxy ?? '',
    noProxy: noProxy ?? '',
    connect: tls,
    requestTls: tls,
    proxyTls: tls,
  });
  return (url, request) => fetch(url, { ...request, dispatcher });
}
