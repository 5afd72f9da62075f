import { join } from 'node:path';
import type { FileSystem } from '../../host/file-system.ts';
import { readPage } from '../../host/read-page.ts';
import { relativePath } from '../../host/relative-path.ts';
import { walk } from '../../host/walk.ts';
import { inferLadder } from '../../model/ladder/infer.ts';
import { ladderRows } from '../../model/ladder/rows.ts';
import { detectLayout } from '../../site/layout/detect.ts';
import type { LayoutName } from '../../site/settings.ts';
import { ladderYaml } from '../ladder/ladder-yaml.ts';
import { contentFolders } from './content-folders.ts';
import { type FamilyFolder, familyFolders, type ReadFamily } from './family-folders.ts';
import { originOf, type SeenOrigin } from './origin.ts';
import { redirectFile } from './redirect-file.ts';

/** What a repository looks like to somebody who is to write its first config. Paths are relative to the surveyed folder. */
export interface Survey {
  /** How many markdown pages there are. */
  readonly pages: number;
  readonly layout: LayoutName;
  /** Folders that become the site's root; empty where links between files are all there is. */
  readonly content: readonly string[];
  readonly families: readonly FamilyFolder[];
  readonly origin: SeenOrigin | null;
  readonly redirects: { readonly path: string; readonly count: number } | null;
  /** The key `ladder` as YAML; empty where too few families agree. */
  readonly ladder: string;
}

/**
 * Looks at all that lies below a folder. Pages are parsed only where their words are those of a job family.
 * @param folder absolute
 */
export function survey(files: FileSystem, folder: string, readFamily: ReadFamily): Survey {
  const paths: string[] = [];
  walk(files, folder, (path, isLink) => {
    if (!isLink) paths.push(relativePath(folder, path));
  });
  paths.sort();
  const layout = detectLayout(paths.map((path) => `/${path}`));
  const content = contentFolders(layout, paths);
  const texts = new Map<string, string>();
  const textOf = (path: string): string => {
    const text = texts.get(path) ?? readPage(files, join(folder, path)).text ?? '';
    texts.set(path, text);
    return text;
  };
  const markdown = paths.filter((path) => /\.(?:md|markdown)(?:\.erb)?$/i.test(path));
  const found = familyFolders(markdown, textOf, readFamily);
  const own = found.flatMap(({ pages }) => pages);
  return {
    pages: markdown.length,
    layout,
    content,
    families: found.map(({ folder: place, endings, families, pages }) => ({
      folder: place,
      endings,
      families,
      pages: pages.length,
    })),
    origin: originOf(
      own.map(({ text }) => text),
      content,
      new Set(paths),
    ),
    redirects: redirectFile(paths, textOf),
    ladder: ladderYaml(inferLadder(ladderRows(own.map(({ path, text }) => readFamily(path, text))))),
  };
}
