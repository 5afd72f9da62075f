import type { PageText } from '../lint/records/page-record.ts';

/** Texts of pages by path, each read when it is asked for. */
export class LazyTexts implements ReadonlyMap<string, string> {
  readonly #pages: ReadonlyMap<string, Pick<PageText, 'path' | 'text'>>;

  constructor(pages: readonly Pick<PageText, 'path' | 'text'>[]) {
    this.#pages = new Map(pages.map((page) => [page.path, page]));
  }

  get size(): number {
    return this.#pages.size;
  }

  get(path: string): string | undefined {
    return this.#pages.get(path)?.text;
  }

  has(path: string): boolean {
    return this.#pages.has(path);
  }

  forEach(act: (text: string, path: string, texts: ReadonlyMap<string, string>) => void): void {
    for (const [path, text] of this) act(text, path, this);
  }

  *entries(): MapIterator<[string, string]> {
    for (const [path, page] of this.#pages) yield [path, page.text];
  }

  keys(): MapIterator<string> {
    return this.#pages.keys();
  }

  *values(): MapIterator<string> {
    for (const { text } of this.#pages.values()) yield text;
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }
}
