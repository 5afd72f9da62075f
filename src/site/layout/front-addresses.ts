import { readFrontMatter } from '../../markdown/front-matter.ts';
import { frontMatterRegion } from '../../markdown/mask/front-matter.ts';
import { resolvePath, withoutSlash } from '../url.ts';
import { hugoPath } from './hugo.ts';

/** What a page's front matter changes about its addresses. */
export interface FrontAddresses {
  /** Where the page is, or null where its file says so. */
  readonly url: string | null;
  /** Paths that redirect to the page. */
  readonly aliases: readonly string[];
}

const none: FrontAddresses = { url: null, aliases: [] };

/**
 * Reads `url`, `slug` and `aliases` as Hugo does. https://gohugo.io/content-management/urls/
 * @param natural where the page would be without them
 */
export function frontAddresses(
  front: Readonly<Record<string, unknown>>,
  place: string,
  natural: string,
): FrontAddresses {
  const { url, slug, aliases } = front;
  const own = addressOf(url, slug, place, natural);
  const parent = parentOf(own ?? natural);
  const list = (Array.isArray(aliases) ? aliases : [aliases]).filter(
    (alias): alias is string => typeof alias === 'string' && alias.trim() !== '',
  );
  return { url: own, aliases: list.map((alias) => resolvePath(alias.trim(), parent)) };
}

function addressOf(url: unknown, slug: unknown, place: string, natural: string): string | null {
  if (typeof url === 'string' && url !== '') return resolvePath(url, '/');
  if (typeof slug !== 'string' || slug === '' || /\/_index\.[a-z]+$/i.test(place)) return null;
  return `${parentOf(natural)}${hugoPath(slug)}/`;
}

function parentOf(url: string): string {
  const path = withoutSlash(url);
  return path.slice(0, path.lastIndexOf('/') + 1);
}

const mentions = /^["']?(?:aliases|url|slug)["']?[ \t]*[:=]/im;

/** The same from a page's text, reading no further than the front matter, and that only where it speaks of addresses. */
export function frontAddressesIn(path: string, text: string, place: string, natural: string): FrontAddresses {
  const region = frontMatterRegion(text);
  if (region === null) return none;
  const source = text.slice(region.bodyStart, region.bodyEnd);
  if (!mentions.test(source)) return none;
  const front = region.language === 'toml' ? tomlFront(source) : readFrontMatter(path, text, region).data;
  return frontAddresses(front, place, natural);
}

/** The three keys of TOML front matter, in the way they are mostly written. */
function tomlFront(source: string): Record<string, unknown> {
  const top = source.replace(/^\[[^\]\n]*\](?!.*\S)[\s\S]*/m, '');
  const text = (key: string) => new RegExp(`^${key}[ \\t]*=[ \\t]*["']([^"'\\n]*)["']`, 'm').exec(top)?.[1];
  const [, list = ''] = /^aliases[ \t]*=[ \t]*\[([^\]]*)\]/m.exec(top) ?? [];
  const aliases = Array.from(
    list.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g),
    (match) => match[1] ?? match[2] ?? '',
  );
  return { url: text('url'), slug: text('slug'), aliases };
}
