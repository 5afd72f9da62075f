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
  /** The heading that has taken the place of a lost one, or null. */
  readonly instead: Anchor | null;
  /** The heading that stands before the place where a lost one was, or null. */
  readonly before: Anchor | null;
}

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
      return [{ ...lost, goesOn, anchor: null, page: null, instead: null, before: null }];
    }
    const page = at?.isPage && !setsAnchor ? pages.page(at.path) : null;
    if (page === null) return [];
    return was.anchors
      .filter(({ id }) => !has(page, id) && !pages.mayHave(page.path, id))
      .map((anchor) => ({ ...lost, goesOn: null, anchor, page, ...placeIn(page, was, anchor) }));
  });
}

const has = ({ anchors }: TargetPage, wanted: string): boolean => anchors.some(({ id }) => id === wanted);

/** Where a lost heading stood, told by the headings around it. */
function placeIn(page: TargetPage, was: TargetPage, lost: Anchor): Pick<Lost, 'instead' | 'before'> {
  const stays = was.anchors.filter(({ id, depth }) => depth > 0 && has(page, id));
  const last = stays.findLast(({ offset }) => offset < lost.offset);
  const next = stays.find(({ offset }) => offset > lost.offset);
  const find = (id: string | undefined): Anchor | null =>
    page.anchors.find((anchor) => anchor.id === id) ?? null;
  const before = find(last?.id);
  const end = find(next?.id)?.offset ?? Number.POSITIVE_INFINITY;
  const fresh = page.anchors.filter(({ id, depth }) => depth > 0 && !has(was, id));
  const between = fresh.filter(
    ({ depth, offset }) => depth === lost.depth && offset > (before?.offset ?? -1) && offset < end,
  );
  const lostThere = was.anchors.filter(
    ({ id, depth, offset }) =>
      depth === lost.depth &&
      !has(page, id) &&
      offset > (last?.offset ?? -1) &&
      offset < (next?.offset ?? Number.POSITIVE_INFINITY),
  );
  const isOneForOne = lost.depth > 0 && between.length === 1 && lostThere.length === 1;
  const alike = nearestAnchor({ anchors: fresh }, lost.id, lost.title);
  return { before, instead: alike ?? (isOneForOne ? (between[0] ?? null) : null) };
}
