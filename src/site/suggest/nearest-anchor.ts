import { compareRoles } from '../../model/compare-roles.ts';
import type { RoleName } from '../../model/facts.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import type { Anchor, TargetPage } from '../facts.ts';
import { comparable, comparableKey, hasSameDigits, isPartOf, isSameRung, nameOf, Weights } from './words.ts';

/** Share of their words that an anchor and a heading must have in common, and how much less the next best heading may have. */
const enough = 0.62;
const margin = 0.15;
/** A slip of the pen is only looked for in anchors this long; shorter ones have too many neighbours. */
const slippery = 6;

/**
 * The heading or id of a page that a link with a broken anchor most likely means, or null where none is clearly nearest.
 * @param anchor as it stands behind `#`, decoded
 * @param text the words of the link
 */
export function nearestAnchor(
  { anchors }: Pick<TargetPage, 'anchors'>,
  anchor: string,
  text: string,
): Anchor | null {
  const known = made.get(anchors) ?? new Anchors(anchors);
  made.set(anchors, known);
  const byAnchor = known.alike(anchor);
  const byText = known.alike(text);
  // Where the link says one thing and its anchor another, a person must tell.
  if (byAnchor && byText && byAnchor !== byText) return null;
  return byAnchor ?? byText ?? known.variant(anchor) ?? known.slip(anchor) ?? known.near(anchor);
}

/** Many links lead to one page, and taking its headings apart takes a while. */
const made = new WeakMap<readonly Anchor[], Anchors>();

interface Heading {
  readonly heading: Anchor;
  readonly name: RoleName;
  /** Words that a slash or a dash joins are one in the id and two in the title. */
  readonly ways: readonly (readonly string[])[];
}

interface Headings {
  readonly all: readonly Heading[];
  readonly weights: Weights;
  /** By each word that one of the ways has. */
  readonly byWord: ReadonlyMap<string, readonly Heading[]>;
}

class Anchors {
  readonly #all: readonly Anchor[];
  #headings: Headings | null = null;
  /** By the words of ids and titles; null for words that several have. */
  readonly #byKey = new Map<string, Anchor | null>();

  constructor(anchors: readonly Anchor[]) {
    this.#all = anchors.filter(({ id }) => id !== '');
    for (const anchor of this.#all) {
      for (const key of new Set([comparableKey(anchor.id), comparableKey(anchor.title)])) {
        const there = this.#byKey.get(key);
        this.#byKey.set(key, there === undefined || there === anchor ? anchor : null);
      }
    }
  }

  alike(text: string): Anchor | null {
    const key = comparableKey(text);
    return key === '' ? null : (this.#byKey.get(key) ?? null);
  }

  #read(): Headings {
    if (this.#headings) return this.#headings;
    const headings = this.#all.filter(({ depth }) => depth > 0);
    const all = headings.map((heading): Heading => {
      const { id, title } = heading;
      return { heading, name: nameOf(title), ways: [comparable(title), comparable(id)] };
    });
    const byWord = new Map<string, Heading[]>();
    for (const heading of all) {
      for (const word of new Set(heading.ways.flat())) {
        const there = byWord.get(word);
        if (there) there.push(heading);
        else byWord.set(word, [heading]);
      }
    }
    this.#headings = { all, weights: new Weights(all.map(({ ways: [words = []] }) => words)), byWord };
    return this.#headings;
  }

  /** The same role spelled otherwise: with an acronym, or in another order. */
  variant(id: string): Anchor | null {
    const wanted = nameOf(id);
    const [found, ...others] = this.#read().all.filter(({ name }) => {
      const relation = compareRoles(wanted, name);
      return relation === 'same' || relation === 'variant';
    });
    return others.length > 0 ? null : (found?.heading ?? null);
  }

  slip(id: string): Anchor | null {
    if (id.length < slippery) return null;
    const ids = this.#all.map((anchor) => anchor.id);
    const [near, ...others] = didYouMean(id, ids);
    if (near === undefined || others.length > 0) return null;
    if (!isSameRung(near, id) || !hasSameDigits(near, id)) return null;
    return this.#all.find((anchor) => anchor.id === near) ?? null;
  }

  near(id: string): Anchor | null {
    const { weights, byWord } = this.#read();
    const wanted = comparable(id);
    // A heading that has no word in common is not like it at all.
    const alike = new Set(wanted.flatMap((word) => byWord.get(word) ?? []));
    const ranked = [...alike]
      .map(({ heading, ways }) => ({
        heading,
        ...nearer(ways.map((words) => ({ words, likeness: weights.likeness(wanted, words) }))),
      }))
      .sort((a, b) => b.likeness - a.likeness);
    const [best, next] = ranked;
    if (best === undefined || (next !== undefined && best.likeness - next.likeness < margin)) return null;
    const isContained = isPartOf(wanted, best.words) || isPartOf(best.words, wanted);
    // "Backend roles" is not "Frontend roles".
    if (best.likeness < enough || !isContained) return null;
    return isSameRung(best.heading.title, id) ? best.heading : null;
  }
}

interface Way {
  readonly words: readonly string[];
  readonly likeness: number;
}

const nearer = (ways: readonly Way[]): Way =>
  ways.reduce((best, way) => (way.likeness > best.likeness ? way : best), { words: [], likeness: 0 });
