import { parseRedirects } from '../../site/redirects/parse.ts';
import type { Redirect } from '../../site/redirects/redirect.ts';

/** Deeper down, a file of this name belongs to something else. */
const deepest = 3;

/** The file that says where moved pages went: the one with most redirects; null where there is none. */
export function redirectFile(
  paths: readonly string[],
  textOf: (path: string) => string,
): { readonly path: string; readonly redirects: readonly Redirect[] } | null {
  const found = paths
    .filter(
      (path) => /(?:^|\/)(?:_redirects|redirects\.ya?ml)$/i.test(path) && path.split('/').length <= deepest,
    )
    .map((path) => ({ path, redirects: parseRedirects(path, textOf(path)).redirects }))
    .filter(({ redirects }) => redirects.length > 0)
    .sort((a, b) => b.redirects.length - a.redirects.length);
  return found[0] ?? null;
}
