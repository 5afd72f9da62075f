import type { Section } from '../../src/markdown/document.ts';
import type { PartKind } from '../../src/model/facts.ts';
import { headingKind } from '../../src/model/heading-kind.ts';

/** Indexes of the sections of a kind, and of all that stand in them. */
export function sectionsUnder(kind: PartKind, sections: readonly Section[]): ReadonlySet<number> {
  const under = new Set<number>();
  // A section stands behind the one it is in.
  for (const { index, parent, title } of sections) {
    if ((parent !== null && under.has(parent)) || headingKind(title)?.kind === kind) under.add(index);
  }
  return under;
}
