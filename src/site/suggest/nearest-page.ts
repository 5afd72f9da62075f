import { didYouMean } from '../../text/did-you-mean.ts';
import { addToGroup } from '../../text/group-by.ts';
import type { SiteFacts } from '../facts.ts';
import { firstStep } from '../url.ts';
import { nearestAnchor } from './nearest-anchor.ts';
import {
  comparable,
  comparableKey,
  hasSameDigits,
  isPartOf,
  isSameRung,
  namesRole,
  namesRung,
  Weights,
} from './words.ts';

/** Where a link that leads nowhere most likely should lead. */
export interface NearestPage {
  /** Site path of the page. */
  readonly url: string;
  /** Path of its file. */
  readonly path: string;
  /** Anchor without `#` where the link means one heading of the page, else null. */
  readonly anchor: string | null;
  /** Title of the page or the heading; null where it was not read. */
  readonly title: string | null;
  /** Whether the link only lacks the slash at its start. */
  readonly isUnrooted?: true;
}

/** What is known of a link that leads nowhere. */
export interface Astray {
  /** Path of the page it stands on. */
  readonly page: string;
  /** Site path it names. */
  readonly url: string;
  /** Path of the page whose file stands there, but whose front matter gives it another address; null for none. */
  readonly moved?: string | null;
  readonly anchor: string | null;
  /** Its words. */
  readonly text: string;
}

interface Entry {
  readonly url: string;
  readonly path: string;
  readonly steps: readonly string[];
}

type Place = Omit<NearestPage, 'url'>;

/** Share of the weight of their other steps that a page and a lost one must have in common where no other page has its last step. */
const enough = 0.4;
/** The same where that step is a single word. */
const enoughForOneWord = 0.7;
/** The same, and how much less the next best has, where the last step is one of several ("team", "metrics"). */
const enoughAmongNamesakes = 0.85;
const margin = 0.1;
/** A last step that more pages have says nothing. */
const mostNamesakes = 12;

/** Finds pages by the steps of their paths, their titles and their headings. Made once a site; asking does not look at all pages. */
export class PageFinder {
  readonly #targets: SiteFacts['targets'];
  readonly #urlOf = new Map<string, string>();
  readonly #byLast = new Map<string, Entry[]>();
  /** Pages by their steps, and by the steps of each folder those that may follow. */
  readonly #bySteps = new Map<string, Entry>();
  readonly #following = new Map<string, Set<string>>();
  readonly #weights: Weights;
  /** By the first step of the site path, and then by the words of a title or heading: the places that have them. */
  readonly #byName = new Map<string, Map<string, Place[]>>();
  readonly #words = new Map<string, readonly string[]>();

