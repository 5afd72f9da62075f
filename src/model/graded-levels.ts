import { groupBy } from '../text/group-by.ts';
import type { FamilyFacts, Grade, Level } from './facts.ts';

/** A level with the one whole grade that it states. */
export interface GradedLevel {
  readonly level: Level;
  readonly grade: Grade;
  readonly value: number;
}

/** Levels whose sentences state exactly one whole grade; specialties are left out, because they share the grade of a level. */
export function gradedLevels({ levels, grades }: FamilyFacts): readonly GradedLevel[] {
  const inSentences = grades.filter(({ where }) => where === 'sentence');
  const byLevel = groupBy(inSentences, ({ level }) => level);
  return levels.flatMap((level) => {
    if (level.kind === 'specialty') return [];
    const own = byLevel.get(level.index) ?? [];
    const [grade] = own;
    const value = grade?.value ?? null;
    const isClear = own.every((other) => other.value === value && other.upTo === null);
    return grade !== undefined && value !== null && isClear && Number.isInteger(value)
      ? [{ level, grade, value }]
      : [];
  });
}
