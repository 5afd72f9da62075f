import type { FileStamp } from '../../host/file-system.ts';
import type { Store, StoredFile } from '../../host/store.ts';
import type { PageRecord, PageText } from '../../lint/records/page-record.ts';
import { answers, type PageTask } from '../../lint/records/page-step.ts';
import {
  bytesOf,
  decodeIndex,
  type EntryToWrite,
  encodeRecords,
  type Restamp,
  type StoredEntry,
} from '../../lint/records/record-file.ts';
import type { KnownRecords } from '../../lint/records/records.ts';
import { StoredRecord } from '../../lint/records/stored-record.ts';
import { entryOf, keyOf, recordIn, segmentOf } from './entries.ts';

/** Files of records; each run that has something new writes one more. */
const named = /^pages-[0-9a-z]+-[0-9a-z]+$/;
/** More files than these, beside those that are full, are made one. */
const mostFiles = 8;
/** In bytes; what is new is written when there is so much of it. */
const fileLength = 16 * 1024 * 1024;
/** In bytes; less than this is not worth tidying up. */
const smallWaste = 4 * 1024 * 1024;

export interface PageCacheOptions {
  readonly store: Store;
  /** All that records depend on beside the pages: program, vocabulary. */
  readonly key: string;
  /** Whether size and times of a file are enough to know its text; else it is read. */
  readonly trustsStamps: boolean;
  /** Makes a name that no other run makes: letters and digits, later ones sort behind. */
  newName(): string;
  /** Takes the end of a sentence that begins with the cache's name, where it is of little use. */
  note(sentence: string): void;
}

interface Known {
  readonly entry: StoredEntry;
  readonly file: StoredFile;
  stamp: FileStamp | null;
}

interface Fresh extends EntryToWrite {
  readonly record: StoredRecord | null;
}

/**
 * Records of pages in files, by path and content. A run adds a file with what is new, so runs at the same time do not disturb each other; now and
 * then all files are made one. Whatever is wrong with the files costs time, and is never a failure.
 */
export class PageCache implements KnownRecords {
  readonly #options: PageCacheOptions;
  readonly #known = new Map<string, Known>();
  readonly #byPath = new Map<string, Known[]>();
  readonly #used = new Set<string>();
  readonly #stamps = new Map<string, FileStamp | null>();
  #fresh: Fresh[] = [];
  #freshLength = 0;
  #names: string[] = [];
  #isRead = false;
  #mustTidy = false;

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  get store(): Store {
    return this.#options.store;
  }

  /** The id of the text that a file holds, where that can be told without reading it; else null. */
  idOf(path: string, stamp: FileStamp | null): string | null {
    this.#read();
    if (stamp === null || !this.#options.trustsStamps) return null;
    return this.#byPath.get(path)?.find((known) => isSame(known.stamp, stamp))?.entry.id ?? null;
  }

  /** Notes how a file was when its text was read; null where that may not tell later texts from this one. */
  noteStamp(path: string, id: string, stamp: FileStamp | null): void {
    this.#stamps.set(keyOf(path, id), stamp);
  }

  find(page: PageText, task: PageTask): PageRecord | null {
    this.#read();
    if (page.id === undefined) return null;
    const key = keyOf(page.path, page.id);
    const known = this.#known.get(key);
    const record = known ? this.#recordOf(known) : null;
    if (record === null || !answers(record, task)) return null;
    this.#used.add(key);
    return record;
  }

  add(page: PageText, _: PageTask, record: PageRecord): void {
    const { path, id } = page;
    if (id === undefined) return;
    const entry = entryOf(path, id, this.#stamps.get(keyOf(path, id)) ?? null, record);
    if (entry === null) return;
    this.#fresh.push({ ...entry, record: record instanceof StoredRecord ? record : null });
    this.#freshLength += entry.bytes.length;
    if (this.#freshLength >= fileLength) this.#guarded('written', () => this.#flush([]));
  }

  /** Keeps what this run has learnt. */
  save(): void {
    this.#guarded('written', () => {
      const restamps = Array.from(this.#used, (key) => this.#restamp(key)).filter((one) => one !== null);
      if (this.#fresh.length > 0 || restamps.length > 0) this.#flush(restamps);
      if (this.#isWasteful()) this.#tidy();
    });
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    this.#guarded('read', () => {
      this.#names = this.#options.store
        .names()
        .filter((name) => named.test(name))
        .sort();
      for (const name of this.#names) this.#readFile(name);
    });
  }

  #readFile(name: string): void {
    const file = this.#options.store.open(name);
    if (file === null) return;
    const index = decodeIndex(file, this.#options.key);
    if (index === 'damaged') this.#options.note('is damaged in part, so pages were read anew');
    if (index === 'damaged' || index === 'foreign') {
      this.#mustTidy = true;
      return;
    }
    for (const entry of index.entries) this.#know({ entry, file, stamp: entry.stamp });
    for (const { path, id, stamp } of index.restamps) {
      const known = this.#known.get(keyOf(path, id));
      if (known) known.stamp = stamp;
    }
  }

  #know(known: Known): void {
    const { path, id } = known.entry;
    this.#known.set(keyOf(path, id), known);
    const others = this.#byPath.get(path)?.filter(({ entry }) => entry.id !== id) ?? [];
    this.#byPath.set(path, [known, ...others]);
  }

  #recordOf({ entry, file }: Known): StoredRecord | null {
    const record = recordIn(file, entry);
    if (record !== null) return record;
    this.#options.note('is damaged in part, so pages were read anew');
    this.#known.delete(keyOf(entry.path, entry.id));
    this.#mustTidy = true;
    return null;
  }

  #restamp(key: string): Restamp | null {
    const known = this.#known.get(key);
    const stamp = this.#stamps.get(key);
    if (known === undefined || stamp === undefined || isSame(known.stamp, stamp)) return null;
    if (stamp === null && known.stamp === null) return null;
    return { path: known.entry.path, id: known.entry.id, stamp };
  }

