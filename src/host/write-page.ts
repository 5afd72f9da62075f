import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Failure } from '../lint/finding.ts';
import type { FileSystem } from './file-system.ts';
import type { FoundPage } from './find-pages.ts';
import { failureOf } from './read-page.ts';

/** Top folder of the Git working tree that the working directory stands in, or the working directory itself. */
export function workTree(files: FileSystem): string {
  for (let folder = files.cwd; ; folder = dirname(folder)) {
    if (files.kind(join(folder, '.git')) !== 'missing') return folder;
    if (dirname(folder) === folder) return files.cwd;
  }
}

/**
 * Puts a mended text in the page's place, in one step. Writes nothing, and says why, where the page is reached through a link that
 * leaves the working tree (or the folder that was asked for), where the file changed since it was read, or where the disk refuses.
 * @param before the text as read, byte order mark included
 * @param tree what `workTree` said
 * @returns null when all went well
 */
export function writePage(
  files: FileSystem,
  page: FoundPage,
  before: string,
  after: string,
  tree: string,
): Failure | null {
  const { path } = page;
  const stop = (message: string): Failure => ({ message: `${path} was not changed: ${message}`, file: path });
  const absolute = resolve(files.cwd, path);
  const bytes = Buffer.from(after, 'utf8');
  if (bytes.toString('utf8') !== after)
    return stop('the mended text cannot be written as UTF-8. Please report this as a bug.');
  try {
    const bounds = isInside(tree, absolute) ? tree : page.root;
    if (!isInside(files.realPath(bounds), files.realPath(absolute))) {
      return stop(`a symbolic link on its path leads out of ${bounds}. Run --fix where the file really is.`);
    }
    if (Buffer.compare(files.read(absolute), Buffer.from(before, 'utf8')) !== 0) {
      return stop('another program changed it meanwhile. Run --fix again.');
    }
    files.replace(absolute, bytes);
    return null;
  } catch (error) {
    return failureOf(error, path, 'write');
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('..\\') || isAbsolute(way));
}
