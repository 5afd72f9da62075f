import type { Entry, FileStamp, FileSystem } from './file-system.ts';

/** One thing that a run saw of the file system. */
export interface Seen {
  /** Absolute. */
  readonly path: string;
  readonly kind: ReturnType<FileSystem['kind']>;
  /** Whether the content was looked at too: a file's bytes, a folder's entries; else only what stands there. */
  readonly isRead: boolean;
  /** How it was before it was looked at; null where that does not tell later contents from this one. */
  readonly stamp: FileStamp | null;
  /** Hash of the content, where it is known. */
  readonly hash: string | null;
  /** Where a path with symbolic links led to; null where there were none. */
  readonly real: string | null;
}

/** A file system that notes what is seen of it. */
export interface RecordingFiles extends FileSystem {
  /** All that was seen, or null where the run changed something, or saw what cannot be looked at again. */
  seen(): readonly Seen[] | null;
  /** Files that were written, with their texts, as paths were given. */
  written(): ReadonlyMap<string, string>;
}

export interface RecordingOptions {
  /** Makes a path absolute. */
  absolute(path: string): string;
  hash(bytes: Uint8Array): string;
  /** Milliseconds since 1970. What changed shortly before this, or since, may change again unseen. */
  readonly started: number;
}

/** Times of files closer than this, in milliseconds, do not tell one content from the next on every disk. */
const settling = 2000;

export function recordingFiles(files: FileSystem, options: RecordingOptions): RecordingFiles {
  const { absolute, hash, started } = options;
  const all = new Map<string, { -readonly [Key in keyof Seen]: Seen[Key] }>();
  const written = new Map<string, string>();
  const own = new Set<string>();
  let isLost = files.stamp === undefined;
  const note = (given: string) => {
    const path = absolute(given);
    const known = all.get(path);
    if (known) return known;
    const stamp = files.stamp?.(path) ?? null;
    const isSettled = stamp !== null && Math.max(stamp.mtimeMs, stamp.ctimeMs) < started - settling;
    const made = {
      path,
      kind: files.kind(path),
      isRead: false,
      stamp: isSettled ? stamp : null,
      hash: null,
      real: null,
    };
    all.set(path, made);
    return made;
  };
  return {
    cwd: files.cwd,
    // What the run itself has written does not belong to what it depends on.
    kind: (path) => (own.has(absolute(path)) ? files.kind(path) : note(path).kind),
    entries(folder) {
      const seen = note(folder);
      const entries = files.entries(folder);
      seen.isRead = true;
      seen.hash = hash(bytesOf(entries));
      return entries;
    },
    read(path) {
      const seen = note(path);
      const bytes = files.read(path);
      const now = hash(bytes);
      // A file that changes while it is read again and again belongs to no state that could come back.
      if (seen.isRead && seen.hash !== null && seen.hash !== now) isLost = true;
      seen.isRead = true;
      seen.hash = now;
      return bytes;
    },
    stamp(path) {
      const seen = note(path);
      seen.isRead = true;
      return files.stamp?.(path) ?? null;
    },
    realPath(path) {
      const seen = note(path);
      const real = files.realPath(path);
      seen.real = real === seen.path ? null : real;
      return real;
    },
    replace(path, bytes) {
      isLost = true;
      files.replace(path, bytes);
    },
    write(path, text) {
      written.set(path, text);
      files.write(path, text);
      own.add(absolute(path));
    },
    seen: () => (isLost ? null : [...all.values()]),
    written: () => written,
  };
}

/** Entries in one order, as bytes; without the folder in which runs are kept, for that comes into being with the first of them. */
export function bytesOf(entries: readonly Entry[]): Uint8Array {
  const lines = entries.filter(({ name }) => name !== keptIn).map(({ name, kind }) => `${kind} ${name}\n`);
  return Buffer.from(lines.sort().join(''));
}

const keptIn = '.jobfam-lint-cache';
