import { extensionOf, withoutSlash } from '../url.ts';
import type { Address, Layout } from './layout.ts';

const pageFile = /\.(?:md|markdown|md\.erb)$/i;

/** Files that link to each other by their paths, as on GitLab and GitHub: `a/b.md` is `/a/b.md`. A folder shows its README. */
export const plain: Layout = {
  addresses(places) {
    return new Map(
      places.map((place): [string, Address] => [place, { url: place, isPage: pageFile.test(place) }]),
    );
  },
  keyOf: (url) => withoutSlash(url.replace(/\/(?:README|_?index)\.(?:md|markdown)$/i, '/')),
  isPageLike: (url) => /^(?:md|markdown)$/.test(extensionOf(url)),
};
