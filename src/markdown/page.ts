import type { Definition } from 'mdast';
import { countBelow } from '../text/count-below.ts';
import type { Span } from '../text/span.ts';
import type { Mask } from './document.ts';
import type { MaskedPage } from './mask/mask.ts';

/** What the readers of sections, blocks and links share while one page is read. */
export class Page {
  readonly path: string;
  readonly text: string;
  readonly masked: string;
  readonly masks: readonly Mask[];
  /** Link definitions by their normalized label. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly #visible: ReadonlySet<Mask>;

  constructor(path: string, text: string, page: MaskedPage, definitions: ReadonlyMap<string, Definition>) {
    this.path = path;
    this.text = text;
    this.masked = page.masked;
    this.masks = page.masks;
    this.definitions = definitions;
    this.#visible = page.visible;
  }

  span(start: number, end: number): Span {
    return { page: this.path, start, end: Math.max(start, end) };
  }

  /** Index of the first mask that ends after `offset`; `masks.length` where there is none. */
  maskFrom(offset: number): number {
    return countBelow(this.masks, offset + 1, ({ span }) => span.end);
  }

  /** The mask that covers the unit at `offset`, or null. */
  maskAt(offset: number): Mask | null {
    const mask = this.masks[this.maskFrom(offset)];
    return mask !== undefined && mask.span.start <= offset ? mask : null;
  }

  /** True where a reader of the built site sees something in a mask's place. */
  isVisible(mask: Mask): boolean {
    return this.#visible.has(mask);
  }

  /** Shrinks [start, end) by blanks and by masks that a reader sees nothing of. */
  trim(start: number, end: number): Span {
    let first = start;
    let last = end;
    while (first < last) {
      const mask = this.maskAt(first);
      if (mask !== null && !this.isVisible(mask)) first = mask.span.end;
      else if (mask === null && isBlank(this.masked.charCodeAt(first))) first += 1;
      else break;
    }
    while (last > first) {
      const mask = this.maskAt(last - 1);
      if (mask !== null && !this.isVisible(mask)) last = mask.span.start;
      else if (mask === null && isBlank(this.masked.charCodeAt(last - 1))) last -= 1;
      else break;
    }
    return this.span(Math.min(first, end), Math.max(Math.min(first, end), last));
  }
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}
