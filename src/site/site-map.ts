import { compareText } from '../text/compare.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { hugo } from './layout/hugo.ts';
import type { Address, Layout } from './layout/layout.ts';
import { middleman } from './layout/middleman.ts';
import { plain } from './layout/plain.ts';
import type { LayoutName, SiteFile, SiteInput } from './settings.ts';
import { hasSameDigits } from './suggest/words.ts';
import { firstStep, withoutSlash } from './url.ts';

const layouts: Readonly<Record<LayoutName, Layout>> = { hugo, middleman, plain };

/** A file of the site and where it is published. */
export interface Published extends Address {
  readonly path: string;
  readonly place: string;
}

/** Which file answers at which address, by the files' names alone. */
export class SiteMap {
  readonly layout: Layout;
  readonly #byKey = new Map<string, Published>();
  /** Made when asked for, as is what follows. */
  #byLowerKey: ReadonlyMap<string, Published> | null = null;
  readonly #byPath = new Map<string, Published>();
  #byPlace: ReadonlyMap<string, Published> | null = null;
  /** Keys of all paths that addresses go on from; the site's top is the empty one. */
  readonly #above = new Set<string>();
  readonly #complete: ReadonlySet<string> | null;
  readonly #sections = new Set<string>();

  constructor({ layout, complete, files }: SiteInput) {
    this.layout = layouts[layout];
    this.#complete = complete && new Set(complete.map(withoutSlash));
    const byPath = new Map<string, SiteFile>();
    for (const file of files) if (!byPath.has(file.path)) byPath.set(file.path, file);
    const sorted = [...byPath.values()].sort((a, b) => compareText(a.place, b.place));
    const addresses = this.layout.addresses(
      sorted.filter(({ isAsset }) => !isAsset).map(({ place }) => place),
    );
    for (const { path, place, isAsset } of sorted) {
      const address = isAsset ? { url: place, isPage: false } : addresses.get(place);
      if (address) this.#add({ path, place, ...address });
    }
  }

  #add(entry: Published): void {
    const key = this.layout.keyOf(entry.url);
    const before = this.#byKey.get(key);
    // Of two files at one address, the page wins, and then the one whose path comes first.
    if (before === undefined || (entry.isPage && !before.isPage)) this.#byKey.set(key, entry);
    this.#byPath.set(entry.path, entry);
    if (entry.isPage) this.#sections.add(sectionOf(entry.url));
    for (let above = parentOf(key); !this.#above.has(above); above = parentOf(above)) this.#above.add(above);
  }

  /** What answers at a site path, or null. */
  at(url: string): Published | null {
    return this.#byKey.get(this.layout.keyOf(url)) ?? null;
  }

  /** The same where capitals do not count. */
  atAnyCase(url: string): Published | null {
    this.#byLowerKey ??= this.#atLowerKeys();
    return this.#byLowerKey.get(this.layout.keyOf(url).toLowerCase()) ?? null;
  }

  /** True for a path that other addresses go on from. */
  isAbove(url: string): boolean {
    return this.#above.has(this.layout.keyOf(url));
  }

  /** Where a file is published, or null. */
  of(path: string): Published | null {
    return this.#byPath.get(path) ?? null;
  }

  /** The file that stands at a path of the source tree, or null. */
  from(place: string): Published | null {
    this.#byPlace ??= new Map(Array.from(this.all(), (entry) => [entry.place, entry]));
    return this.#byPlace.get(place) ?? null;
  }

  #atLowerKeys(): ReadonlyMap<string, Published> {
    const found = new Map<string, Published>();
    for (const entry of this.all()) {
      const key = this.layout.keyOf(entry.url);
      if (this.#byKey.get(key) === entry) found.set(key.toLowerCase(), entry);
    }
    return found;
  }

  /** All that is published. */
  all(): Iterable<Published> {
    return this.#byPath.values();
  }

  /** True where a page that is missing is missing indeed, and not kept somewhere else. */
  isComplete(url: string): boolean {
    if (this.#complete === null) return this.#sections.has(sectionOf(url)) || this.#isSlip(url);
    for (let path = withoutSlash(url); ; path = path.slice(0, path.lastIndexOf('/'))) {
      if (this.#complete.has(path)) return true;
      if (path === '') return false;
    }
  }

  /** True where nothing but a slip of the pen in the first folder keeps the path from a page: "/handbok/values/". */
  #isSlip(url: string): boolean {
    const step = sectionOf(url);
    const rest = url.slice(step.length + 1);
    if (step === '' || withoutSlash(rest) === '') return false;
    const [near, ...others] = didYouMean(step, this.#sections);
    if (near === undefined || others.length > 0 || !hasSameDigits(near, step)) return false;
    return this.at(`/${near}${rest}`)?.isPage === true;
  }
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The first folder of a site path; empty for what stands at the site's top. */
function sectionOf(url: string): string {
  const step = firstStep(url);
  return url.length > step.length + 1 ? step : '';
}
