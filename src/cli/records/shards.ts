import { basename, dirname, resolve } from 'node:path';
import type { StoredFile } from '../../host/store.ts';
import type { PageRecord, PageText } from '../../lint/records/page-record.ts';
import { answers, type PageTask } from '../../lint/records/page-step.ts';
import {
  decodeIndex,
  type EntryToWrite,
  encodeRecords,
  type StoredEntry,
} from '../../lint/records/record-file.ts';
import type { KnownRecords } from '../../lint/records/records.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { entryOf, keyOf, recordIn } from './entries.ts';
import { recordKey } from './open-cache.ts';

/** One part of the pages: the `index`th of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * Whether a page belongs to a part. That depends on its path alone (the FNV-1a hash of its UTF-16 units, modulo the number of parts), so a page
 * stays in its part whatever comes and goes beside it.
 */
export function isInShard(path: string, { index, count }: Shard): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at += 1) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count === index - 1;
}

/**
 * Writes the records of one part, one after the other, so that no more than one is held.
 * @param recordOf null for a page that could not be read
 * @throws Node's errors
 */
export async function writeShard(
  file: string,
  pages: readonly PageText[],
  recordOf: (page: PageText) => PageRecord | null,
  vocabulary: Vocabulary,
  io: Io,
): Promise<void> {
  const store = await storeOf(file, io);
  const key = recordKey(io.keeping?.program ?? '', vocabulary);
  store.replace(basename(file), encodeRecords(key, entriesOf(pages, recordOf), []));
}

function* entriesOf(
  pages: readonly PageText[],
  recordOf: (page: PageText) => PageRecord | null,
): Generator<EntryToWrite> {
  for (const page of new Map(pages.map((page) => [page.path, page])).values()) {
    const record = recordOf(page);
    const entry = record === null || page.id === undefined ? null : entryOf(page.path, page.id, null, record);
    if (entry !== null) yield entry;
  }
}

interface Known {
  readonly entry: StoredEntry;
  readonly file: StoredFile;
}

/** Records of the parts that other runs have read. */
class ShardReader implements KnownRecords {
  readonly #known = new Map<string, Known>();

  find(page: PageText, task: PageTask): PageRecord | null {
    const known = page.id === undefined ? undefined : this.#known.get(keyOf(page.path, page.id));
    const record = known ? recordIn(known.file, known.entry) : null;
    return record === null || !answers(record, task) ? null : record;
  }

  add(): void {}

  /** Returns whether it is of this program and vocabulary; else nothing is taken. @throws UsageError where it is no file of records */
  async read(file: string, key: string, io: Io): Promise<boolean> {
    const opened = (await storeOf(file, io)).open(basename(file));
    if (opened === null)
      throw new UsageError([`There is no file “${file}”. Name the files that “lint --shard” has written.`]);
    const index = decodeIndex(opened, key);
    if (index === 'damaged')
      throw new UsageError([`“${file}” was not written by “lint --shard”, or is damaged. Write it again.`]);
    if (index === 'foreign') return false;
    for (const entry of index.entries) this.#known.set(keyOf(entry.path, entry.id), { entry, file: opened });
    return true;
  }
}

/**
 * The records in files that `--shard` has written; null where there are none.
 * @param note takes a sentence where a file is of no use, because another program, or this one with another vocabulary, wrote it;
 *   null where that is a mistake
 * @throws UsageError
 */
export async function readShards(
  files: readonly string[],
  vocabulary: Vocabulary,
  io: Io,
  note: ((sentence: string) => void) | null = null,
): Promise<ShardReader | null> {
  if (files.length === 0) return null;
  const reader = new ShardReader();
  const key = recordKey(io.keeping?.program ?? '', vocabulary);
  for (const file of files) {
    if (await reader.read(file, key, io)) continue;
    const what = `“${file}” was written by another version of jobfam-lint or of Node, or with another vocabulary`;
    if (note === null) throw new UsageError([`${what}. Use the same for all parts and for “merge”.`]);
    note(`${what}, so its pages were read again.`);
  }
  return reader;
}

async function storeOf(file: string, { keeping, files }: Io) {
  if (!keeping) throw new UsageError(['Parts can only be kept by a program that was built.']);
  return keeping.open(dirname(resolve(files.cwd, file)), false);
}
