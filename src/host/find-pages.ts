import { dirname, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Failure } from '../lint/finding.ts';
import type { FileSystem } from './file-system.ts';
import { notFound } from './read-page.ts';
import { relativePath } from './relative-path.ts';
import { realPathOf, walk } from './walk.ts';

/** A page found: where it stands and what it is called in reports. */
export interface FoundPage {
  /** Relative to the working directory, with `/` separators; starts with `../` for a page outside. */
  readonly path: string;
  /** The folder that was asked for (or the folder of the file), absolute; see `writePage`. */
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

/**
 * Finds the pages that files, folders and globs ask for. A folder stands for all markdown below it; `node_modules` and names with
 * a leading dot are left out there. Each real folder is entered once, so loops of links end, and each real file counts once, under
 * its real name where that is among those found. A path with a leading `!` is a glob of pages to leave out.
 * @param paths relative to `from`, or absolute
 */
export function findPages(files: FileSystem, paths: readonly string[], from: string = files.cwd): FoundPages {
  const unwanted = paths.filter((path) => path.startsWith('!')).map((path) => path.slice(1));
  const found = new Collection(files, from, picomatch(unwanted, { dot: true }));
  const failures: Failure[] = [];
  const empty: string[] = [];
  for (const path of paths.filter((one) => !one.startsWith('!'))) {
    const absolute = resolve(from, path);
    const kind = files.kind(absolute);
    if (kind === 'file') found.add(absolute, dirname(absolute), false);
    else if (kind === 'folder' || picomatch.scan(path).isGlob) {
      const { base, matches } =
        kind === 'folder' ? { base: absolute, matches: isPage } : splitGlob(from, path);
      let count = 0;
      const visit = (file: string, isLink: boolean) => {
        if (!matches(relativePath(base, file))) return;
        count += 1;
        found.add(file, base, isLink);
      };
      if (files.kind(base) === 'folder') failures.push(...walk(files, base, visit));
      if (count === 0) empty.push(path);
    } else if (kind === 'other') {
      failures.push({ message: `${path} is no regular file. Name a markdown file or a folder.`, file: path });
    } else {
      const message = `There is no file or folder “${path}”. Check the spelling of the path.`;
      failures.push(notFound(files, path) ?? { message, file: path });
    }
  }
  return { pages: found.pages(), failures, empty };
}

function splitGlob(from: string, pattern: string): { base: string; matches: (name: string) => boolean } {
  const { base, glob } = picomatch.scan(pattern.split(sep).join('/'));
  return { base: resolve(from, base), matches: picomatch(glob) };
}

/** Pages without doubles; those behind links only where no other name leads to the same file. */
class Collection {
  readonly #files: FileSystem;
  readonly #from: string;
  readonly #isUnwanted: (path: string) => boolean;
  readonly #plain = new Map<string, FoundPage>();
  readonly #links = new Map<string, FoundPage>();

  constructor(files: FileSystem, from: string, isUnwanted: (path: string) => boolean) {
    this.#files = files;
    this.#from = from;
    this.#isUnwanted = isUnwanted;
  }

  add(absolute: string, root: string, isLink: boolean): void {
    if (this.#isUnwanted(relativePath(this.#from, absolute))) return;
    const known = isLink ? this.#links : this.#plain;
    const target = realPathOf(this.#files, absolute);
    if (!known.has(target)) known.set(target, { path: relativePath(this.#files.cwd, absolute), root });
  }

  pages(): FoundPage[] {
    const pages = [...new Map([...this.#links, ...this.#plain]).values()];
    return pages.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }
}
