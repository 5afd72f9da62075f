import type { Document } from '../markdown/document.ts';
import { Aside, LeanTarget } from './aside.ts';
import type { TargetPage } from './facts.ts';
import { frontAddresses, frontAddressesIn } from './layout/front-addresses.ts';
import type { SiteInput } from './settings.ts';
import { type Published, SiteMap } from './site-map.ts';
import { type ReadTarget, readTarget } from './target-page.ts';

/** A page whose text may differ from that of its file. */
export type PageText = Pick<Document, 'path' | 'text'>;

/** The pages of a site: which one answers where, and what links can lead to in them. Reads a page only when it must. */
export class SitePages {
  readonly map: SiteMap;
  readonly #site: SiteInput;
  /** The linted pages, whose texts may differ from those of the files. */
  readonly #linted: ReadonlyMap<string, PageText>;
  readonly #read = new Map<string, SitePage | null>();
  /** Where there are so many pages that what is known of them is kept outside of memory; else null. */
  readonly aside: Aside | null;
  #moved: Moved | null = null;

  constructor(site: SiteInput, linted: readonly PageText[]) {
    this.#site = site;
    this.aside = site.spill ? new Aside(site.spill) : null;
    // Reading a text may take long, so none is read before it is needed.
    this.#linted = new Map(linted.map((page) => [page.path, page]));
    this.map = new SiteMap(site);
  }

  #text(path: string): string | null {
    return this.#linted.get(path)?.text ?? this.#site.read(path);
  }

  #target(path: string): SitePage | null {
    const known = this.#read.get(path);
    if (known !== undefined) return known;
    const read = this.#readTarget(path);
    const target = read && this.#sitePage(path, read);
    this.#read.set(path, target);
    return target;
  }

  #readTarget(path: string): ReadTarget | null {
    const text = this.#text(path);
    return text === null ? null : readTarget(path, this.map.of(path)?.url ?? '', text, this.#site.anchors);
  }

  #sitePage(path: string, { page, front, possible }: ReadTarget): SitePage {
    const published = this.map.of(path);
    // The address that a page's front matter gives.
    const own =
      published?.isPage && this.#site.layout === 'hugo'
        ? frontAddresses(front, published.place, published.url).url
        : null;
    const found = own === null ? page : { ...page, url: own };
    if (this.aside === null) return { page: found, own, possible };
    const again = () => this.#readTarget(path)?.possible() ?? new Set<string>();
    return { page: new LeanTarget(found, this.aside), own, possible: again };
  }

  /** Headings and ids of a page, or null where it cannot be read. */
  page(path: string): TargetPage | null {
    return this.#target(path)?.page ?? null;
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

  #ownUrl({ path, isPage }: Published): string | null {
    return isPage && this.#site.layout === 'hugo' ? (this.#target(path)?.own ?? null) : null;
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

/** What is held of a page that a link leads to. */
interface SitePage extends Pick<ReadTarget, 'possible'> {
  readonly page: TargetPage;
  /** The address that its front matter gives, or null. */
  readonly own: string | null;
}

/** By the form in which site paths are compared. */
interface Moved {
  readonly byKey: ReadonlyMap<string, Published>;
  readonly byAlias: ReadonlyMap<string, Published>;
}
