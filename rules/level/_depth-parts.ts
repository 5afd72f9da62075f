import { compareRoles } from '../../src/model/compare-roles.ts';
import type { Level } from '../../src/model/facts.ts';
import type { Page } from './_depth-levels.ts';
import { move } from './_hashes.ts';
import { type Heading, isClosing, isCore, subtree } from './_outline.ts';
import type { Slips } from './_slips.ts';

/** A level with the headings that are its own, in order. */
interface Owner {
  readonly title: Heading;
  readonly level: Level;
  readonly depth: number;
  readonly parts: readonly Heading[];
}

/** Sections of a level at the level's own depth or above, and sections of a level inside one another. */
export function findPartSlips(page: Page, slips: Slips): void {
  const owners = page.headings.flatMap((title): Owner[] => {
    if (title.level === null) return [];
    const { level } = title;
    const depth = slips.isStuck(title) ? title.section.depth : slips.depthOf(title);
    const parts = page.headings.filter(
      ({ part, section }) => part?.level === level.index && section.index > title.section.index,
    );
    return [{ title, level, depth, parts }];
  });
  for (const owner of owners) {
    for (const heading of owner.parts) {
      if (slips.depthOf(heading) > owner.depth || !belongs(page, heading, owner, owners, slips)) continue;
      addPart(page, heading, owner.title, owner.depth + 1, slips);
    }
    if (!slips.isStuck(owner.title)) findNested(page, owner, slips);
  }
}

/** True where the section cannot speak for the whole family, although it does not stand under the level. */
function belongs(
  page: Page,
  heading: Heading,
  owner: Owner,
  owners: readonly Owner[],
  slips: Slips,
): boolean {
  const { kind } = heading;
  const named = heading.part?.subject?.name ?? null;
  if (named !== null) {
    return isAbout(named, owner.level) && (isCore(kind) || isClosing(kind) || kind === 'nice-to-have');
  }
  if (kind === 'grade') return owners.length > 1;
  if (kind !== 'responsibilities' && kind !== 'requirements' && kind !== 'nice-to-have') return false;
  if (nextSister(page, heading)?.kind === 'levels') return false;
  const under = (other: Owner) =>
    other.parts.filter((part) => isCore(part.kind) && slips.depthOf(part) > other.depth);
  const own = under(owner);
  const lacks = !own.some((part) => part.kind === kind);
  const sister = owners.some((other) => other !== owner && under(other).some((part) => part.kind === kind));
  // What the first level seems to have may be what all levels share.
  if (owner === owners[0]) {
    const repeated = owners.some(
      (other) => other !== owner && other.parts.some((part) => part.kind === kind),
    );
    const told = own.some((part) => part.kind !== 'grade');
    return (
      slips.depthOf(heading) === owner.depth &&
      own.length > 0 &&
      (sister || repeated || (owners.length === 1 && told))
    );
  }
  if (slips.depthOf(heading) === owner.depth) return own.length > 0 || sister;
  const at = heading.section.index;
  const inside = own.some((part) => part.section.index < at) && own.some((part) => part.section.index > at);
  return lacks && (sister || inside);
}

function nextSister(page: Page, { section }: Heading): Heading | undefined {
  return page.headings.find(
    (other) => other.section.index > section.index && other.section.depth <= section.depth,
  );
}

function isAbout(name: Level['name'], level: Level): boolean {
  const relation = compareRoles(name, level.name);
  return relation === 'same' || relation === 'variant' || relation === 'abridged';
}

/** Moves a section under its level, with the headings below it that are neither a level nor a section of one. */
export function addPart(page: Page, heading: Heading, owner: Heading, depth: number, slips: Slips): void {
  const below: Heading[] = [heading];
  for (const inner of page.headings.slice(page.headings.indexOf(heading) + 1)) {
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
  const right = owner.depth + 1;
  for (const inner of owner.parts) {
    const outer = inner.parent;
    if (outer === null || !isCore(inner.kind) || !isCore(outer.kind) || outer.kind === inner.kind) continue;
    if (outer.part?.level !== owner.level.index || slips.has(outer) || slips.has(inner)) continue;
    const [innerDepth, outerDepth] = [slips.depthOf(inner), slips.depthOf(outer)];
    if (outerDepth === right) addNested(page, inner, outer, right, slips);
    else if (innerDepth === right && outerDepth > owner.title.section.depth)
      addNested(page, outer, inner, right, slips);
  }
}

function addNested(page: Page, heading: Heading, other: Heading, depth: number, slips: Slips): void {
  const along = depth < heading.section.depth ? subtree(heading) : [heading];
  slips.add({
    heading,
    kind: 'nested',
    other,
    depth,
    move: move(page.masked, along, depth - heading.section.depth, page.headings),
  });
}
