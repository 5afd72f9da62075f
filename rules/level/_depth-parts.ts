import { compareRoles } from '../../src/model/compare-roles.ts';
import type { Level } from '../../src/model/facts.ts';
import type { Page } from './_depth-levels.ts';
import { move } from './_hashes.ts';
import { after, type Heading, isClosing, isCore, subtree } from './_outline.ts';
import type { Slips } from './_slips.ts';

/** A level with the headings that are its own, in order. */
interface Owner {
  readonly title: Heading;
  readonly level: Level;
  readonly depth: number;
  readonly parts: readonly Heading[];
  /** Its sections that stand under it. */
  readonly under: readonly Heading[];
  readonly isFirst: boolean;
}

/** How many levels have a section of a kind at all, and under them. */
interface Counts {
  readonly levels: number;
  readonly with: ReadonlyMap<string, number>;
  readonly under: ReadonlyMap<string, number>;
}

/** Sections of a level at the level's own depth or above, and sections of a level inside one another. */
export function findPartSlips(page: Page, slips: Slips): void {
  const owners = ownersIn(page, slips);
  const counts: Counts = {
    levels: owners.length,
    with: countKinds(owners.map(({ parts }) => parts)),
    under: countKinds(owners.map(({ under }) => under)),
  };
  for (const owner of owners) {
    for (const heading of owner.parts) {
      if (slips.depthOf(heading) > owner.depth || !belongs(page, heading, owner, counts, slips)) continue;
      const inner = holdsSister(heading, owner);
      if (inner === undefined) addPart(page, heading, owner.title, slips.depthOf(owner.title) + 1, slips);
      else addNested(page, heading, inner, owner, slips);
    }
    findNested(page, owner, slips);
  }
}

function ownersIn(page: Page, slips: Slips): readonly Owner[] {
  const parts = new Map<number, Heading[]>();
  for (const heading of page.headings) {
    const level = heading.part?.level ?? null;
    if (level !== null) parts.set(level, [...(parts.get(level) ?? []), heading]);
  }
  return page.headings
    .filter(({ level }) => level !== null)
    .flatMap((title, at): Owner[] => {
      const { level } = title;
      if (level === null) return [];
      const depth = slips.isStuck(title) ? title.section.depth : slips.depthOf(title);
      const own = (parts.get(level.index) ?? []).filter(({ section }) => section.index > title.section.index);
      const under = own.filter((part) => isCore(part.kind) && slips.depthOf(part) > depth);
      return [{ title, level, depth, parts: own, under, isFirst: at === 0 }];
    });
}

function countKinds(lists: readonly (readonly Heading[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists)
    for (const kind of new Set(list.map((heading) => heading.kind ?? '')))
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** True where the section cannot speak for the whole family, although it does not stand under the level. */
function belongs(page: Page, heading: Heading, owner: Owner, counts: Counts, slips: Slips): boolean {
  const { kind } = heading;
  const named = heading.part?.subject?.name ?? null;
  if (named !== null) {
    return isAbout(named, owner.level) && (isCore(kind) || isClosing(kind) || kind === 'nice-to-have');
  }
  if (kind === 'grade') return counts.levels > 1;
  if (kind !== 'responsibilities' && kind !== 'requirements' && kind !== 'nice-to-have') return false;
  if (nextSister(page, heading)?.kind === 'levels') return false;
  const own = owner.under;
  const lacks = !own.some((part) => part.kind === kind);
  const sister = (counts.under.get(kind) ?? 0) > (lacks ? 0 : 1);
  const level = slips.depthOf(heading) === owner.depth;
  // What the first level seems to have may be what all levels share.
  if (owner.isFirst) {
    const repeated = (counts.with.get(kind) ?? 0) > 1;
    const told = counts.levels === 1 && own.some((part) => part.kind !== 'grade');
    return level && own.length > 0 && (sister || repeated || told);
  }
  if (level) return own.length > 0 || sister;
  const at = heading.section.index;
  const inside = own.some((part) => part.section.index < at) && own.some((part) => part.section.index > at);
  return lacks && (sister || inside);
}

/** A section of the level inside another one that stands under the level as the page is: that is what a reader sees wrong. */
function holdsSister(heading: Heading, { title, level }: Owner): Heading | undefined {
  if (heading.parent !== title || !isCore(heading.kind)) return undefined;
  return heading.children.find(({ kind, part }) => isCore(kind) && part?.level === level.index);
}

function nextSister(page: Page, heading: Heading): Heading | undefined {
  for (const other of after(page.headings, heading))
    if (other.section.depth <= heading.section.depth) return other;
  return undefined;
}

function isAbout(name: Level['name'], level: Level): boolean {
  const relation = compareRoles(name, level.name);
  return relation === 'same' || relation === 'variant' || relation === 'abridged';
}

/** Moves a section under its level, with the headings below it that are neither a level nor a section of one. */
export function addPart(page: Page, heading: Heading, owner: Heading, depth: number, slips: Slips): void {
  const below: Heading[] = [heading];
  for (const inner of after(page.headings, heading)) {
    if (inner.section.depth <= heading.section.depth || inner.kind !== 'other') break;
    below.push(inner);
  }
  const by = depth - heading.section.depth;
  const stuck = slips.isStuck(owner);
  slips.add({
    heading,
    kind: 'part',
    other: owner,
    depth,
    move: stuck ? null : move(page.masked, below, by, page.headings),
  });
}

/** "#### Job Grade" with "##### Responsibilities" below: one of the two is at a wrong depth. */
function findNested(page: Page, owner: Owner, slips: Slips): void {
  const right = slips.depthOf(owner.title) + 1;
  for (const inner of owner.parts) {
    const outer = inner.parent;
    if (outer === null || !isCore(outer.kind) || outer.kind === inner.kind) continue;
    if (!isCore(inner.kind) && !bearsName(inner, owner)) continue;
    if (outer.part?.level !== owner.level.index || slips.has(outer) || slips.has(inner)) continue;
    const [innerDepth, outerDepth] = [slips.depthOf(inner), slips.depthOf(outer)];
    if (outerDepth === right) addNested(page, inner, outer, owner, slips);
    else if (innerDepth === right && outerDepth > owner.title.section.depth)
      addNested(page, outer, inner, owner, slips);
  }
}

/** "Senior Pilot Performance Indicators" is no part of what the Senior Pilot is required to do. */
function bearsName({ kind, part }: Heading, { level }: Owner): boolean {
  return isClosing(kind) && part?.subject != null && isAbout(part.subject.name, level);
}

function addNested(page: Page, heading: Heading, other: Heading, { title }: Owner, slips: Slips): void {
  const depth = slips.depthOf(title) + 1;
  const along = depth < heading.section.depth ? subtree(heading) : [heading];
  const moved = slips.isPending(title)
    ? null
    : move(page.masked, along, depth - heading.section.depth, page.headings);
  slips.add({ heading, kind: 'nested', other, depth, move: moved });
}
