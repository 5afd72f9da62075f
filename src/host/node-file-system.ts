import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { FileSystem } from './file-system.ts';
import { entriesOf } from './look-again.ts';

/** The file system of the machine, seen from a working directory (absolute). */
export function nodeFileSystem(cwd: string): FileSystem {
  const at = (path: string) => resolve(cwd, path);
  return {
    cwd,
    kind(path) {
      try {
        const stats = statSync(at(path));
        return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
      } catch {
        return 'missing';
      }
    },
    entries(folder) {
      return entriesOf(at(folder));
    },
    read(path) {
      return readFileSync(at(path));
    },
    stamp(path) {
      try {
        const { size, mtimeMs, ctimeMs, ino } = statSync(at(path));
        return { size, mtimeMs, ctimeMs, ino };
      } catch {
        return null;
      }
    },
    realPath(path) {
      return realpathSync.native(at(path));
    },
    replace(path, bytes) {
      // A rename would replace a write-protected file too; whoever protected it did not want that.
      accessSync(at(path), constants.W_OK);
      writeFileAtomic.sync(at(path), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
    write(path, text) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
  };
}
