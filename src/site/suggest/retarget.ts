import type { Link } from '../../markdown/document.ts';

/** Where a link is to lead instead. */
export interface Destination {
  /** Site path, or a full address outside the site. */
  readonly url: string;
  /** Without `#`; null for none. */
  readonly anchor: string | null;
}

const origin = /^(?:https?:)?\/\/[^/?#]*/i;
/** GFM makes a link of "www.example.com", too. */
const bareHost = /^(?:(?:https?:)?\/\/)?[^/?#]*/i;

/**
 * A link's target rewritten to lead elsewhere, in the way it was written: relative where it was relative. Its query stays. Only a bare
 * address must keep its host, or it would be no link any more.
 * @param own site path of the page it stands on
 * @param keep whether a link that spells out the host goes on doing so
 */
export function retarget(
  { target, kind }: Pick<Link, 'target' | 'kind'>,
  { url, anchor }: Destination,
  own: string | undefined,
  keep: 'host' | 'path' = 'path',
): string {
  const written = target.trim();
  const hash = anchor === null ? '' : `#${encoded(anchor)}`;
  if (isTemplate(written)) return encoded(url) + hash;
  const host = (kind === 'autolink' ? bareHost : origin).exec(written)?.[0] ?? '';
  const rest = written.slice(host.length);
  const query = /^[^?#]*(\?[^#]*)/.exec(rest)?.[1] ?? '';
  if (origin.test(url)) return url + hash;
  if (host !== '') return (keep === 'host' || kind === 'autolink' ? host : '') + encoded(url) + query + hash;
  const isRelative = own !== undefined && !rest.startsWith('/');
  return (isRelative ? relative(own, encoded(url), hash) : encoded(url)) + query + hash;
}

const isTemplate = (target: string): boolean => /\{[{%]|<%/.test(target);

/** Blanks and round brackets would end a target. */
const encoded = (text: string): string =>
  text.replace(
    /[\s()<>"\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

function relative(own: string, url: string, hash: string): string {
  if (own === url && hash !== '') return '';
  const from = own.split('/').slice(0, -1);
  const to = url.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  const steps = [...from.slice(common).map(() => '..'), ...to.slice(common)];
  return steps.join('/') || './';
}
