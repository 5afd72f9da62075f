import { readdirSync, readFileSync, realpathSync, type Stats, statSync, writeSync } from 'node:fs';
import type { Entry } from './file-system.ts';
import { bytesOf, type Seen } from './seen-files.ts';

/** Of things seen: those that must be read to tell whether they are the same, or null where one is sure not to be. */
export function lookAgain(all: readonly Seen[], trustsStamps: boolean): readonly Seen[] | null {
  const doubtful: Seen[] = [];
  for (const seen of all) {
    const stats = statsOf(seen.path);
    if (kindOf(stats) !== seen.kind) return null;
    if (seen.real !== null && realOf(seen.path) !== seen.real) return null;
    if (stats === undefined || !seen.isRead) continue;
    const { stamp } = seen;
    const isSame =
      trustsStamps &&
      stamp !== null &&
      stamp.mtimeMs === stats.mtimeMs &&
      stamp.ctimeMs === stats.ctimeMs &&
      stamp.ino === stats.ino &&
      // Size of a folder is the disk's own affair.
      (stamp.size === stats.size || seen.kind === 'folder');
    if (isSame) continue;
    if (seen.hash === null) return null;
    doubtful.push(seen);
  }
  return doubtful;
}

/** The content of a file, or the entries of a folder as `bytesOf` writes them; null where it cannot be read. */
export function contentOf({ path, kind }: Seen): Uint8Array | null {
  try {
    if (kind !== 'folder') return readFileSync(path);
    return bytesOf(entriesOf(path));
  } catch {
    return null;
  }
}

/** The same thing as it is now; its stamp only where it has been so for a while. */
export function seenNow(seen: Seen, now: number): Seen {
  const stats = statsOf(seen.path);
  if (stats === undefined) return seen;
  const { size, mtimeMs, ctimeMs, ino } = stats;
  const isSettled = Math.max(mtimeMs, ctimeMs) < now - 2000;
  return { ...seen, stamp: isSettled ? { size, mtimeMs, ctimeMs, ino } : null };
}

/** The entries of a folder. @throws Node's errors */
export function entriesOf(folder: string): Entry[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const kind = entry.isSymbolicLink()
      ? 'link'
      : entry.isFile()
        ? 'file'
        : entry.isDirectory()
          ? 'folder'
          : 'other';
    return { name: entry.name, kind };
  });
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function kindOf(stats: Stats | undefined): Seen['kind'] {
  if (stats === undefined) return 'missing';
  return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
}

function realOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

/** The bytes of a file, or null where there is none that can be read. */
export function bytesIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Writes to a descriptor as much as it takes at once. @returns what is left. @throws Node's errors, but for EAGAIN */
export function writeNow(descriptor: number, bytes: Uint8Array): Uint8Array {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
  }
  return rest;
}
