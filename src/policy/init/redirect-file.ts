import { parseRedirects } from '../../site/redirects/parse.ts';

/** Deeper down, a file of this name belongs to something else. */
const deepest = 3;

/** The file that says where moved pages went: the one with most redirects; null where there is none. */
export function redirectFile(
  paths: readonly string[],
  textOf: (path: string) => string,
): { readonly path: string; readonly count: number } | null {
  const found = paths
    .filter(
      (path) => /(?:^|\/)(?:_redirects|redirects\.ya?ml)$/i.test(path) && path.split('/').length <= deepest,
    )
    .map((path) => ({ path, count: parseRedirects(path, textOf(path)).redirects.length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return found[0] ?? null;
}
