import { sameWork } from './compare-roles.ts';
import type { Level, Seniority } from './facts.ts';
import { joinLevels } from './name-join.ts';

/**
 * Settles what a name alone cannot tell: "Backend Engineering Manager" manages people, "Product Manager" manages a product.
 * A level called "X Manager" is of the management track where most other levels of the family are no managers, unless the family
 * writes its people managers "Manager, X" or has the same work without the word ("Senior CSM" beside "Customer Success Manager").
 */
export function settleTracks(levels: readonly Level[]): readonly Level[] {
  const individuals = levels.filter(({ name }) => name.track === 'individual');
  const managers = individuals.filter(managesSomething);
  const others = individuals.filter((level) => !managesSomething(level));
  if (managers.length === 0 || managers.length >= others.length || levels.some(leadsWithManager))
    return levels;
  const named = joinLevels(others);
  return levels.map((level) => {
    const isManager = level.name.track === 'individual' && managesSomething(level);
    const settles = isManager && !named.around(level.name).some(({ name }) => sameWork(name, level.name));
    return settles ? asPeopleManager(level) : level;
  });
}

const settled: Partial<Record<Seniority, Seniority>> = { intermediate: 'manager', senior: 'senior-manager' };

function managesSomething({ name }: Level): boolean {
  return name.discipline.at(-1) === 'manager' && settled[name.seniority] !== undefined;
}

function leadsWithManager({ title }: Level): boolean {
  return /^(?:(?:sr\.?|senior)\s+)?manager\s*(?:,|\bof\b|-|\()/i.test(title);
}

function asPeopleManager(level: Level): Level {
  const seniority = settled[level.name.seniority] ?? 'manager';
  // The word now says the rung, as in "Manager, Backend Engineering", and is no discipline any more.
  const discipline = level.name.discipline.slice(0, -1);
  return { ...level, name: { ...level.name, discipline, seniority, explicit: true, track: 'management' } };
}
