import { dirname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Failure } from '../lint/finding.ts';
import type { FileSystem } from './file-system.ts';
import { failureOf } from './read-page.ts';

/** A page found: where it stands and what it is called in reports. */
export interface FoundPage {
  /** Relative to the working directory, with `/` separators; starts with `../` for a page outside. */
  readonly path: string;
  /** The folder that was asked for (or the folder of the file), absolute; see `writeFixed`. */
  readonly root: string;
}

export interface FoundPages {
  /** Sorted by path, without doubles. */
  readonly pages: readonly FoundPage[];
  readonly failures: readonly Failure[];
  /** Patterns and folders that are there but hold no page. */
  readonly empty: readonly string[];
}

/** What counts as a page when a folder is asked for. */
const isPage = (name: string) => /\.(?:md|markdown|md\.erb)$/iu.test(name);
const isLeftOut = (name: string) => name === 'node_modules' || name.startsWith('.');

/**
 * Finds the pages that files, folders and globs ask for. A folder stands for all markdown below it; `node_modules` and names with
 * a leading dot are left out there. Each real folder is entered once, so loops of links end, and each real file counts once, under
 * its real name where that is among those found.
 * A path with a leading `!` is a glob of pages to leave out.
 * @param paths relative to `from`, or absolute
 */
export function findPages(files: FileSystem, paths: readonly string[], from: string = files.cwd): FoundPages {
  const isUnwanted = picomatch(
    paths.filter((path) => path.startsWith('!')).map((path) => path.slice(1)),
    { dot: true },
  );
  const found = new Map<string, FoundPage>();
  const failures: Failure[] = [];
  const empty: string[] = [];
  const links: FoundPage[] = [];
  const real = new Set<string>();
  const add = (path: string, root: string, isLink: boolean) => {
    if (isUnwanted(relativePath(from, path))) return;
    const page = { path: relativePath(files.cwd, path), root };
    if (isLink) links.push(page);
    else if (!found.has(page.path)) {
      found.set(page.path, page);
      real.add(realPathOf(files, path));
    }
  };
  for (const path of paths) {
    if (path.startsWith('!')) continue;
    const absolute = resolve(from, path);
    let kind: ReturnType<FileSystem['kind']>;
    try {
      kind = files.kind(absolute);
    } catch (error) {
      failures.push(failureOf(error, path, 'read'));
      continue;
    }
    if (kind === 'file') add(absolute, dirname(absolute), false);
    else if (kind === 'folder' || picomatch.scan(path).isGlob) {
      const glob = kind === 'folder' ? null : splitGlob(from, path);
      const root = glob?.base ?? absolute;
      let count = 0;
      if (glob === null || files.kind(root) === 'folder') {
        walk(files, root, failures, (file, isLink) => {
          const name = relative(root, file).split(sep).join('/');
          if (glob === null ? !isPage(name) : !glob.matches(name)) return;
          count += 1;
          add(file, root, isLink);
        });
      }
      if (count === 0) empty.push(path);
    } else if (kind === 'other')
      failures.push({ message: `${path} is no regular file. Name a markdown file or a folder.`, file: path });
    else
      failures.push({
        message: `There is no file or folder “${path}”. Check the spelling of the path.`,
        file: path,
      });
  }
  for (const page of links) {
    const target = realPathOf(files, resolve(files.cwd, page.path));
    if (real.has(target)) continue;
    real.add(target);
    found.set(page.path, page);
  }
  const pages = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { pages, failures, empty };
}

/** `path` as reports show it: relative to `from`, with `/` separators. */
export function relativePath(from: string, path: string): string {
  const shown = relative(from, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
}

function splitGlob(from: string, pattern: string): { base: string; matches: (name: string) => boolean } {
  const { base, glob } = picomatch.scan(pattern.split(sep).join('/'));
  return { base: resolve(from, base), matches: picomatch(glob, { dot: false }) };
}

/** Visits all files below a folder: those reached without a link first, then those behind links. */
function walk(
  files: FileSystem,
  root: string,
  failures: Failure[],
  visit: (file: string, isLink: boolean) => void,
): void {
  const entered = new Set<string>();
  const pending: { folder: string; isLink: boolean }[] = [{ folder: root, isLink: false }];
  const behindLinks: typeof pending = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop() ?? behindLinks.shift()) {
    const { folder, isLink } = next;
    const target = realPathOf(files, folder);
    if (entered.has(target)) continue;
    entered.add(target);
    let entries: ReturnType<FileSystem['entries']>;
    try {
      entries = files.entries(folder);
    } catch (error) {
      failures.push(failureOf(error, relativePath(files.cwd, folder), 'read'));
      continue;
    }
    for (const { name, kind } of entries) {
      if (isLeftOut(name)) continue;
      const path = join(folder, name);
      if (kind === 'folder') pending.push({ folder: path, isLink });
      else if (kind === 'file') visit(path, isLink);
      else if (kind === 'link') {
        if (files.kind(path) === 'folder') behindLinks.push({ folder: path, isLink: true });
        else visit(path, true);
      }
    }
  }
}

function realPathOf(files: FileSystem, path: string): string {
  try {
    return files.realPath(path);
  } catch {
    return path;
  }
}
