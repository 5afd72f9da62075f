import type { StoredFile } from '../../host/store.ts';
import { LiveRecord, type PageRecord } from '../../lint/records/page-record.ts';
import {
  bytesOf,
  type EntryToWrite,
  hashOf,
  type Stamp,
  type StoredEntry,
} from '../../lint/records/record-file.ts';
import { type PackedRecord, pack, type Segment, StoredRecord } from '../../lint/records/stored-record.ts';

/** Tells the record of one text of one page from all others. */
export const keyOf = (path: string, id: string): string => `${id} ${path}`;

/** A record as it is written; null for one that cannot be. */
export function entryOf(
  path: string,
  id: string,
  stamp: Stamp | null,
  record: PageRecord,
): EntryToWrite | null {
  const packed = packedOf(record);
  if (packed === null) return null;
  const texts = Array.from(packed.segments, ([name, text]) => [name, Buffer.from(text)] as const);
  const bytes = Buffer.concat(texts.map(([, text]) => text));
  const segments = texts.map(([name, text]) => [name, text.length] as const);
  return { path, id, stamp, length: packed.length, segments, hash: hashOf(bytes), bytes };
}

function packedOf(record: PageRecord): PackedRecord | null {
  if (record instanceof LiveRecord) return pack(record);
  return record instanceof StoredRecord ? record.packed() : null;
}

/** The record that an entry of a file describes; null where its bytes are not what was written. */
export function recordIn(file: StoredFile, entry: StoredEntry): StoredRecord | null {
  try {
    if (bytesOf(file, entry) === null) return null;
  } catch {
    return null;
  }
  const names = entry.segments.map(([name]) => name);
  return new StoredRecord(entry.path, entry.length, names, (name) => segmentOf(file, entry, name));
}

/** The text of a segment. */
export function segmentOf(file: StoredFile, { offset, segments }: StoredEntry, wanted: Segment): string {
  let at = offset;
  for (const [name, length] of segments) {
    if (name === wanted) return Buffer.from(file.read(at, length)).toString('utf8');
    at += length;
  }
  return 'null';
}
