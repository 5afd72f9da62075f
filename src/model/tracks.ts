import type { Level } from './facts.ts';

/**
 * Settles what a name alone cannot tell: "Backend Engineering Manager" manages people, "Product Manager" manages a product.
 * A level called "X Manager" is of the management track where most other individual levels of the family are no managers.
 */
export function settleTracks(levels: readonly Level[]): readonly Level[] {
  const individuals = levels.filter(({ name }) => name.track === 'individual');
  const managers = individuals.filter(managesSomething);
  if (managers.length === 0 || managers.length * 2 > individuals.length) return levels;
  return levels.map((level) => (managers.includes(level) ? asPeopleManager(level) : level));
}

function managesSomething({ name }: Level): boolean {
  return name.discipline.at(-1) === 'manager';
}

function asPeopleManager(level: Level): Level {
  const seniority = level.name.seniority === 'senior' ? 'senior-manager' : 'manager';
  return { ...level, name: { ...level.name, seniority, track: 'management' } };
}
