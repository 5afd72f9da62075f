import type { ListItem, Section } from '../../src/markdown/document.ts';
import type { FamilyFacts, Grade, Level, PartKind, Seniority } from '../../src/model/facts.ts';
import { compareSeniority } from '../../src/model/vocabulary.ts';

/** A list item with the level that has it; null for the whole family. */
export interface Owned {
  readonly item: ListItem;
  readonly level: Level | null;
}

/** True where a level takes over what `other` says: a more junior level's own, or what is listed for all levels. */
export function inheritsFrom(
  level: Level,
  { item, level: junior }: Owned,
  { levels, grades }: Pick<FamilyFacts, 'levels' | 'grades'>,
  sections: readonly Section[],
  kinds: ReadonlyMap<number, PartKind>,
): boolean {
  if (level.kind === 'specialty') return false;
  if (junior !== null)
    return junior.kind !== 'specialty' && isJunior(junior, level, grades) && isSharedWork(junior, level);
  const kind = kinds.get(item.section);
  if (kind !== 'responsibilities' && kind !== 'requirements' && kind !== 'nice-to-have') return false;
  // A list that stands before the first level, in a section that holds this level too.
  const [first] = levels;
  if (first === undefined || item.span.start >= first.extent.start) return false;
  return isInside(level, item, sections) || isIntroduced(level, item, sections);
}

const ledOnTheirOwn: ReadonlySet<Seniority> = new Set(['staff', 'principal', 'distinguished', 'fellow']);
const leadTeams: ReadonlySet<Seniority> = new Set(['manager', 'senior-manager']);

function isJunior(a: Level, b: Level, grades: readonly Grade[]): boolean {
  if (a.index === b.index) return false;
  if (ledOnTheirOwn.has(a.name.seniority) && leadTeams.has(b.name.seniority)) return false;
  // A "Programme Manager" after a "Senior Analyst" may be the higher one: the grades say so where the names cannot.
  const own = onlyGrades(grades);
  const [lower, higher] = [own.get(a.index) ?? null, own.get(b.index) ?? null];
  if (lower !== null && higher !== null && lower !== higher) return lower < higher;
  // Of one grade, who manages a product or a process and who manages people stand side by side, too.
  if (lower !== null && lower === higher && a.name.track !== b.name.track && !a.name.explicit) return false;
  const order = compareSeniority(a.name.seniority, b.name.seniority);
  // Which of "Senior" and "Lead" is the higher one, the order on the page tells.
  return order < 0 || (order === 0 && a.name.seniority !== b.name.seniority && a.index < b.index);
}

const known = new WeakMap<readonly Grade[], ReadonlyMap<number, number | null>>();

/** The grade of each level of a page; null for one that has several. Many items of a page ask for them. */
function onlyGrades(grades: readonly Grade[]): ReadonlyMap<number, number | null> {
  const made = known.get(grades);
  if (made) return made;
  const own = new Map<number, number | null>();
  for (const { level, value } of grades) {
    if (level === null || value === null) continue;
    own.set(level, (own.get(level) ?? value) === value && own.get(level) !== null ? value : null);
  }
  known.set(grades, own);
  return own;
}

/** "Recruiter" and "Manager, Recruiting"; a name that only says the rung fits all. */
function isSharedWork(a: Level, b: Level): boolean {
  const [left, right] = [stems(a), stems(b)];
  return left.length === 0 || right.length === 0 || left.some((word) => right.includes(word));
}

/** The first letters are enough to know "engineer" in "engineering" and "recruiter" in "recruiting". */
const stem = (word: string): string => word.slice(0, 6).toLowerCase();
const stems = ({ name }: Level): string[] => name.discipline.map(stem);

function isInside(level: Level, { section }: ListItem, sections: readonly Section[]): boolean {
  const parent = sections[sections[section]?.parent ?? 0];
  if (parent === undefined || parent.depth <= 1) return true;
  return parent.span.start <= level.titleSpan.start && level.titleSpan.start < parent.span.end;
}

/** A section of the same work beside the levels, before all of them: "## Analyst Roles", then "## Levels". */
function isIntroduced(level: Level, { section }: ListItem, sections: readonly Section[]): boolean {
  const parent = sections[sections[section]?.parent ?? 0];
  const words = new Set((parent?.title ?? '').split(/[^\p{L}\p{N}&]+/u).map(stem));
  const own = stems(level);
  return own.length > 0 && own.every((word) => words.has(word));
}
