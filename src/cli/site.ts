import { resolve } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { readPage } from '../host/read-page.ts';
import { relativePath } from '../host/relative-path.ts';
import { walk } from '../host/walk.ts';
import type { Config } from '../policy/config.ts';
import { siteSettings } from '../policy/site-settings.ts';
import type { SiteInput } from '../site/settings.ts';

/**
 * The site around the pages, read as far as rules ask; null where the config does not describe one.
 * @param texts pages that are read already, by path
 */
export function siteInput(
  files: FileSystem,
  config: Config,
  texts: ReadonlyMap<string, string>,
): SiteInput | null {
  const settings = siteSettings(config, files.cwd);
  if (settings === null) return null;
  let paths: readonly string[] | null = null;
  return {
    ...settings,
    redirects: [],
    get files() {
      paths ??= filesOf(files, [...settings.content, ...settings.assets]);
      return paths;
    },
    read: (path) => texts.get(path) ?? readPage(files, path).text ?? null,
  };
}

function filesOf(files: FileSystem, folders: SiteInput['content']): string[] {
  const paths = new Set<string>();
  for (const { folder } of folders) {
    const root = resolve(files.cwd, folder);
    if (files.kind(root) !== 'folder') continue;
    walk(files, root, (file) => paths.add(relativePath(files.cwd, file)));
  }
  return [...paths].sort();
}
