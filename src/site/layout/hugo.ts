import { extensionOf, withoutSlash } from '../url.ts';
import type { Address, Layout } from './layout.ts';

const pageFile = /\.(?:md|markdown|mdown|html?|adoc|org|rst|pandoc)$/i;

/**
 * Hugo's default addresses: `a/_index.md` and `a/index.md` are `/a/`, `a/b.md` is `/a/b/`, all lower-cased. Pages beside or below an
 * `index.md` belong to it and have no address. https://gohugo.io/content-management/organization/
 */
export const hugo: Layout = {
  addresses(places) {
    const bundles = new Set(
      places.filter((place) => /\/index\.(?:md|markdown|html)$/.test(place)).map((place) => folderOf(place)),
    );
    const found = new Map<string, Address>();
    for (const place of places) {
      if (!pageFile.test(place)) found.set(place, { url: place, isPage: false });
      else if (!isInBundle(place, bundles)) found.set(place, { url: pageUrl(place), isPage: true });
    }
    return found;
  },
  keyOf(url) {
    return withoutSlash(url.replace(/\/index\.html$/, '/'));
  },
  isPageLike: (url) => /^(?:|html?|md)$/.test(extensionOf(url)) && !madeByHugo.test(url),
};

/** Pages without a file: those of tags and categories, the further ones of lists, and the one for errors. */
const madeByHugo = /^\/(?:tags|categories)(?:\/|$)|\/page\/\d+\/?$|^\/404\.html$/;

const folderOf = (place: string): string => place.slice(0, Math.max(0, place.lastIndexOf('/')));

/** True for what belongs to a page of its folder or of one above. The top of the content is no bundle. */
function isInBundle(place: string, bundles: ReadonlySet<string>): boolean {
  const own = folderOf(place);
  if (bundles.has(own) && own !== '' && !/\/index\.[a-z]+$/.test(place)) return true;
  for (let folder = folderOf(own); folder !== ''; folder = folderOf(folder))
    if (bundles.has(folder)) return true;
  return false;
}

function pageUrl(place: string): string {
  return `${hugoPath(place.replace(pageFile, '').replace(/\/_?index$/, ''))}/`;
}

/**
 * A path as Hugo publishes it: lower-cased, blanks turned into hyphens, signs that are awkward in addresses left out.
 * `Sanitize` in Hugo's common/paths/path.go.
 */
export function hugoPath(path: string): string {
  let result = '';
  let isBlank = false;
  let isHyphen = false;
  for (const [sign] of path.matchAll(/%[0-9a-f]{2}|./gisu)) {
    if (sign.length === 3 || /[\p{L}\p{Nd}\p{M}./\\_#+~@-]/u.test(sign)) {
      isHyphen = sign === '-';
      if (isBlank && !isHyphen) result += '-';
      isBlank = false;
      result += sign;
    } else if (result !== '' && !isHyphen && /\s/.test(sign)) isBlank = true;
  }
  return result.toLowerCase();
}
