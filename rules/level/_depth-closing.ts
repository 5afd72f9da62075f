import { compareRoles } from '../../src/model/compare-roles.ts';
import { closesFamily, laterSisters } from './_closes-family.ts';
import type { Page } from './_depth-levels.ts';
import { addPart } from './_depth-parts.ts';
import { move } from './_hashes.ts';
import { type Heading, isClosing, isInLevel, subtree } from './_outline.ts';
import type { Slips } from './_slips.ts';

/**
 * "Hiring Process", "Career Ladder" and "Performance Indicators": under one another, under "Levels" or under the last level they are
 * too deep, for they speak for the whole family; said once for each level, they belong under the levels.
 */
export function findClosingSlips(page: Page, slips: Slips): void {
  const closing = page.headings.filter((heading) => isClosing(heading.kind) && !namesLevel(page, heading));
  const repeated = perLevel(page, closing);
  for (const heading of closing) {
    if (slips.has(heading)) continue;
    const level = repeated.get(heading);
    if (level === undefined) addTooDeep(page, heading, closing, slips);
    else addPart(page, heading, level, slips.depthOf(level) + 1, slips);
  }
}

function namesLevel(page: Page, { part }: Heading): boolean {
  const subject = part?.subject?.name ?? null;
  return (
    subject !== null &&
    page.levels.some(({ level }) => level !== null && compareRoles(subject, level.name) !== 'other-role')
  );
}

/** Sections that stand at one depth behind every level, no deeper than it, each with its level. */
function perLevel(page: Page, closing: readonly Heading[]): ReadonlyMap<Heading, Heading> {
  const before = levelsBefore(page);
  const alike = new Map<string, Heading[]>();
  for (const heading of closing) {
    if (!before.has(heading)) continue;
    const key = `${heading.kind} ${heading.section.depth}`;
    alike.set(key, [...(alike.get(key) ?? []), heading]);
  }
  const found = new Map<Heading, Heading>();
  for (const group of alike.values()) {
    const served = new Set(group.map((heading) => before.get(heading)));
    if (group.length < 2 || served.size < group.length || served.size < page.levels.length) continue;
    for (const heading of group) {
      const level = before.get(heading);
      if (level !== undefined && heading.section.depth <= level.section.depth) found.set(heading, level);
    }
  }
  return found;
}

/** For each heading behind a level, the nearest one. */
function levelsBefore(page: Page): ReadonlyMap<Heading, Heading> {
  const before = new Map<Heading, Heading>();
  let level: Heading | undefined;
  for (const heading of page.headings) {
    if (level !== undefined) before.set(heading, level);
    if (heading.level?.kind === 'level') level = heading;
  }
  return before;
}

function addTooDeep(page: Page, heading: Heading, closing: readonly Heading[], slips: Slips): void {
  const depth = rightDepth(page, heading, closing, slips);
  if (depth === null || depth >= heading.section.depth) return;
  const followed = laterSisters(heading).some((sister) => !isClosing(sister.kind));
  const raised = followed
    ? null
    : move(page.masked, subtree(heading), depth - heading.section.depth, page.headings);
  slips.add({ heading, kind: 'closing', other: heading.parent, depth, move: raised });
}

function rightDepth(page: Page, heading: Heading, closing: readonly Heading[], slips: Slips): number | null {
  const outer = heading.parent;
  if (outer === null || outer.section.depth < 2) return null;
  const variants = outer.kind === 'specialties' || outer.kind === 'segments';
  const holdsNone = isClosing(outer.kind) || (variants && isBare(heading));
  if (holdsNone)
    return !isInLevel(outer) && outer.kind !== heading.kind && !isPerLevel(page, heading)
      ? outer.section.depth
      : null;
  const lists = page.headings.filter(({ kind }) => kind === 'levels');
  if (outer.kind === 'levels') {
    const alone =
      closing.filter((other) => other.kind === heading.kind && other.parent?.kind === 'levels').length === 1;
    const behind = !laterSisters(heading).some(({ level }) => level !== null);
    return alone && behind && outer.children.some(({ level }) => level !== null) ? outer.section.depth : null;
  }
  if (outer.level?.kind !== 'level' || !closesFamily(page, heading, outer)) return null;
  const settled = closing.find(
    ({ part, section }) => part?.level === null && section.depth < heading.section.depth,
  );
  if (settled !== undefined) return settled.section.depth;
  const list = lists.length === 1 && (lists[0]?.section.depth ?? 0) > 1 ? lists[0] : undefined;
  return list?.section.depth ?? (slips.has(outer) ? null : outer.section.depth);
}

/** True where several levels have such a section each: then this one may be the last level's, gone astray. */
function isPerLevel({ headings }: Page, { kind }: Heading): boolean {
  const own = headings.filter(({ part }) => part?.kind === kind && part?.level !== null);
  return new Set(own.map(({ part }) => part?.level)).size > 1;
}

/** "Hiring Process" and no more: "Hiring Process for Pilots" may belong to one variant. */
function isBare({ section }: Heading): boolean {
  return section.title.trim().split(/\s+/).length <= 2 || /\([^()]*\)$/.test(section.title.trim());
}
