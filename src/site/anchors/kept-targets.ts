import type { Spill } from '../../host/spill.ts';
import type { Anchor, TargetPage } from '../facts.ts';

/** Pages whose anchors are held at once. */
const mostHeld = 500;

/** Keeps what links can lead to out of memory: in a large handbook, pages have headings by the million. */
export class KeptTargets {
  readonly #spill: Spill;
  readonly #held = new Map<number, readonly Anchor[]>();

  constructor(spill: Spill) {
    this.#spill = spill;
  }

  /** The same page, that reads its anchors from there; where that fails, the page itself. */
  keep(page: TargetPage): TargetPage {
    const { anchors, title } = page;
    try {
      // What is cut out of a text holds all of it.
      const bytes = Buffer.from(JSON.stringify(anchors));
      const own = title === null ? null : Buffer.from(title).toString();
      const { length } = bytes;
      const start = this.#spill.write(bytes);
      return new KeptTarget(page, own, () => this.#anchors(start, length));
    } catch {
      return page;
    }
  }

  #anchors(start: number, length: number): readonly Anchor[] {
    const held = this.#held.get(start);
    if (held !== undefined) return held;
    const anchors = JSON.parse(Buffer.from(this.#spill.read(start, length)).toString()) as readonly Anchor[];
    const [oldest] = this.#held.size < mostHeld ? [] : this.#held.keys();
    if (oldest !== undefined) this.#held.delete(oldest);
    this.#held.set(start, anchors);
    return anchors;
  }
}

class KeptTarget implements TargetPage {
  readonly path: string;
  readonly url: string;
  readonly title: string | null;
  readonly isOpen: boolean;
  readonly #read: () => readonly Anchor[];

  constructor({ path, url, isOpen }: TargetPage, title: string | null, read: () => readonly Anchor[]) {
    this.path = path;
    this.url = url;
    this.title = title;
    this.isOpen = isOpen;
    this.#read = read;
  }

  get anchors(): readonly Anchor[] {
    return this.#read();
  }
}
