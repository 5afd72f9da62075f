import { dirname, extname, posix, resolve } from 'node:path';
import type { Entry, FileSystem } from './file-system.ts';
import type { CommittedFile, Git, TreeChanges } from './git.ts';
import { relativePath } from './relative-path.ts';

/** Longer chains of symbolic links count as loops, as in the kernel. */
const mostLinks = 40;

/**
 * The working tree as a commit has it, to be read by the same paths. Files that are as they were are read from the disk, all others
 * from Git. What lies outside the working tree, or in another repository within it, is what the disk has. Nothing can be written.
 * @param disk the file system of the working tree
 * @param changes what `git.changes` says of the commit
 * @throws GitError
 */
export function committedFiles(
  git: Git,
  commit: string,
  disk: FileSystem,
  changes: TreeChanges = git.changes(commit),
): FileSystem {
  const tree = new Tree(git, commit, disk, changes);
  const { cwd } = disk;
  /** The path in the tree, links followed; null where the disk must be asked. */
  const inTree = (path: string) => tree.follow(resolve(cwd, path));
  return {
    cwd,
    kind(path) {
      try {
        const place = inTree(path);
        return place === null ? disk.kind(path) : tree.kind(place);
      } catch {
        return 'missing';
      }
    },
    entries(folder) {
      const place = inTree(folder);
      return place === null ? disk.entries(folder) : tree.entries(place);
    },
    read(path) {
      const place = inTree(path);
      return place === null ? disk.read(path) : tree.read(place);
    },
    realPath(path) {
      const place = inTree(path);
      if (place === null) return disk.realPath(path);
      if (tree.kind(place) === 'missing') throw problem('ENOENT', path);
      return resolve(tree.top, place);
    },
    replace: (path) => refuse(path),
    write: (path) => refuse(path),
  };
}

class Tree {
  readonly top: string;
  readonly #git: Git;
  readonly #disk: FileSystem;
  readonly #changed: ReadonlySet<string>;
  readonly #files = new Map<string, CommittedFile>();
  readonly #folders = new Map<string, Map<string, Entry['kind']>>([['', new Map()]]);
  readonly #hasLinks: boolean;
  readonly #modules: readonly string[];
  readonly #contents = new Map<string, Uint8Array>();

  constructor(git: Git, commit: string, disk: FileSystem, { changed }: TreeChanges) {
    this.top = git.top();
    this.#git = git;
    this.#disk = disk;
    this.#changed = changed;
    const all = git.files(commit);
    for (const file of all) if (file.kind !== 'module') this.#add(file);
    this.#hasLinks = all.some(({ kind }) => kind === 'link');
    this.#modules = all.filter(({ kind }) => kind === 'module').map(({ path }) => path);
  }

  #add(file: CommittedFile): void {
    this.#files.set(file.path, file);
    let { path } = file;
    let kind: Entry['kind'] = file.kind === 'link' ? 'link' : 'file';
    while (path !== '') {
      const folder = parentOf(path);
      const known = this.#folders.get(folder);
      const entries = known ?? new Map<string, Entry['kind']>();
      entries.set(path.slice(folder === '' ? 0 : folder.length + 1), kind);
      this.#folders.set(folder, entries);
      if (known && kind === 'folder') break;
      path = folder;
      kind = 'folder';
    }
  }

  /** @param absolute a path; @returns its place in the tree, or null where it leads out of it */
  follow(absolute: string): string | null {
    let path = relativePath(this.top, absolute);
    for (let steps = 0; ; steps += 1) {
      if (path === '.') return '';
      if (path === '..' || path.startsWith('../') || /^([a-z]:)?\//iu.test(path)) return null;
      if (this.#modules.some((module) => path === module || path.startsWith(`${module}/`))) return null;
      const link = this.#hasLinks ? this.#linkOn(path) : null;
      if (link === null) return path;
      if (steps === mostLinks) throw problem('ELOOP', absolute);
      const to = resolve(this.top, dirname(link), Buffer.from(this.read(link)).toString('utf8'));
      path = relativePath(this.top, resolve(to, path.slice(link.length + 1)));
    }
  }

  /** The first part of a path that is a symbolic link, or null. */
  #linkOn(path: string): string | null {
    for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
      const part = end < 0 ? path : path.slice(0, end);
      if (this.#files.get(part)?.kind === 'link') return part;
      if (end < 0) return null;
    }
  }

  kind(place: string): 'file' | 'folder' | 'missing' {
    if (this.#folders.has(place)) return 'folder';
    return this.#has(place) ? 'file' : 'missing';
  }

  /** A file that is as it was and yet not on the disk was left out of a sparse checkout, where it is missing on both sides. */
  #has(place: string): boolean {
    const file = this.#files.get(place);
    if (file === undefined) return false;
    return this.#changed.has(place) || file.kind === 'link' || this.#disk.kind(this.#at(place)) !== 'missing';
  }

  entries(place: string): readonly Entry[] {
    const entries = this.#folders.get(place);
    if (!entries) throw problem('ENOENT', place);
    return Array.from(entries, ([name, kind]) => ({ name, kind })).filter(
      ({ name, kind }) => kind === 'folder' || this.#has(place === '' ? name : `${place}/${name}`),
    );
  }

  read(place: string): Uint8Array {
    const file = this.#files.get(place);
    if (file === undefined) throw problem(this.#folders.has(place) ? 'EISDIR' : 'ENOENT', place);
    if (file.kind === 'file' && !this.#changed.has(place)) return this.#disk.read(this.#at(place));
    const known = this.#contents.get(file.id);
    if (known) return known;
    // Whoever reads one changed page reads most of them, and each question to Git starts a program.
    const likely = [...this.#changed].flatMap((path) => this.#files.get(path) ?? []).filter(isLike(file));
    for (const [id, bytes] of this.#git.read([file, ...likely].map(({ id }) => id)))
      this.#contents.set(id, bytes);
    return this.#contents.get(file.id) ?? new Uint8Array();
  }

  #at(place: string): string {
    return resolve(this.top, place);
  }
}

const isLike = (file: CommittedFile) => {
  const ending = extname(file.path);
  return ({ path, kind }: CommittedFile) => kind === file.kind && extname(path) === ending;
};

function parentOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

/** An error as Node's file system gives them, so that the same sentences are made of it. */
function problem(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

function refuse(path: string): never {
  throw problem('EROFS', path);
}
