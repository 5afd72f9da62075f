import { compareRoles } from '../../model/compare-roles.ts';
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
  const known = new Anchors(anchors);
  const byAnchor = known.alike(anchor);
  const byText = known.alike(text);
  // Where the link says one thing and its anchor another, a person must tell.
  if (byAnchor && byText && byAnchor !== byText) return null;
  return byAnchor ?? byText ?? known.variant(anchor) ?? known.slip(anchor) ?? known.near(anchor);
}

class Anchors {
  readonly #all: readonly Anchor[];
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

  /** The same role spelled otherwise: with an acronym, or in another order. */
  variant(id: string): Anchor | null {
    const wanted = nameOf(id);
    const [found, ...others] = this.#all.filter(({ title }) => {
      const relation = title === '' ? 'other-role' : compareRoles(wanted, nameOf(title));
      return relation === 'same' || relation === 'variant';
    });
    return others.length > 0 ? null : (found ?? null);
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
    const headings = this.#all.filter(({ depth }) => depth > 0);
    // Words that a slash or a dash joins are one in the id and two in the title.
    const ways = headings.map((heading) => [comparable(heading.title), comparable(heading.id)]);
    const wanted = comparable(id);
    const weights = new Weights(ways.map(([words = []]) => words));
    const ranked = headings
      .map((heading, index) => {
        const [first] = (ways[index] ?? [])
          .map((words) => ({ words, likeness: weights.likeness(wanted, words) }))
          .sort((a, b) => b.likeness - a.likeness);
        return { heading, words: first?.words ?? [], likeness: first?.likeness ?? 0 };
      })
      .sort((a, b) => b.likeness - a.likeness);
    const [best, next] = ranked;
    if (best === undefined || (next !== undefined && best.likeness - next.likeness < margin)) return null;
    const isContained = isPartOf(wanted, best.words) || isPartOf(best.words, wanted);
    // "Backend roles" is not "Frontend roles".
    if (best.likeness < enough || !isContained) return null;
    return isSameRung(best.heading.title, id) ? best.heading : null;
  }
}
