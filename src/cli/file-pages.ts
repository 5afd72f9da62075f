import type { FileSystem } from '../host/file-system.ts';
import type { FoundPage } from '../host/find-pages.ts';
import { decodePage, readBytes } from '../host/read-page.ts';
import type { Failure } from '../lint/finding.ts';
import { hashOf } from '../lint/records/record-file.ts';
import type { PageCache } from './records/page-cache.ts';

/** A page that could be read. */
export interface ReadPage extends FoundPage {
  /** May be read from the file again. @throws Error where the file has changed since it was first read */
  readonly text: string;
  /** Tells this text from all others; absent where it did not come from a file. */
  readonly id?: string;
}

/** In UTF-16 units: so much text of pages is held, and the rest is read again where it is asked for. */
const mostHeld = 24_000_000;

/** Times of files closer to now than this, in milliseconds, do not tell one text from the next on every disk. */
const settling = 2000;

/** Reads pages from files, and holds no more of their texts than is good. */
export class FilePages {
  readonly #files: FileSystem;
  readonly #cache: PageCache | null;
  readonly #now: () => number;
  readonly #held = new Map<string, string>();
  #length = 0;

  /**
   * @param cache where ids of texts may be known that need not be read
   * @param now milliseconds since 1970
   */
  constructor(files: FileSystem, cache: PageCache | null, now: () => number) {
    this.#files = files;
    this.#cache = cache;
    this.#now = now;
  }

  /** The page, or why it cannot be linted. */
  read({ path, root }: FoundPage): ReadPage | Failure {
    const known = this.#knownId(path);
    if (known.id !== null) return new FilePage(path, root, known.id, this);
    const { stamp } = known;
    const isSettled = stamp !== null && Math.max(stamp.mtimeMs, stamp.ctimeMs) < this.#now() - settling;
    const bytes = readBytes(this.#files, path);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const { text, failure } = decodePage(path, bytes);
    if (failure) return failure;
    const id = hashOf(bytes);
    this.#cache?.noteStamp(path, id, isSettled ? stamp : null);
    this.#hold(path, text);
    return new FilePage(path, root, id, this);
  }

  #knownId(path: string) {
    const stamp = this.#files.stamp?.(path) ?? null;
    return { stamp, id: this.#cache?.idOf(path, stamp) ?? null };
  }

  /** The text of a file that was read before. @throws Error where the file has changed since */
  textOf({ path, id }: FilePage): string {
    const held = this.#held.get(path);
    if (held !== undefined) return held;
    const bytes = this.#files.read(path);
    const { text } = decodePage(path, bytes);
    if (text === undefined || hashOf(bytes) !== id)
      throw new Error(`${path} was changed while it was linted. Run again.`);
    this.#hold(path, text);
    return text;
  }

  #hold(path: string, text: string): void {
    this.#held.set(path, text);
    this.#length += text.length;
    for (const [oldest, { length }] of this.#held) {
      if (this.#length <= mostHeld || oldest === path) break;
      this.#held.delete(oldest);
      this.#length -= length;
    }
  }
}

/** Of very many pages, each is held by little more than its path. */
class FilePage implements ReadPage {
  readonly path: string;
  readonly root: string;
  readonly id: string;
  readonly #from: FilePages;

  constructor(path: string, root: string, id: string, from: FilePages) {
    this.path = path;
    this.root = root;
    this.id = id;
    this.#from = from;
  }

  get text(): string {
    return this.#from.textOf(this);
  }
}
