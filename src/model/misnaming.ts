import { compareRoles, type RoleRelation } from './compare-roles.ts';
import type { Level, RoleName } from './facts.ts';
import { joinLevels } from './name-join.ts';

/** How a sentence that belongs to one level names another role instead. */
export type Misnaming =
  /** The very name of another level of the family. */
  | 'other-level'
  /** The same work on another rung, said in so many words. */
  | 'other-rung'
  /** Other work, and no level of the family. */
  | 'other-role';

/**
 * How the subject of a sentence differs from the level it stands in; null where it is the level's own name, another spelling of it or
 * a short form, and wherever it cannot be told.
 */
export function misnaming(subject: RoleName, level: Level, levels: readonly Level[]): Misnaming | null {
  if (isBare(subject) && !isBareTitle(level)) return null;
  const relation = compareRoles(subject, level.name);
  if (isSpelling(relation)) return null;
  const apart = wordsApart(subject, level.name);
  if (apart.length === 0) return null;
  // "The Assistant" may stand for "Assistant (Associate)": a rung in brackets is often left out.
  if (!subject.explicit && /\([^()]*\)\s*$/.test(level.title) && relation === 'other-seniority') return null;
  if (isBareTitle(level)) return relation === 'other-seniority' && subject.explicit ? 'other-rung' : null;
  const meant = joinLevels(levels)
    .around(subject)
    .filter(({ relation, name }) => isSpelling(relation) && compareRoles(name, level.name) !== 'same');
  if (relation === 'abridged') {
    // "Manager, IT" is a fair short form of "Manager, IT (Helpdesk)", even where there is a "Manager, IT" too.
    const short = level.name.specialty.length > 0 || subject.specialty.length > 0;
    return !short && meant.some((other) => other.relation === 'same') ? 'other-level' : null;
  }
  if (meant.length > 0) return 'other-level';
  if (relation === 'other-role') return 'other-role';
  // "The Analyst" may stand for "Senior Analyst" where there is no plain one.
  return subject.explicit && apart.some((word) => rungWords.has(word)) ? 'other-rung' : null;
}

const isSpelling = (relation: RoleRelation): boolean => relation === 'same' || relation === 'variant';

/** True for names that are only a rung: "The Director", "Senior". */
function isBare(name: RoleName): boolean {
  return name.discipline.length + name.specialty.length === 0;
}

/** True where the heading says only a rung, and the rest of the name was taken from the page's title. */
function isBareTitle({ title, name }: Level): boolean {
  const words = title.toLowerCase().split(/[^\p{L}\p{N}&]+/u);
  return ![...name.discipline, ...name.specialty].some((part) =>
    words.some((word) => word.startsWith(part.slice(0, Math.max(3, part.length - 2)))),
  );
}

/** Words that one of the two names has and the other has not, rung included; order and number aside. */
function wordsApart(a: RoleName, b: RoleName): readonly string[] {
  const left = wordSet(a);
  const right = wordSet(b);
  return [...[...left].filter((word) => !right.has(word)), ...[...right].filter((word) => !left.has(word))];
}

function wordSet(name: RoleName): ReadonlySet<string> {
  const rung = name.explicit && name.seniority !== 'intermediate' ? name.seniority.split('-') : [];
  return new Set([...rung, ...name.discipline, ...name.specialty]);
}

/** Words whose presence in one of two names makes another rung of it; "manager" does not, because it may be the work itself. */
const rungWords: ReadonlySet<string> = new Set([
  'intern',
  'junior',
  'associate',
  'senior',
  'lead',
  'staff',
  'principal',
  'distinguished',
  'fellow',
  'director',
  'vp',
  'executive',
]);
