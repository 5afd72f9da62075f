import { createHash } from 'node:crypto';
import type { Segment } from './stored-record.ts';

/** How a file was when its text was read: while it stays so, the text need not be read. */
export interface Stamp {
  /** In bytes. */
  readonly size: number;
  /** When its content, and when its entry in the file system changed last; milliseconds since 1970. */
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

/** A record in a file. */
export interface StoredEntry {
  readonly path: string;
  /** Id of the text. */
  readonly id: string;
  /** Null where the file may have been changed again right after it was read. */
  readonly stamp: Stamp | null;
  /** Length of the text in UTF-16 units. */
  readonly length: number;
  /** Segments in the order they stand, with their lengths in bytes. */
  readonly segments: readonly (readonly [Segment, number])[];
  /** Where the first of them starts. */
  readonly offset: number;
  /** Hash of all segments. */
  readonly hash: string;
}

/** An entry with its bytes, to be written. */
export interface EntryToWrite extends Omit<StoredEntry, 'offset'> {
  readonly bytes: Uint8Array;
}

/** How a file is now whose record is kept already. */
export type Restamp = Pick<StoredEntry, 'path' | 'id' | 'stamp'>;

interface Index {
  readonly key: string;
  readonly entries: readonly StoredEntry[];
  readonly restamps: readonly Restamp[];
}

const magic = 'jobfam-lint-1\n';
/** The magic, where the index starts, and its hash. */
const footerLength = magic.length + 12 + 32;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Short hash of some bytes. */
export const hashOf = (bytes: Uint8Array): string => sha256(bytes).toString('base64url', 0, 18);

/**
 * A file of records, piece by piece: their segments, one after the other, then the index as JSON, then where it starts.
 * @param key all that the records depend on beside the pages
 */
export function* encodeRecords(
  key: string,
  entries: Iterable<EntryToWrite>,
  restamps: readonly Restamp[],
): Generator<Uint8Array> {
  let offset = 0;
  const placed: StoredEntry[] = [];
  for (const { bytes, ...entry } of entries) {
    placed.push({ ...entry, offset });
    offset += bytes.length;
    yield bytes;
  }
  const index = Buffer.from(JSON.stringify({ key, entries: placed, restamps } satisfies Index));
  yield index;
  yield Buffer.from(magic);
  yield Buffer.from(String(offset).padStart(12, '0'));
  yield sha256(index);
}

/** Bytes that can be read piece by piece. */
export interface Readable {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

/** The index of a file; `foreign` where they depend on something else, `damaged` where it is no such file. */
export function decodeIndex(file: Readable, key: string): Index | 'foreign' | 'damaged' {
  if (file.size < footerLength) return 'damaged';
  const footer = Buffer.from(file.read(file.size - footerLength, footerLength));
  if (footer.toString('latin1', 0, magic.length) !== magic) return 'damaged';
  const start = Number(footer.toString('latin1', magic.length, magic.length + 12));
  const length = file.size - footerLength - start;
  if (!Number.isInteger(start) || start < 0 || length <= 0) return 'damaged';
  const bytes = file.read(start, length);
  if (!sha256(bytes).equals(footer.subarray(magic.length + 12))) return 'damaged';
  const index = JSON.parse(Buffer.from(bytes).toString('utf8')) as Index;
  return index.key === key ? index : 'foreign';
}

/** The bytes of an entry, or null where they are not what was written. */
export function bytesOf(file: Readable, { offset, segments, hash }: StoredEntry): Uint8Array | null {
  const length = segments.reduce((sum, [, bytes]) => sum + bytes, 0);
  const bytes = file.read(offset, length);
  return hashOf(bytes) === hash ? bytes : null;
}
