import type { Section } from '../../src/markdown/document.ts';
import type { FamilyFacts, Level, Part, PartKind } from '../../src/model/facts.ts';

/** One heading of the page with what the model knows of it, as a node of the page's outline. */
export interface Heading {
  readonly section: Section;
  /** The level whose title it is, or null. */
  readonly level: Level | null;
  /** What the section is for; null for the title of a level. */
  readonly kind: PartKind | null;
  /** What the model says of the section; null for the title of a level. */
  readonly part: Part | null;
  /** The heading it stands under, or null at the top of the page. */
  readonly parent: Heading | null;
  /** Headings directly under it, in order. */
  readonly children: readonly Heading[];
}

/** All headings of the page in order. */
export function outlineOf(sections: readonly Section[], family: FamilyFacts): readonly Heading[] {
  const levels = new Map(family.levels.map((level) => [level.section, level]));
  const parts = new Map(family.parts.map((part) => [part.section, part]));
  const made = new Map<number, Heading & { readonly children: Heading[] }>();
  for (const section of sections) {
    if (section.depth === 0) continue;
    const level = levels.get(section.index) ?? null;
    const part = level === null ? (parts.get(section.index) ?? null) : null;
    const parent = made.get(section.parent ?? 0) ?? null;
    const heading = { section, level, part, kind: part?.kind ?? null, parent, children: [] };
    made.set(section.index, heading);
    parent?.children.push(heading);
  }
  return [...made.values()];
}

/** The headings behind one, in order; a generator, so that nobody copies the rest of a long page. */
export function* after(headings: readonly Heading[], { section }: Heading): Generator<Heading> {
  // Section 0 is no heading, so a heading's place is one before its section's.
  for (let at = section.index; at < headings.length; at += 1) {
    const heading = headings[at];
    if (heading !== undefined) yield heading;
  }
}

/** The heading and everything under it, in order. */
export function subtree(heading: Heading): readonly Heading[] {
  const found: Heading[] = [];
  const waiting: Heading[] = [heading];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    waiting.push(...[...next.children].reverse());
  }
  return found;
}

/** Sections that make up a level. */
export function isCore(kind: PartKind | null): boolean {
  return kind === 'grade' || kind === 'responsibilities' || kind === 'requirements';
}

/** Sections that a page has once, for the whole family. */
export function isClosing(kind: PartKind | null): boolean {
  return kind === 'hiring-process' || kind === 'career-ladder' || kind === 'indicators';
}

/** True where the heading stands under the title of a level. */
export function isInLevel(heading: Heading): boolean {
  for (let outer = heading.parent; outer !== null; outer = outer.parent)
    if (outer.level?.kind === 'level') return true;
  return false;
}
