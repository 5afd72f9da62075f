import type { PageText, SitePages } from './pages.ts';
import type { SiteInput } from './settings.ts';

/**
 * Reads what the links of some pages are sure to be held against, step by step: the list of the site's files, its redirects, and the
 * pages themselves. Whatever has not been read when the links are followed is read then.
 * @param open gives the pages of the site, the same ones each time
 */
export function* readAhead(
  site: Pick<SiteInput, 'redirects'>,
  open: () => SitePages,
  linked: readonly Pick<PageText, 'path'>[],
): Generator<void> {
  const pages = open();
  yield;
  // Reads them; whoever asks again gets the same.
  void site.redirects;
  yield;
  for (const { path } of linked) {
    pages.page(path);
    yield;
  }
}
