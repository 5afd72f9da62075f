import { resolve } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { readPage, readText } from '../host/read-page.ts';
import { relativePath } from '../host/relative-path.ts';
import type { Spill } from '../host/spill.ts';
import { walk } from '../host/walk.ts';
import type { Failure } from '../lint/finding.ts';
import type { Config, ContentFolder } from '../policy/config.ts';
import { siteSettings } from '../policy/site-settings.ts';
import { parseRedirects } from '../site/redirects/parse.ts';
import type { SiteFile, SiteInput } from '../site/settings.ts';
import { once } from '../text/once.ts';

/**
 * The site that a config describes or that is found around it; null where there is none. Folders are listed, and redirects and pages read, only when a
 * rule asks for them.
 * @param failures takes what could not be read
 * @param spill room outside of memory, where there are very many pages
 */
export function siteInput(
  files: FileSystem,
  config: Config,
  failures: Failure[],
  spill: Spill | null = null,
): SiteInput | null {
  const settings = siteSettings(config, files);
  if (settings === null) return null;
  const { content, assets } = settings;
  const { base } = config;
  const list = once(() => [
    // Of a folder within another, its own address counts.
    ...[...content]
      .sort((a, b) => b.folder.length - a.folder.length)
      .flatMap((folder) => filesIn(files, base, folder, false, failures)),
    ...assets.flatMap((folder) => filesIn(files, base, folder, true, failures)),
  ]);
  const known = once(() => {
    const named = config.site.redirects;
    const paths =
      named === undefined
        ? list().flatMap(({ path, place }) => (place === '/_redirects' ? [resolve(files.cwd, path)] : []))
        : [named].flat().map((file) => resolve(base, file));
    return paths.flatMap((path) => redirectsIn(files, path, failures));
  });
  return {
    ...settings,
    get files() {
      return list();
    },
    get redirects() {
      return known();
    },
    ...(spill && { spill }),
    read: (path) => readPage(files, path).text ?? null,
  };
}

function filesIn(
  files: FileSystem,
  base: string,
  { folder, url }: ContentFolder,
  isAsset: boolean,
  failures: Failure[],
): SiteFile[] {
  const root = resolve(base, folder);
  if (files.kind(root) !== 'folder') {
    const path = relativePath(files.cwd, root);
    failures.push({
      message: `The config names ${path} as a folder of the site, but there is none. Mend “site”.`,
      file: path,
    });
    return [];
  }
  const found: SiteFile[] = [];
  const prefix = url.endsWith('/') ? url : `${url}/`;
  const unread = walk(files, root, (file) => {
    found.push({ path: relativePath(files.cwd, file), place: prefix + relativePath(root, file), isAsset });
  });
  failures.push(...unread);
  return found;
}

function redirectsIn(files: FileSystem, file: string, failures: Failure[]): SiteInput['redirects'] {
  const path = relativePath(files.cwd, file);
  const { text, failure } = readText(files, path);
  if (failure) failures.push(failure);
  const { redirects, problems } = parseRedirects(path, text ?? '');
  for (const { line, message } of problems)
    failures.push({ message: `${path}:${line}: ${message}`, file: path, line });
  return redirects;
}
