import type { PageFacts } from '../../src/lint/rule.ts';
import { compareRoles } from '../../src/model/compare-roles.ts';
import type { Level } from '../../src/model/facts.ts';
import { textKey } from '../../src/text/key.ts';
import type { Span } from '../../src/text/span.ts';
import { startingIn } from '../../src/text/starting-in.ts';

/** A level of a page, with what shows that it is the same as another. */
export interface Place {
  readonly path: string;
  readonly level: Level;
  readonly span: Span;
  readonly points: ReadonlySet<string>;
}

/** Shorter list items ("Ability to use a crane") are common to many roles. */
const tellingLength = 30;

/** The list items of a level, but for short ones, in lower case. */
export function pointsOf({ items }: Pick<PageFacts, 'items'>, { extent }: Level): ReadonlySet<string> {
  const inside = startingIn(items, extent).filter(({ span }) => span.end <= extent.end);
  return new Set(inside.map(({ text }) => textKey(text)).filter((key) => key.length >= tellingLength));
}

/** Levels of two families may bear one name; that they are the same shows where they say the same. */
export function shareWords(points: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const point of points) if (others.has(point)) shared += 1;
  return shared >= 2 && shared * 3 >= Math.min(points.size, others.size);
}

/** Levels that the page describes, under a heading or title that names them in full. */
export function isDescribed({ kind, evidence, title, name }: Level): boolean {
  const words = title.toLowerCase();
  const full = name.discipline.every((word) => words.includes(word.slice(0, 3)));
  return (
    kind !== 'specialty' && full && name.discipline.length > 0 && evidence.some((sort) => sort !== 'name')
  );
}

/** How many places of one name a level is held against: a level that stands on more pages is told by the first ones. */
const most = 20;

/** Remembers where a level stands, for those that come after. */
export function remember(known: Map<string, Place[]>, place: Place): void {
  const key = nameKey(place.level);
  const there = known.get(key);
  if (there === undefined) known.set(key, [place]);
  else if (there.length < most) there.push(place);
}

/** The same for all names that could be the same: which one is which is for `compareRoles`. */
export function nameKey({ name }: Level): string {
  return `${name.track} ${name.seniority} ${[...name.discipline, ...name.specialty].sort().join(' ')}`;
}

/** Levels of one page whose heading stands a second time, each with the first one. */
export function* repeatedLevels({ family, sections }: Pick<PageFacts, 'family' | 'sections'>): Generator<{
  readonly level: Level;
  readonly span: Span;
  readonly first: Span;
}> {
  const levels = family.levels.filter(({ kind }) => kind === 'level');
  const titles = levels.map((level) => ({
    level,
    section: level.section,
    span: level.titleSpan,
    name: level.name,
  }));
  const byIndex = new Map(levels.map((level) => [level.index, level]));
  const echoes = family.parts.flatMap((part) => {
    const section = sections[part.section];
    const level = part.level === null ? undefined : byIndex.get(part.level);
    const title = level === undefined ? undefined : sections[level.section];
    if (part.kind !== 'other' || section === undefined || level === undefined || title === undefined)
      return [];
    const same = section.title.trim().toLowerCase() === title.title.trim().toLowerCase();
    return same && section.depth === title.depth
      ? [{ level, section: part.section, span: section.titleSpan, name: level.name }]
      : [];
  });
  const all = [...titles, ...echoes].sort((a, b) => a.section - b.section);
  const named = new Map<string, typeof all>();
  for (const one of all) {
    const key = nameKey(one.level);
    const before = named.get(key) ?? [];
    named.set(key, before);
    const first = before.find((other) => compareRoles(other.name, one.name) === 'same');
    before.push(one);
    if (first === undefined) continue;
    yield { level: one.level, span: one.span, first: first.span };
  }
}

/** The names of the levels that a page describes, with their list items. */
export function describedLevels(
  page: Pick<PageFacts, 'items' | 'family'>,
): readonly (readonly [name: string, points: readonly string[]])[] {
  if (!page.family.isFamily) return [];
  return page.family.levels
    .filter(isDescribed)
    .map((level) => [nameKey(level), [...pointsOf(page, level)].sort()] as const);
}

/** Names that stand on several pages, or twice on one: of all others, the list items do not matter. */
export function sharedNames(pages: readonly Pick<PageFacts, 'family'>[]): readonly string[] {
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const { family } of pages) {
    if (!family.isFamily) continue;
    for (const level of family.levels.filter(isDescribed)) {
      const key = nameKey(level);
      if (once.has(key)) shared.add(key);
      once.add(key);
    }
  }
  return [...shared].sort();
}

/** What of a page's levels tells them apart from those of other pages. */
export function toldApart(levels: unknown, shared: unknown): string {
  const names = new Set(shared as ReturnType<typeof sharedNames>);
  return JSON.stringify((levels as ReturnType<typeof describedLevels>).filter(([name]) => names.has(name)));
}
