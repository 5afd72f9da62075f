import { basename, dirname, join, resolve } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';

/** Where Hugo looks for its config. */
export const hugoConfigs: readonly string[] = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`),
);

/** Settings by which pages come from elsewhere, or get other addresses than their files have. https://gohugo.io/configuration/all/ */
const others = 'modules?|mounts|themesDir|languages|contentDir|permalinks|taxonomies|uglyURLs|publishDir';
/** As a key or a table, in TOML, YAML and JSON. */
const otherKey = new RegExp(`^[\\s[{,"']*(?:${others})["']?\\s*[\\].:=]`, 'im');
const otherFile = new RegExp(`^(?:${others})\\b`, 'i');
const baseUrl = /^[\s{,"']*baseURL["']?\s*[:=]\s*["']?([^\s"',]*)/im;
const themes = /^[\s{,"']*theme["']?\s*[:=]\s*(.*)$/im;

/**
 * True where Hugo's config stands beside a content folder and says that all pages of the site come from there: at the top of the host,
 * without modules, languages and the like, and with themes that bring no pages. Then a page that is not there is nowhere.
 * @param content absolute path of the folder
 */
export function holdsAllPages(files: FileSystem, content: string): boolean {
  const base = dirname(content);
  const configs = [
    ...hugoConfigs.map((name) => join(base, name)).filter((path) => files.kind(path) === 'file'),
    ...filesBelow(files, join(base, 'config')),
  ];
  if (configs.length === 0 || configs.some((path) => otherFile.test(basename(path)))) return false;
  const texts = configs.map((path) => textOf(files, path));
  // Where no address is given, it is set when the site is built, and may be anything.
  if (!texts.some((text) => text !== null && baseUrl.test(text))) return false;
  return texts.every(
    (text) => text !== null && !otherKey.test(text) && isAtTop(text) && !bringsPages(text, base, files),
  );
}

/** A site in a folder of its host has addresses that its files do not show. */
function isAtTop(text: string): boolean {
  const [, address] = baseUrl.exec(text) ?? [];
  return address === undefined || /^(?:(?:https?:)?\/\/[^/]+)?\/?$/i.test(address);
}

/** A theme that is not there, or has content of its own, may have any page. */
function bringsPages(text: string, base: string, files: FileSystem): boolean {
  const [, value = ''] = themes.exec(text) ?? [];
  const names = Array.from(value.matchAll(/[\w./-]+/g), ([name]) => name);
  if (themes.test(text) && names.length === 0) return true;
  return names.some((name) => {
    const folder = resolve(base, 'themes', name);
    return files.kind(folder) !== 'folder' || files.entries(folder).length === 0
      ? true
      : files.kind(join(folder, 'content')) !== 'missing';
  });
}

function filesBelow(files: FileSystem, folder: string): string[] {
  if (files.kind(folder) !== 'folder') return [];
  return files.entries(folder).flatMap(({ name, kind }) => {
    const path = join(folder, name);
    if (kind === 'folder') return filesBelow(files, path);
    return kind === 'file' ? [path] : [];
  });
}

function textOf(files: FileSystem, path: string): string | null {
  try {
    return Buffer.from(files.read(path)).toString('utf8');
  } catch {
    return null;
  }
}
