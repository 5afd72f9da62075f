import type { PageText, SitePages } from './pages.ts';

/**
 * Reads what the links of some pages are sure to be held against, step by step: the list of the site's files, its redirects, and the
 * pages themselves. Whatever has not been read when the links are followed is read then.
 * @param open gives the pages of the site, the same ones each time
 */
export function* readAhead(
  open: () => SitePages,
  linked: readonly Pick<PageText, 'path'>[],
): Generator<void> {
  const pages = open();
  yield;
  for (const { path } of linked) {
    pages.page(path);
    yield;
  }
}
