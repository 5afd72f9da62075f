import { compareText } from '../../text/compare.ts';
import type { Anchor, TargetPage } from '../facts.ts';
import { frontAddressesIn } from '../layout/front-addresses.ts';
import type { SitePages } from '../pages.ts';
import type { Resolver } from '../resolve.ts';
import type { SiteInput } from '../settings.ts';
import { nearestAnchor } from '../suggest/nearest-anchor.ts';
import { readTarget } from '../target-page.ts';

/** A page, or a heading or id of a page, that links could lead to before a change and cannot any more. */
export interface Lost {
  /** Path under which the page goes on, where it has another address now; null where it is gone, or answers where it did. */
  readonly goesOn: string | null;
  /** Path it had in the tree that was published. */
  readonly place: string;
  /** Site path it had. */
  readonly url: string;
  /** Title it had. */
  readonly title: string | null;
  /** The heading or id; null where the whole page is lost. */
  readonly anchor: Anchor | null;
  /** The page that answers now; null where none does. */
  readonly page: TargetPage | null;
  /** Where a lost heading stood. Finding out takes a while, so it is done when asked for: most that is lost is linked to by nobody. */
  readonly stood: () => LostPlace;
}

/** What a page has now where a lost heading stood. */
export interface LostPlace {
  /** The heading that has taken its place, or null. */
  readonly instead: Anchor | null;
  /** The heading that stands before the place, or null. */
  readonly before: Anchor | null;
}

const nowhere: LostPlace = { instead: null, before: null };

/** Everything that links could lead to in pages as they were, and that is not there any more, redirects and aliases followed. */
export function findLost(
  { former = [], layout, anchors: style }: SiteInput,
  pages: SitePages,
  resolver: Resolver,
): readonly Lost[] {
  const places = Array.from(pages.map.all()).flatMap(({ isPage, place }) => (isPage ? [place] : []));
  const addresses = pages.map.layout.addresses([
    ...new Set([...places, ...former.map(({ place }) => place)]),
  ]);
  const sorted = [...former].sort((a, b) => compareText(a.path, b.path));
  return sorted.flatMap((before): readonly Lost[] => {
    const { path, place, text } = before;
    const address = addresses.get(place);
    if (!address?.isPage) return [];
    const own = layout === 'hugo' ? frontAddressesIn(path, text, place, address.url).url : null;
    const url = own ?? address.url;
    const { page: was } = readTarget(path, url, text, style);
    const { verdict, at, setsAnchor } = resolver.reach(url);
    const lost = { place, url, title: was.title };
    if (verdict === 'no-page' || verdict === 'loop') {
      const now = before.renamedTo ?? path;
      const goesOn = pages.map.of(now)?.isPage ? now : null;
      return [{ ...lost, goesOn, anchor: null, page: null, stood: () => nowhere }];
    }
    const page = at?.isPage && !setsAnchor ? pages.page(at.path) : null;
    if (page === null) return [];
    const turns = new Turns(page, was);
    return was.anchors
      .filter(({ id }) => !turns.isNow(id) && !pages.mayHave(page.path, id))
      .map((anchor) => ({ ...lost, goesOn: null, anchor, page, stood: () => turns.placeOf(anchor) }));
  });
}

/** The headings and ids of a page before and after a change. They may be very many, so each is looked up, and none searched for. */
class Turns {
  /** By id, the first that has it. */
  readonly #now: ReadonlyMap<string, Anchor>;
  /** Headings that are there before and after, as they were, by where they stood. */
  readonly #stays: readonly Anchor[];
  /** Headings that the change brought. One array for all that is lost, so that it is taken apart once. */
  readonly #fresh: readonly Anchor[];
  readonly #freshByDepth: ByDepth;
  readonly #lostByDepth: ByDepth;

  constructor(page: TargetPage, was: TargetPage) {
    this.#now = new Map(page.anchors.toReversed().map((anchor) => [anchor.id, anchor]));
    const before = new Set(was.anchors.map(({ id }) => id));
    this.#stays = inOrder(was.anchors.filter(({ id, depth }) => depth > 0 && this.isNow(id)));
    this.#fresh = page.anchors.filter(({ id, depth }) => depth > 0 && !before.has(id));
    this.#freshByDepth = byDepth(this.#fresh);
    this.#lostByDepth = byDepth(was.anchors.filter(({ id }) => !this.isNow(id)));
  }

  isNow(id: string): boolean {
    return this.#now.has(id);
  }

  /** Where a lost heading stood, told by the headings around it. */
  placeOf(lost: Anchor): LostPlace {
    const last = this.#stays[countUpTo(this.#stays, lost.offset - 1) - 1];
    const next = this.#stays[countUpTo(this.#stays, lost.offset)];
    const before = this.#find(last);
    const alike = nearestAnchor({ anchors: this.#fresh }, lost.id, lost.title);
    if (alike !== null) return { before, instead: alike };
    const fresh = this.#freshByDepth.get(lost.depth) ?? [];
    const between = onlyBetween(fresh, before, this.#find(next));
    const lostThere = onlyBetween(this.#lostByDepth.get(lost.depth) ?? [], last, next);
    return { before, instead: lost.depth > 0 && lostThere !== null ? between : null };
  }

  #find(anchor: Anchor | undefined): Anchor | null {
    return anchor === undefined ? null : (this.#now.get(anchor.id) ?? null);
  }
}

type ByDepth = ReadonlyMap<number, readonly Anchor[]>;

function byDepth(anchors: readonly Anchor[]): ByDepth {
  const groups = new Map<number, Anchor[]>();
  for (const anchor of inOrder(anchors)) {
    const group = groups.get(anchor.depth);
    if (group) group.push(anchor);
    else groups.set(anchor.depth, [anchor]);
  }
  return groups;
}

const inOrder = (anchors: readonly Anchor[]): readonly Anchor[] =>
  anchors.toSorted((a, b) => a.offset - b.offset);

/** How many of the anchors, which are in order, start at an offset or before it. */
function countUpTo(anchors: readonly Anchor[], offset: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((anchors[middle]?.offset ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The anchor between two others where there is one and no more, else null. */
function onlyBetween(
  anchors: readonly Anchor[],
  from: Anchor | null | undefined,
  to: Anchor | null | undefined,
): Anchor | null {
  const start = countUpTo(anchors, from?.offset ?? -1);
  const end = to ? countUpTo(anchors, to.offset - 1) : anchors.length;
  return end - start === 1 ? (anchors[start] ?? null) : null;
}
