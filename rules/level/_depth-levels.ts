import type { Suggestion } from '../../src/lint/rule.ts';
import { closesFamily } from './_closes-family.ts';
import { type Move, move } from './_hashes.ts';
import { after, type Heading, isClosing, isCore, isInLevel, subtree } from './_outline.ts';
import type { Slips } from './_slips.ts';

/** What the checks of depth look at. */
export interface Page {
  /** The page's text with everything blanked that is not markdown. */
  readonly masked: string;
  readonly headings: readonly Heading[];
  /** Titles of levels proper: no specialties, and not the page itself. */
  readonly levels: readonly Heading[];
}

/** The headings of a level that are deeper than its title, also those that a section beside the level has taken in. */
export function own(page: Page, title: Heading): readonly Heading[] {
  const { section, level } = title;
  const found: Heading[] = [];
  for (const heading of after(page.headings, title)) {
    const deeper = heading.section.depth > section.depth;
    if (heading.part === null || heading.part.level !== level?.index || !(deeper || isCore(heading.kind)))
      break;
    if (deeper) found.push(heading);
  }
  return found;
}

/**
 * Sets a level deeper. Its sections stay where they are if they are deep enough already, and go with it if all of them stand
 * right under it; else nothing is safe. What speaks for the whole family stays behind.
 */
export function deepen(page: Page, heading: Heading, by: number): Move | null {
  const wanted = heading.section.depth + by + 1;
  const parts = own(page, heading).filter(
    (part) => part.parent !== heading || !closesFamily(page, part, heading),
  );
  const outer = parts.filter(({ parent }) => parent === null || !parts.includes(parent));
  const shallow = outer.filter(({ section }) => section.depth < wanted);
  if (shallow.every(({ kind }) => isClosing(kind))) return move(page.masked, [heading], by, page.headings);
  const flat = parts.every((part) => !isCore(part.kind) || outer.includes(part));
  if (shallow.length === outer.length && flat)
    return move(page.masked, [heading, ...parts], by, page.headings);
  return shallow.every(({ kind }) => isCore(kind)) ? move(page.masked, [heading], by, page.headings) : null;
}

/** Levels under a section that holds no levels: "Hiring Process", "Requirements". Only the first under each is told of. */
export function findMisplaced(page: Page, slips: Slips): void {
  const told = new Set<Heading>();
  const hasList = page.headings.some(({ kind }) => kind === 'levels');
  for (const heading of page.levels) {
    const container = heading.parent;
    if (container === null || slips.has(heading) || slips.has(container) || isNameOnly(heading)) continue;
    const wrong = isClosing(container.kind) || (isCore(container.kind) && container.kind !== 'grade');
    if (!wrong || container.part?.level !== null || told.has(container)) continue;
    told.add(container);
    const followers = page.levels.filter((other) => other !== heading && other.parent === container);
    const elsewhere = page.levels.some((other) => other.parent !== container);
    const needsList = !hasList && (isCore(container.kind) || !elsewhere);
    // "Career Paths" over all levels of the page is their list by another name.
    if (needsList && container.kind === 'career-ladder') continue;
    slips.add({
      heading,
      kind: needsList ? 'unlisted' : elsewhere ? 'misplaced' : 'allMisplaced',
      other: container,
      depth: null,
      move: null,
      followers,
      ...(needsList && { suggestion: listAbove(heading) }),
    });
  }
}

function isNameOnly({ level }: Heading): boolean {
  return level?.evidence.every((kind) => kind === 'name') ?? true;
}

/** Puts "Levels" above a level, one depth higher. */
export function listAbove({ section }: Heading): Suggestion {
  const { page, start } = section.headingSpan;
  const text = `${'#'.repeat(Math.max(1, section.depth - 1))} Levels\n\n`;
  return { title: 'Put the heading "Levels" above it', edits: [{ span: { page, start, end: start }, text }] };
}

/** Levels that stand inside another level, or above all the others, while most levels of the page share one depth. */
export function findUneven(page: Page, slips: Slips): void {
  const levels = page.levels.filter(
    ({ parent }) => parent?.kind !== 'specialties' && parent?.kind !== 'segments',
  );
  const usual = usualDepth(levels.map((heading) => slips.depthOf(heading)));
  if (usual === null) return;
  // A list that stands wrong itself says nothing of where the levels should be.
  const hasList = page.headings.some((heading) => heading.kind === 'levels' && !slips.has(heading));
  const model = levels.find((heading) => slips.depthOf(heading) === usual);
  for (const heading of levels) {
    const depth = slips.depthOf(heading);
    if (depth === usual || slips.has(heading) || model === undefined) continue;
    const evidence = heading.level?.evidence ?? [];
    if (!evidence.includes('grade') && !evidence.includes('reporting-line')) continue;
    const by = usual - heading.section.depth;
    if (depth > usual) {
      if (!isInLevel(heading)) continue;
      const raise = raised(page, heading, by);
      slips.add({ heading, kind: 'uneven', other: model, depth: usual, move: raise });
    } else if (
      !hasList &&
      !subtree(heading).some((inner) => inner !== heading && inner.level?.kind === 'level')
    ) {
      const sink = isSplit(page, heading) ? null : deepen(page, heading, by);
      slips.add({ heading, kind: 'uneven', other: model, depth: usual, move: sink });
    }
  }
}

/** Sections beside the level that will be right under it stay where they are. */
function raised(page: Page, heading: Heading, by: number): Move | null {
  if (!isSplit(page, heading)) return move(page.masked, subtree(heading), by, page.headings);
  const next = page.headings[heading.section.index];
  const fits = next?.section.depth === heading.section.depth + by + 1 && heading.children.length === 0;
  return fits ? move(page.masked, [heading], by, page.headings) : null;
}

/** True where the section right behind the level stands beside it and is its own: moving the title would tear them apart. */
function isSplit(page: Page, heading: Heading): boolean {
  const next = page.headings[heading.section.index];
  return (
    next !== undefined &&
    next.section.depth <= heading.section.depth &&
    next.part?.level === heading.level?.index
  );
}

/** The depth of more than half of the levels, and of at least two; null where there is none. */
function usualDepth(depths: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const depth of depths) counts.set(depth, (counts.get(depth) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  return most !== undefined && most[1] >= 2 && most[1] * 2 > depths.length ? most[0] : null;
}