  #flush(restamps: readonly Restamp[]): void {
    const name = `pages-${this.#options.newName()}`;
    const written = this.#fresh;
    const { store, key } = this.#options;
    store.replace(
      name,
      encodeRecords(
        key,
        written.map(({ record: _, ...entry }) => entry),
        restamps,
      ),
    );
    this.#names.push(name);
    this.#fresh = [];
    this.#freshLength = 0;
    const file = store.open(name);
    if (file === null) return;
    let offset = 0;
    for (const { record, bytes, ...rest } of written) {
      const entry: StoredEntry = { ...rest, offset };
      offset += bytes.length;
      this.#know({ entry, file, stamp: entry.stamp });
      this.#used.add(keyOf(entry.path, entry.id));
      record?.readFrom((segment) => segmentOf(file, entry, segment));
    }
  }

  #isWasteful(): boolean {
    if (this.#mustTidy) return true;
    let [used, unused] = [0, 0];
    for (const [key, { entry }] of this.#known) {
      if (this.#used.has(key)) used += lengthOf(entry);
      else unused += lengthOf(entry);
    }
    const isScattered = this.#names.length > mostFiles + (2 * (used + unused)) / fileLength;
    return isScattered || unused > used + smallWaste;
  }

  /** Writes what is of use into new files, with as much again of the rest, the latest first; and removes the old ones. */
  #tidy(): void {
    const { store } = this.#options;
    const old = this.#names;
    this.#names = [];
    const all = [...this.#known];
    const kept = all.filter(([key]) => this.#used.has(key));
    let room = kept.reduce((sum, [, { entry }]) => sum + lengthOf(entry), 0);
    for (const one of all.filter(([key]) => !this.#used.has(key)).reverse()) {
      room -= lengthOf(one[1].entry);
      if (room < 0) break;
      kept.push(one);
    }
    for (const [key, { entry, file, stamp }] of kept) {
      const bytes = bytesOf(file, entry);
      if (bytes === null) continue;
      const { offset: _, ...rest } = entry;
      this.#fresh.push({ ...rest, stamp: this.#stamps.get(key) ?? stamp, bytes, record: null });
      this.#freshLength += bytes.length;
      if (this.#freshLength >= fileLength) this.#flush([]);
    }
    if (this.#fresh.length > 0) this.#flush([]);
    for (const name of old) store.remove(name);
    this.#mustTidy = false;
  }

  #guarded(verb: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      this.#options.note(`could not be ${verb} (${reason}), so the next run starts afresh`);
    }
  }
}

const lengthOf = ({ segments }: StoredEntry): number => segments.reduce((sum, [, length]) => sum + length, 0);

function isSame(a: FileStamp | null, b: FileStamp | null): boolean {
  return (
    a !== null &&
    b !== null &&
    a.size === b.size &&
    a.mtimeMs === b.mtimeMs &&
    a.ctimeMs === b.ctimeMs &&
    a.ino === b.ino
  );
}
