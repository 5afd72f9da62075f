import type { Link } from '../../src/markdown/document.ts';
import type { FamilyFacts, Grade } from '../../src/model/facts.ts';

/** True where another sentence states the same level's grade with a link. */
export function isLinkedElsewhere(grade: Grade, { grades }: FamilyFacts): boolean {
  return grade.level !== null && grades.some(({ level, link }) => level === grade.level && link !== null);
}

/** The one target of all linked grades in sentences; null where they differ or there are none. */
export function sharedTarget({ grades }: FamilyFacts, links: readonly Link[]): string | null {
  const targets = new Set<string>();
  for (const { link, where } of grades) {
    const found = link === null ? undefined : links[link];
    if (where === 'sentence' && found !== undefined) targets.add(found.kind === 'inline' ? found.target : '');
  }
  const [target, ...others] = targets;
  return target === undefined || target === '' || others.length > 0 || /[\s()]/.test(target) ? null : target;
}
