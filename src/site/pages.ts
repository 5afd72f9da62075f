import type { Document } from '../markdown/document.ts';
import type { TargetPage } from './facts.ts';
import { frontAddresses, frontAddressesIn } from './layout/front-addresses.ts';
import type { SiteInput } from './settings.ts';
import { type Published, SiteMap } from './site-map.ts';
import { type ReadTarget, readTarget } from './target-page.ts';

/** The pages of a site: which one answers where, and what links can lead to in them. Reads a page only when it must. */
export class SitePages {
  readonly map: SiteMap;
  readonly #site: SiteInput;
  /** The linted pages, whose texts may differ from those of the files. */
  readonly #linted: ReadonlyMap<string, Pick<Document, 'path' | 'text'>>;
  readonly #read = new Map<string, ReadTarget | null>();
  #moved: Moved | null = null;

  constructor(site: SiteInput, linted: readonly Pick<Document, 'path' | 'text'>[]) {
    this.#site = site;
    // Reading a text may take long, so none is read before it is needed.
    this.#linted = new Map(linted.map((page) => [page.path, page]));
    this.map = new SiteMap(site);
  }

  #text(path: string): string | null {
    return this.#linted.get(path)?.text ?? this.#site.read(path);
  }

  #target(path: string): ReadTarget | null {
    const known = this.#read.get(path);
    if (known !== undefined) return known;
    const text = this.#text(path);
    const target =
      text === null ? null : readTarget(path, this.map.of(path)?.url ?? '', text, this.#site.anchors);
    this.#read.set(path, target);
    return target;
  }

  /** Headings and ids of a page, or null where it cannot be read. */
  page(path: string): TargetPage | null {
    const target = this.#target(path);
    if (target === null) return null;
    const url = this.urlOf(path) ?? '';
    return url === target.page.url ? target.page : { ...target.page, url };
  }

  /** True where a page may have an anchor that is not among its anchors. */
  mayHave(path: string, anchor: string): boolean {
    const target = this.#target(path);
    return target === null || target.page.isOpen || target.possible().has(anchor);
  }

  /** Site path of a page, or null where it has none. */
  urlOf(path: string): string | null {
    const published = this.map.of(path);
    return published && (this.#ownUrl(published) ?? published.url);
  }

  /** The address that a page's front matter gives, or null. */
  #ownUrl({ path, place, url, isPage }: Published): string | null {
    if (!isPage || this.#site.layout !== 'hugo') return null;
    return frontAddresses(this.#target(path)?.front ?? {}, place, url).url;
  }

  /** What answers at a site path, redirects and aliases left aside, or null. */
  at(url: string): Published | null {
    const natural = this.map.at(url);
    if (natural) {
      const own = this.#ownUrl(natural);
      if (own === null || this.map.layout.keyOf(own) === this.map.layout.keyOf(url)) return natural;
    }
    return this.#movedPages().byKey.get(this.map.layout.keyOf(url)) ?? null;
  }

  /** The page that has a site path as its alias, or null. */
  aliasAt(url: string): Published | null {
    return this.#movedPages().byAlias.get(this.map.layout.keyOf(url)) ?? null;
  }

  /** Pages whose front matter gives them other addresses; all front matter is read once, and only when it is needed. */
  #movedPages(): Moved {
    this.#moved ??=
      this.#site.layout === 'hugo' ? this.#findMoved() : { byKey: new Map(), byAlias: new Map() };
    return this.#moved;
  }

  #findMoved(): Moved {
    const byKey = new Map<string, Published>();
    const byAlias = new Map<string, Published>();
    for (const published of this.map.all()) {
      const { path, place, url, isPage } = published;
      const text = isPage ? this.#text(path) : null;
      if (text === null) continue;
      const front = frontAddressesIn(path, text, place, url);
      if (front.url !== null) byKey.set(this.map.layout.keyOf(front.url), { ...published, url: front.url });
      for (const alias of front.aliases) byAlias.set(this.map.layout.keyOf(alias), published);
    }
    return { byKey, byAlias };
  }

  /** All pages by site path, sorted. */
  urls(): Map<string, string> {
    const moved = new Map<string, string>();
    for (const { path, url } of this.#moved?.byKey.values() ?? []) moved.set(path, url);
    const all: [string, string][] = [];
    for (const { path, url, isPage } of this.map.all()) {
      if (isPage)
        all.push([moved.get(path) ?? (this.#read.has(path) ? (this.urlOf(path) ?? url) : url), path]);
    }
    return new Map(all.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  }
}

/** By the form in which site paths are compared. */
interface Moved {
  readonly byKey: ReadonlyMap<string, Published>;
  readonly byAlias: ReadonlyMap<string, Published>;
}