  constructor({ urls, targets }: Pick<SiteFacts, 'urls' | 'targets'>) {
    this.#targets = targets;
    const entries = Array.from(urls, ([url, path]): Entry => ({ url, path, steps: stepsOf(url) }));
    this.#weights = new Weights(entries.map(({ steps }) => steps.flatMap((step) => this.#wordsOf(step))));
    for (const entry of entries) {
      this.#urlOf.set(entry.path, entry.url);
      addToGroup(this.#byLast, this.#wordsOf(entry.steps.at(-1) ?? '').join(' '), entry);
      this.#bySteps.set(entry.steps.join('/'), entry);
      for (const [index, step] of entry.steps.entries()) {
        const folder = entry.steps.slice(0, index).join('/');
        this.#following.set(folder, (this.#following.get(folder) ?? new Set()).add(step));
      }
    }
  }

  /** Titles and headings are taken apart only for the trees that are asked for. */
  #namesIn(tree: string): Map<string, Place[]> {
    const known = this.#byName.get(tree);
    if (known) return known;
    const places = new Map<string, Place[]>();
    for (const { path, title, anchors } of this.#targets.values()) {
      if (firstStep(this.#urlOf.get(path) ?? '') !== tree) continue;
      if (title !== null) addToGroup(places, comparableKey(title), { path, anchor: null, title });
      for (const anchor of anchors) {
        if (anchor.title === '') continue;
        addToGroup(places, comparableKey(anchor.title), { path, anchor: anchor.id, title: anchor.title });
      }
    }
    this.#byName.set(tree, places);
    return places;
  }

  /** Steps recur, and taking words apart takes a while. */
  #wordsOf(step: string): readonly string[] {
    const known = this.#words.get(step) ?? comparable(step);
    this.#words.set(step, known);
    return known;
  }

  /** The place that a link most likely means, or null where none is clearly nearest. */
  nearest(link: Astray): NearestPage | null {
    const steps = stepsOf(link.url);
    const last = steps.at(-1);
    if (last === undefined) return null;
    const unrooted = this.#unrooted(steps, link.page);
    if (unrooted) return { ...this.#withAnchor(unrooted, link), isUnrooted: true };
    const known = link.moved && this.#urlOf.get(link.moved);
    const moved = known
      ? { url: known, path: link.moved ?? '' }
      : (this.#moved(steps) ?? this.#misspelt(steps));
    if (moved) return this.#withAnchor(moved, link);
    const { anchor, text } = link;
    const place =
      (anchor !== null && namesRole(anchor) ? this.#named(anchor, link) : null) ??
      this.#named(last, link) ??
      this.#named(text, link) ??
      this.#parent(steps);
    const isOther = anchor !== null && namesRole(anchor) && place?.title && !isSameRung(anchor, place.title);
    return isOther ? null : place;
  }

  /** A path from the root of the site that lacks its first slash, so that it goes on from the page: "handbook/pay/" for "/handbook/pay/". */
  #unrooted(steps: readonly string[], page: string): Entry | null {
    const own = stepsOf(this.#urlOf.get(page) ?? '');
    for (const base of [own, own.slice(0, -1)]) {
      if (base.length === 0 || !base.every((step, index) => steps[index] === step)) continue;
      const rest = steps.slice(base.length);
      if (rest.at(-1) === 'index') rest.pop();
      const found = rest.length > 1 ? this.#bySteps.get(rest.join('/')) : undefined;
      if (found) return found;
    }
    return null;
  }

  /** A page whose last step has the same words, and whose others are alike. */
  #moved(steps: readonly string[]): Entry | null {
    const last = steps.at(-1) ?? '';
    const namesakes = this.#byLast.get(comparableKey(last)) ?? [];
    if (namesakes.length === 0 || namesakes.length > mostNamesakes) return null;
    const above = steps.slice(0, -1).flatMap((step) => this.#wordsOf(step));
    const ranked = namesakes
      .map((entry) => {
        const others = entry.steps.slice(0, -1).flatMap((step) => this.#wordsOf(step));
        return { entry, likeness: this.#weights.likeness(above, others) };
      })
      .sort((a, b) => b.likeness - a.likeness);
    const [best, next] = ranked;
    if (best === undefined || (next !== undefined && best.likeness - next.likeness < margin)) return null;
    const isTelling = next === undefined && comparable(last).length > 1;
    if (!isTelling)
      return best.likeness < (next ? enoughAmongNamesakes : enoughForOneWord) ? null : best.entry;
    // "/a/b/c" and "/b/c", or "/a/c": steps were put in or left out, none exchanged.
    if (isWithin(steps, best.entry.steps) || isWithin(best.entry.steps, steps)) return best.entry;
    return best.entry.steps[0] === steps[0] && best.likeness >= enough ? best.entry : null;
  }

  /** A slip of the pen in one step. */
  #misspelt(steps: readonly string[]): Entry | null {
    const following = (index: number) => this.#following.get(steps.slice(0, index).join('/'));
    const at = steps.findIndex((step, index) => !following(index)?.has(step));
    const step = steps[at];
    if (step === undefined) return null;
    const [near, ...others] = didYouMean(step, following(at) ?? []);
    if (near === undefined || others.length > 0 || !hasSameDigits(near, step)) return null;
    return this.#bySteps.get(steps.with(at, near).join('/')) ?? null;
  }

  /** The one page or heading of that name in the same tree; one on the page of the link itself goes before others. */
  #named(name: string, link: Astray): NearestPage | null {
    const key = comparableKey(name);
    if (!key.includes(' ')) return null;
    const steps = stepsOf(link.url);
    const places = (this.#namesIn(firstStep(link.url)).get(key) ?? []).filter(
      (place) => namesRole(name) || this.#isAround(place, key, link, steps),
    );
    const own = places.filter(({ path }) => path === link.page);
    const pages = places.filter(({ anchor }) => anchor === null);
    const [place, ...others] = own.length > 0 ? own : pages.length > 0 ? pages : places;
    const url = place && this.#urlOf.get(place.path);
    return place === undefined || url === undefined || others.length > 0 ? null : { ...place, url };
  }

  /** Whether a place of the right name, which is no role's, can be meant: many pages have headings like "Performance indicators". */
  #isAround({ path, anchor }: Place, key: string, link: Astray, steps: readonly string[]): boolean {
    const found = stepsOf(this.#urlOf.get(path) ?? '');
    const words = key.split(' ');
    if (anchor === null) {
      // A page with the same last step was looked at already.
      const known = new Set(steps.flatMap((step) => this.#wordsOf(step)));
      const isNamesake = comparableKey(found.at(-1) ?? '') === comparableKey(steps.at(-1) ?? '');
      return !isNamesake && words.filter((word) => known.has(word)).length * 2 >= words.length;
    }
    const above = steps.slice(0, -1).join('/');
    const isBeside = words.length > 2 && found.slice(0, -1).join('/') === above;
    return link.anchor === null && (found.join('/') === above || isBeside);
  }

  /** The page above, where the last step is a mere rung, or says again what the one before it says. */
  #parent(steps: readonly string[]): NearestPage | null {
    const above = steps.slice(0, -1);
    const last = steps.at(-1) ?? '';
    const words = comparable(last);
    const isRepeated = words.length > 0 && isPartOf(words, comparable(above.at(-1) ?? ''));
    if (above.length < 2 || !(isRepeated || namesRung(last))) return null;
    const entry = this.#bySteps.get(above.join('/'));
    if (entry === undefined) return null;
    const { url, path } = entry;
    return { url, path, anchor: null, title: this.#targets.get(path)?.title ?? null };
  }

  #withAnchor({ url, path }: Pick<Entry, 'url' | 'path'>, { anchor, text }: Astray): NearestPage {
    const target = this.#targets.get(path);
    const found = { url, path, anchor, title: target?.title ?? null };
    if (anchor === null || target === undefined || target.isOpen) return found;
    if (target.anchors.some(({ id }) => id === anchor)) return found;
    return { ...found, anchor: nearestAnchor(target, anchor, text)?.id ?? null };
  }
}

/** True where the steps stand among the others in the same order. */
function isWithin(steps: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (other === steps[at]) at += 1;
  return at === steps.length;
}

const stepsOf = (url: string): readonly string[] =>
  url
    .split('/')
    .filter((step) => step !== '')
    .map((step) => step.replace(/\.html?$/i, ''));
