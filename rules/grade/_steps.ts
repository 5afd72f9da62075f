import { compareRoles } from '../../src/model/compare-roles.ts';
import type { FamilyFacts, Level } from '../../src/model/facts.ts';
import { type GradedLevel, gradedLevels } from '../../src/model/graded-levels.ts';
import { compareSeniority } from '../../src/model/vocabulary.ts';

/** Two levels of one ladder, the second more senior, with no level of that ladder between them. */
export interface Step {
  readonly from: GradedLevel;
  readonly to: GradedLevel;
}

/**
 * The steps up each ladder of a family. A ladder holds levels of one track whose work is the same or, among managers, shares a word
 * ("Manager, Digital Marketing", "Director, Digital Strategy"). Each level is compared with the next one of its ladder up in
 * seniority, wherever on the page that one stands.
 */
export function* stepsOf(family: FamilyFacts): Generator<Step> {
  const graded = gradedLevels(family);
  for (const from of graded) {
    const above = graded.filter(
      (other) => isOnLadder(from.level, other.level) && isAbove(other.level, from.level),
    );
    const rungs = [...new Map(above.map(({ level }) => [level.name.seniority, level])).values()];
    const next = above.filter((one) => !rungs.some((rung) => isAbove(one.level, rung)));
    // Several levels of one rung (Analyst and Engineer) are several ladders: which one goes on from here cannot be told.
    const nearest = next.filter((one) => isSameWork(from.level, one.level));
    const [to, ...others] = nearest.length > 0 ? nearest : next;
    if (to !== undefined && others.length === 0) yield { from, to };
  }
}

const isAbove = (a: Level, b: Level): boolean => compareSeniority(a.name.seniority, b.name.seniority) > 0;

/** True where two levels belong to one ladder. */
export function isOnLadder(a: Level, b: Level): boolean {
  if (a === b || a.name.track !== b.name.track) return false;
  if (isSameWork(a, b)) return true;
  const words = new Set(a.name.discipline);
  return a.name.track === 'management' && b.name.discipline.some((word) => words.has(word));
}

function isSameWork(a: Level, b: Level): boolean {
  return compareRoles(a.name, b.name) !== 'other-role';
}
