import type { Spill } from '../host/spill.ts';
import type { Anchor, TargetPage } from './facts.ts';

/** Things held at once. */
const mostHeld = 1000;

/** Keeps what is known of very many pages out of memory: they have headings and links by the million. */
export class Aside {
  readonly #spill: Spill;
  readonly #held = new Map<number, unknown>();

  constructor(spill: Spill) {
    this.#spill = spill;
  }

  /** Gives plain data back, but other objects each time; where it cannot be put aside, the data itself. */
  put<Data>(data: Data): () => Data {
    const place = this.#write(data);
    // Not here, for functions made in one place hold what any of them needs.
    return place === null ? always(data) : this.#reader(place.start, place.length);
  }

  #write(data: unknown): { readonly start: number; readonly length: number } | null {
    const bytes = Buffer.from(JSON.stringify(data));
    try {
      return { start: this.#spill.write(bytes), length: bytes.length };
    } catch {
      // The disk is full, say.
      return null;
    }
  }

  #reader<Data>(start: number, length: number): () => Data {
    return () => this.#read(start, length) as Data;
  }

  #read(start: number, length: number): unknown {
    const held = this.#held.get(start);
    if (held !== undefined) return held;
    const data: unknown = JSON.parse(Buffer.from(this.#spill.read(start, length)).toString());
    const [oldest] = this.#held.size < mostHeld ? [] : this.#held.keys();
    if (oldest !== undefined) this.#held.delete(oldest);
    this.#held.set(start, data);
    return data;
  }
}

const always =
  <Data>(data: Data): (() => Data) =>
  () =>
    data;

/** A page whose anchors are put aside. */
export class LeanTarget implements TargetPage {
  readonly path: string;
  readonly url: string;
  readonly title: string | null;
  readonly isOpen: boolean;
  readonly #read: () => readonly Anchor[];

  constructor({ path, url, title, isOpen, anchors }: TargetPage, aside: Aside) {
    this.path = path;
    this.url = url;
    // What is cut out of a text holds all of it.
    this.title = title === null ? null : Buffer.from(title).toString();
    this.isOpen = isOpen;
    this.#read = aside.put(anchors);
  }

  get anchors(): readonly Anchor[] {
    return this.#read();
  }
}

/** What is known by path, put aside. */
export class LeanMap<Data> {
  readonly #read = new Map<string, () => Data>();
  readonly #aside: Aside;

  constructor(aside: Aside) {
    this.#aside = aside;
  }

  set(path: string, data: Data): void {
    this.#read.set(path, this.#aside.put(data));
  }

  get(path: string): Data | undefined {
    return this.#read.get(path)?.();
  }
}
