import type { Section } from '../../src/markdown/document.ts';
import type { PartKind } from '../../src/model/facts.ts';
import { headingKind } from '../../src/model/heading-kind.ts';

/** True where the section, or one that it stands in, is of the kind. */
export function isUnder(section: number, kind: PartKind, sections: readonly Section[]): boolean {
  for (let at = sections[section]; at !== undefined; at = sections[at.parent ?? -1]) {
    if (headingKind(at.title)?.kind === kind) return true;
  }
  return false;
}
