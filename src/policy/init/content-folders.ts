import type { LayoutName } from '../../site/settings.ts';

/**
 * The folders that a site is made from: those called `content` that hold Hugo's `_index` pages, those called `source` that hold Middleman's
 * `.html.md` pages. Of one within another, only the outer one counts.
 * @param paths of all files, sorted
 */
export function contentFolders(layout: LayoutName, paths: readonly string[]): readonly string[] {
  if (layout === 'plain') return [];
  const name = layout === 'hugo' ? 'content' : 'source';
  const page = layout === 'hugo' ? /\.(?:md|markdown|html)$/ : /\.html\.(?:md|markdown|erb|haml|slim)/;
  const found = new Set<string>();
  for (const path of paths) {
    if (!page.test(path)) continue;
    const steps = path.split('/').slice(0, -1);
    const at = steps.indexOf(name);
    if (at >= 0) found.add(steps.slice(0, at + 1).join('/'));
  }
  return [...found].sort();
}
