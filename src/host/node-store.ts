import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Store, StoredFile } from './store.ts';

/**
 * A store in a folder of the disk, which is made when the first file is written.
 * @param isOwn whether the folder is there for the store alone: then Git is told to leave it out
 */
export function nodeStore(folder: string, isOwn = true): Store {
  return {
    problem: problemOf(folder),
    open(name) {
      const path = join(folder, name);
      const stats = statsOf(path);
      if (stats === null) return null;
      return opened(path);
    },
    replace(name, chunks) {
      mkdirSync(folder, { recursive: true });
      const ignore = join(folder, '.gitignore');
      if (isOwn && statsOf(ignore) === null) writeFileSync(ignore, '*\n');
      replace(join(folder, name), chunks);
    },
    remove: (name) => rmSync(join(folder, name), { force: true }),
    names: () => (statsOf(folder) === null ? [] : readdirSync(folder)),
  };
}

/** Chunk by chunk, for all of them together may be more than there is memory; write-file-atomic wants them at once. */
function replace(path: string, chunks: Iterable<Uint8Array>): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    const descriptor = openSync(draft, 'wx');
    try {
      for (const chunk of chunks) writeFileSync(descriptor, chunk);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** A link could lead the writing to any place of the machine; and what is write-protected stays so, also for those who could. */
function problemOf(folder: string): string | null {
  const stats = statsOf(folder);
  if (stats?.isSymbolicLink()) return 'is a symbolic link';
  if (stats && !stats.isDirectory()) return 'is no folder';
  for (let at = folder; ; at = dirname(at)) {
    const there = statsOf(at);
    if (there) return there.mode & 0o222 ? null : 'is write-protected';
    if (dirname(at) === at) return 'has no place';
  }
}

function statsOf(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** The descriptor is closed when nobody can read from it any more. */
const descriptors = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

function opened(path: string): StoredFile {
  const descriptor = openSync(path, 'r');
  const file: StoredFile = {
    size: fstatSync(descriptor).size,
    read(offset, length) {
      const bytes = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const count = readSync(descriptor, bytes, done, length - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return bytes.subarray(0, done);
    },
  };
  descriptors.register(file, descriptor);
  return file;
}
