import { resolve } from 'node:path';
import { relativePath } from '../host/relative-path.ts';
import type { ContentFolder, SiteSettings } from '../site/settings.ts';
import type { Config } from './config.ts';

/**
 * The site of a config, its folders as pages have their paths; null where the config says nothing of where pages are, for then
 * nobody can tell where a link leads.
 * @param cwd the folder that the paths of pages are relative to
 */
export function siteSettings({ site, base }: Config, cwd: string): Omit<SiteSettings, 'redirects'> | null {
  if (site.content === undefined || site.content.length === 0) return null;
  const placed = ({ folder, url }: ContentFolder): ContentFolder => {
    const path = relativePath(cwd, resolve(base, folder));
    return { folder: path === '.' ? '' : path, url };
  };
  const layout = site.layout ?? 'plain';
  return {
    layout,
    content: site.content.map(placed),
    assets: (site.assets ?? []).map(placed),
    origins: site.origins ?? [],
    anchors: site.anchors ?? usualAnchors[layout],
    complete: site.complete ?? null,
  };
}

/** What each kind of site makes of headings unless it is told otherwise. */
const usualAnchors = { hugo: 'goldmark', middleman: 'kramdown', plain: 'github' } as const;
