import type { FileSystem } from '../host/file-system.ts';
import { workTree, writePage } from '../host/write-page.ts';
import type { Failure } from '../lint/finding.ts';
import type { ReadPage } from './file-pages.ts';

/** Writes the mended texts in the place of their files; returns what could not be written. */
export function save(
  files: FileSystem,
  pages: readonly ReadPage[],
  changed: ReadonlyMap<string, string>,
): Failure[] {
  if (changed.size === 0) return [];
  const tree = workTree(files);
  return pages.flatMap((page) => {
    const after = changed.get(page.path);
    return after === undefined ? [] : (writePage(files, page, page.text, after, tree) ?? []);
  });
}
