import { dirname, join, relative, resolve } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { detectLayout, usualAnchors } from '../site/layout/detect.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { Config, ContentFolder } from './config.ts';
import { holdsAllPages, hugoConfigs } from './hugo-config.ts';

/** A site's settings, and the folders that it is made from, relative to the config's base. */
export interface ConfiguredSite extends Omit<SiteSettings, 'redirects'> {
  readonly content: readonly ContentFolder[];
  readonly assets: readonly ContentFolder[];
}

/**
 * How the site of a config is put together, its redirects left aside. Where the config does not say where pages are, a Hugo or
 * Middleman site in its folder is found by that program's own files; null where there is none, for then nobody can tell where a link
 * leads.
 */
export function siteSettings(config: Config, files: FileSystem): ConfiguredSite | null {
  const { site } = config;
  const found = site.content?.length
    ? { layout: site.layout, content: site.content }
    : detected(config, files);
  if (found === null) return null;
  const { content } = found;
  const layout = found.layout ?? layoutOf(config, content, files);
  return {
    layout,
    content,
    assets: site.assets ?? (layout === 'hugo' ? staticFolders(config, content, files) : []),
    origins: site.origins ?? [],
    anchors: site.anchors ?? usualAnchors[layout],
    complete: site.complete ?? (layout === 'hugo' && isWhole(config, content, files) ? ['/'] : null),
  };
}

function detected(
  { site, base }: Config,
  files: FileSystem,
): Pick<ConfiguredSite, 'layout' | 'content'> | null {
  const isFolder = (name: string) => files.kind(join(base, name)) === 'folder';
  const isFile = (name: string) => files.kind(join(base, name)) === 'file';
  const isHugo = isFolder('content') && (hugoConfigs.some(isFile) || isFolder('config/_default'));
  if (isHugo && site.layout !== 'middleman' && site.layout !== 'plain')
    return { layout: 'hugo', content: [{ folder: 'content', url: '/' }] };
  const isMiddleman = isFolder('source') && isFile('config.rb');
  if (isMiddleman && site.layout !== 'hugo' && site.layout !== 'plain')
    return { layout: 'middleman', content: [{ folder: 'source', url: '/' }] };
  return null;
}

/** True where one folder holds all pages of the site. */
function isWhole({ base }: Config, content: readonly ContentFolder[], files: FileSystem): boolean {
  const [only, ...others] = content;
  if (only === undefined || others.length > 0 || only.url !== '/') return false;
  return holdsAllPages(files, resolve(base, only.folder));
}

/** Hugo publishes what stands in `static` beside the content. */
function staticFolders(
  { base }: Config,
  content: readonly ContentFolder[],
  files: FileSystem,
): ContentFolder[] {
  const folders = new Set(content.map(({ folder }) => join(dirname(resolve(base, folder)), 'static')));
  return [...folders]
    .filter((folder) => files.kind(folder) === 'folder')
    .map((folder) => ({ folder: relative(base, folder), url: '/' }));
}

/** Told by the names of the files at the top of the content, two folders deep: no more need be read for that. */
function layoutOf(
  { base }: Config,
  content: readonly ContentFolder[],
  files: FileSystem,
): SiteSettings['layout'] {
  const names = content.flatMap(({ folder }) => namesIn(files, resolve(base, folder), 2));
  return detectLayout(names);
}

function namesIn(files: FileSystem, folder: string, depth: number): string[] {
  if (files.kind(folder) !== 'folder') return [];
  return files.entries(folder).flatMap(({ name, kind }) => {
    if (kind === 'folder' && depth > 0) return namesIn(files, join(folder, name), depth - 1);
    return kind === 'file' ? [`/${name}`] : [];
  });
}
