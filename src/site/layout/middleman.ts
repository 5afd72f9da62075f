import { extensionOf, withoutSlash } from '../url.ts';
import type { Address, Layout } from './layout.ts';

const template = /\.(?:md|markdown|mkd|erb|haml|slim|liquid)$/i;

/**
 * Middleman's addresses: template endings fall off, so `a/index.html.md.erb` is `/a/` and `a/b.html.haml` is `/a/b.html`. Servers also
 * answer at `/a/b` and `/a/b/`. Names with a leading underscore are parts of other pages.
 * https://middlemanapp.com/basics/templating-language/
 */
export const middleman: Layout = {
  addresses(places) {
    const found = new Map<string, Address>();
    for (const place of places) {
      if (place.includes('/_')) continue;
      let output = place;
      while (template.test(output)) output = output.replace(template, '');
      // `a.md` says nothing of what it becomes; Middleman makes a page of it.
      if (output !== place && !/\.[a-z0-9]{1,5}$/i.test(output)) output += '.html';
      const isPage = /\.html?$/i.test(output);
      found.set(place, { url: isPage ? output.replace(/\/index\.html$/, '/') : output, isPage });
    }
    return found;
  },
  keyOf(url) {
    return withoutSlash(url.replace(/\/index\.html$/, '/').replace(/\.html$/, ''));
  },
  isPageLike: (url) => /^(?:|html?|md)$/.test(extensionOf(url)),
};
