import type { Published } from '../site-map.ts';
import { resolvePath } from '../url.ts';

const ending = /(?:\/_?index)?(?:\.(?:md|markdown|html))?\/?$/i;

/** Finds pages the way Hugo's `ref` does: by path, and by name where only one page bears it. */
export class HugoRefs {
  readonly #byPath = new Map<string, Published>();
  readonly #byName = new Map<string, Published[]>();

  constructor(pages: Iterable<Published>) {
    for (const page of pages) {
      if (!page.isPage) continue;
      const path = bare(page.place);
      this.#byPath.set(path, page);
      const name = nameOf(path);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), page]);
    }
  }

  /** @param from place of the page that asks */
  find(ref: string, from: string): Published | 'ambiguous' | null {
    const ways = ref.startsWith('/')
      ? [ref]
      : [resolvePath(ref, from), resolvePath(ref, `${bare(from)}/`), `/${ref}`];
    for (const way of ways) {
      const page = this.#byPath.get(bare(resolvePath(way, '/')));
      if (page) return page;
    }
    if (ref.startsWith('/')) return null;
    const named = this.#byName.get(nameOf(bare(`/${ref}`))) ?? [];
    return named.length > 1 ? 'ambiguous' : (named[0] ?? null);
  }
}

const bare = (place: string): string => place.replace(ending, '').toLowerCase();

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
