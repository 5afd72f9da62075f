import type { Link } from '../markdown/document.ts';
import { decode, splitTarget } from './url.ts';
import { writtenTarget } from './written-target.ts';

/** What a link's target asks the site for. */
export type SiteTarget =
  | {
      readonly kind: 'path';
      /** Decoded; absolute, relative, or empty for the page itself. */
      readonly path: string;
      readonly anchor: string | null;
    }
  | {
      /** Hugo's `ref` and `relref`: a page by its file or name. */
      readonly kind: 'ref';
      readonly ref: string;
      readonly anchor: string | null;
    };

const shortcodeRef =
  /^\{\{(?:<\s*(?:rel)?ref\s+(?:"([^"]*)"|`([^`]*)`|([^\s"`=>]+))\s*>|%\s*(?:rel)?ref\s+(?:"([^"]*)"|`([^`]*)`|([^\s"`=%]+))\s*%)\}\}(#[^\s{}]*)?$/;
const template = /\{\{|\{%|<%|%>/;
const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * What a target asks the site for; null for other sites, mail and the like, for template code, and for an empty target.
 * @param origins addresses that are the site itself
 */
export function siteTarget(
  link: Pick<Link, 'target' | 'kind'>,
  origins: readonly string[],
): SiteTarget | null {
  const written = writtenTarget(link);
  const ref = refOf(written);
  if (ref !== null) return ref;
  const inside = insideSite(written, origins);
  if (inside === null || inside === '' || template.test(inside)) return null;
  const { path, anchor } = splitTarget(inside);
  return { kind: 'path', path: decode(path), anchor };
}

function refOf(target: string): SiteTarget | null {
  const match = shortcodeRef.exec(target);
  if (match === null) return null;
  const [name] = match.slice(1, 7).filter((part) => part !== undefined);
  const { path, anchor } = splitTarget(`${name ?? ''}${match[7] ?? ''}`);
  return { kind: 'ref', ref: decode(path), anchor };
}

/** The part of an address behind the site's own origin; null for what leads elsewhere. */
export function insideSite(target: string, origins: readonly string[]): string | null {
  const isRelativeToScheme = target.startsWith('//');
  if (!isRelativeToScheme && !scheme.test(target)) return target;
  const [, host, rest = ''] = /^(?:https?:)?\/\/([^/?#]*)((?:[/?#].*)?)$/is.exec(target) ?? [];
  if (host === undefined || !origins.some((origin) => hostOf(origin) === host.toLowerCase())) return null;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

const hostOf = (origin: string): string =>
  origin
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*/s, '')
    .toLowerCase();
