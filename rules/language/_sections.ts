import type { PageFacts } from '../../src/lint/rule.ts';
import type { PartKind } from '../../src/model/facts.ts';
import { textKey } from '../../src/text/key.ts';

type Facts = Pick<PageFacts, 'family' | 'sections'>;

/**
 * The sections that are a part of this kind, or stand inside one, by index: each with the index of the level it belongs to, or null
 * where it belongs to the family as a whole.
 */
export function sectionsOfKind(
  { family, sections }: Facts,
  kind: PartKind,
): ReadonlyMap<number, number | null> {
  const found = new Map<number, number | null>();
  for (const part of family.parts) if (part.kind === kind) found.set(part.section, part.level);
  // A section stands behind the one it is nested in, so that one pass reaches every depth.
  for (const { index, parent } of sections) {
    const owner = parent === null ? undefined : found.get(parent);
    if (owner !== undefined && !found.has(index)) found.set(index, owner);
  }
  return found;
}

const speaksToCandidates =
  /^compensation\b|\b(?:interviews?|how to apply|(?:application|selection|interview|hiring|recruitment) (?:process|steps))\b/i;

/** Indexes of the sections that tell candidates how they are hired and paid: there, a page speaks to its reader by right. */
export function hiringSections(facts: Facts): ReadonlySet<number> {
  const found = new Set(sectionsOfKind(facts, 'hiring-process').keys());
  for (const { index, parent, title } of facts.sections) {
    const nested = parent !== null && found.has(parent);
    if (nested || speaksToCandidates.test(title)) found.add(index);
  }
  return found;
}

/** Key of a finding: the section it stands in, and what it is about. */
export function sectionKey({ sections }: Pick<PageFacts, 'sections'>, section: number, what: string): string {
  return `${textKey(sections[section]?.title ?? '')}/${textKey(what)}`;
}
