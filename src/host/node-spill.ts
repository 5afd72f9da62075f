import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Spill } from './spill.ts';

/** A file for what is passing, which goes with the process; null where there is no room for one. */
export function nodeSpill(): Spill | null {
  let folder: string | null = null;
  let descriptor: number | null = null;
  try {
    folder = mkdtempSync(join(tmpdir(), 'jobfam-lint-'));
    descriptor = openSync(join(folder, 'pages'), 'wx+', 0o600);
    // An open file stays where its name goes, but not on each system; and what nobody removes is not made.
    rmSync(folder, { recursive: true });
    return spillIn(descriptor);
  } catch {
    if (descriptor !== null) closeSync(descriptor);
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    return null;
  }
}

function spillIn(descriptor: number): Spill {
  let size = 0;
  return {
    write(bytes) {
      const start = size;
      for (let done = 0; done < bytes.length; )
        done += writeSync(descriptor, bytes, done, bytes.length - done, start + done);
      size += bytes.length;
      return start;
    },
    read(offset, length) {
      const bytes = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const count = readSync(descriptor, bytes, done, length - done, offset + done);
        if (count === 0) throw new Error('What was set aside for this run is gone.');
        done += count;
      }
      return bytes;
    },
  };
}
