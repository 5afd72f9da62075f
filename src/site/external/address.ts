import type { Link } from '../../markdown/document.ts';
import { readIfShort } from '../../markdown/read.ts';
import { writtenTarget } from '../written-target.ts';

/** Which links are meant. */
export interface ExternalScope {
  /** Addresses that are the site itself. */
  readonly origins: readonly string[];
  /** Hosts that are never asked; `*.example.com` stands for all below it. */
  readonly ignore: readonly string[];
}

const template = /\{\{|\{%|<%|%>/;

/**
 * The outside address a link leads to, in the one form it is asked in: `http` or `https`, the host in lower case, without a name, a
 * password and a fragment. Null for all other links, and for template code.
 */
export function externalAddress(link: Pick<Link, 'kind' | 'target'>): string | null {
  const written = writtenTarget(link);
  if (!/^(?:https?:)?\/\//i.test(written) || template.test(written)) return null;
  const full = written.startsWith('//') ? `https:${written}` : written;
  return URL.canParse(full) ? cleanAddress(new URL(full)) : null;
}

/** Without what is never sent: name, password, fragment. */
export function cleanAddress(url: URL): string {
  const clean = new URL(url);
  clean.username = '';
  clean.password = '';
  clean.hash = '';
  return clean.href;
}

/** The outside addresses that pages link to, each once, in the order in which they first stand. */
export function externalAddresses(
  pages: Iterable<{ readonly path: string; readonly text: string }>,
  { origins, ignore }: ExternalScope,
): string[] {
  const own = new Set(origins.map((origin) => origin.replace(/^https?:\/\//i, '').toLowerCase()));
  const found = new Set<string>();
  for (const { path, text } of pages) {
    // A page without such an address need not be parsed.
    if (!/\/\/|www\./i.test(text)) continue;
    for (const link of readIfShort(path, text)?.links ?? []) {
      const address = externalAddress(link);
      if (address === null) continue;
      const { host, hostname } = new URL(address);
      if (!own.has(host) && !isIgnored(hostname, ignore)) found.add(address);
    }
  }
  return [...found];
}

function isIgnored(host: string, ignore: readonly string[]): boolean {
  return ignore.some((entry) => {
    const name = entry.toLowerCase();
    return name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name;
  });
}
