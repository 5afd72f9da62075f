import { join } from 'node:path';
import type { Failure } from '../lint/finding.ts';
import type { Entry, FileSystem } from './file-system.ts';
import { failureOf } from './read-page.ts';
import { relativePath } from './relative-path.ts';

/** Never pages of the site: packages, and what a leading dot hides. */
const isLeftOut = (name: string) => name === 'node_modules' || name.startsWith('.');

/**
 * Visits all files below a folder: those reached without a link first, then those behind links. Each real folder is entered once,
 * so that loops of links end.
 * @param root absolute
 * @returns the folders that could not be read
 */
export function walk(
  files: FileSystem,
  root: string,
  visit: (file: string, isLink: boolean) => void,
): Failure[] {
  const failures: Failure[] = [];
  const entered = new Set<string>();
  const pending = [{ folder: root, isLink: false }];
  const behindLinks: typeof pending = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop() ?? behindLinks.shift()) {
    const { folder, isLink } = next;
    const target = realPathOf(files, folder);
    if (entered.has(target)) continue;
    entered.add(target);
    let entries: readonly Entry[] = [];
    try {
      entries = files.entries(folder);
    } catch (error) {
      failures.push(failureOf(error, relativePath(files.cwd, folder), 'read'));
    }
    for (const { name, kind } of entries) {
      if (isLeftOut(name)) continue;
      const path = join(folder, name);
      if (kind === 'folder') pending.push({ folder: path, isLink });
      else if (kind === 'link' && files.kind(path) === 'folder')
        behindLinks.push({ folder: path, isLink: true });
      else if (kind !== 'other') visit(path, isLink || kind === 'link');
    }
  }
  return failures;
}

/** The path without links, or the path itself where it leads nowhere. */
export function realPathOf(files: FileSystem, path: string): string {
  try {
    return files.realPath(path);
  } catch {
    return path;
  }
}
