import type { Section } from '../../src/markdown/document.ts';
import { compareRoles } from '../../src/model/compare-roles.ts';
import type { FamilyFacts, Level, Mention, Part, RoleName } from '../../src/model/facts.ts';
import { type Misnaming, misnaming } from '../../src/model/misnaming.ts';
import { joinLevels, NameJoin } from '../../src/model/name-join.ts';
import { ofLevel } from '../../src/model/of-level.ts';
import { countBelow } from '../../src/text/count-below.ts';
import { startingIn } from '../../src/text/starting-in.ts';

/** A section of a level whose heading names something else. */
export interface Mislabelled {
  readonly part: Part;
  readonly level: Level;
  readonly subject: Mention;
  /** `short`: words of the level's name are missing; `long`: it has more of them, as others of the level's sections have. */
  readonly kind: Misnaming | 'short' | 'long';
}

/** A section that names a role which has no heading of its own. */
export interface Untitled {
  readonly part: Part;
  readonly subject: Mention;
  /** The level after which the section stands. */
  readonly before: Level;
}

/** Sections whose headings usually say whose they are. */
const labelled: ReadonlySet<string> = new Set(['grade', 'responsibilities', 'requirements', 'nice-to-have']);

/** Indicators under a name without a rung may well be those of all levels: "Pilot Performance Indicators". */
function isLabelled({ kind, subject }: Part): boolean {
  return labelled.has(kind) || (kind === 'indicators' && subject !== null && subject.name.explicit);
}

/** All sections of levels proper whose headings name another role, or a garbled form of the level's name. */
export function* mislabelledParts(family: FamilyFacts): Generator<Mislabelled> {
  for (const level of family.levels) {
    if (level.kind !== 'level') continue;
    const parts = ofLevel(family.parts, level.index).filter(isLabelled);
    for (const part of parts) {
      const kind = part.subject === null ? null : kindOf(part.subject.name, level, parts, family);
      if (part.subject !== null && kind !== null) yield { part, level, subject: part.subject, kind };
    }
  }
}

function kindOf(
  name: RoleName,
  level: Level,
  parts: readonly Part[],
  family: FamilyFacts,
): Mislabelled['kind'] | null {
  if (isWithoutBrackets(name, level)) return null;
  if (/\blevels?\b|\broles?\b|\bteams?\b/i.test(name.text) || namesSeveral(name.text)) return null;
  const other = misnaming(name, level, family.levels);
  if (other === 'other-level' && isFamilyRole(name, level, family)) return null;
  if (other !== null) return other;
  if (isShort(name, level, parts)) return 'short';
  return isLong(name, level, parts, family) ? 'long' : null;
}

/** "Lock Keeper" under "Lock Keeper (Junior)", whatever other Lock Keepers there are. */
function isWithoutBrackets(name: RoleName, level: Level): boolean {
  return (
    name.text.toLowerCase() ===
    level.title
      .replace(/(?<!\s)\s*\([^()]*\)\s*$/, '')
      .trim()
      .toLowerCase()
  );
}

/** "Manager and Senior Manager", but not "Billing and Collections". */
function namesSeveral(text: string): boolean {
  return /\b(?:manager|director|senior|staff|intermediate|engineer|analyst)s?\s*(?:and|&|\/|or)\s|\s(?:and|&|or)\s+(?:associate|intermediate|senior|staff|principal|manager|director)\b/i.test(
    text,
  );
}

/** "Pilot Requirements" under "Senior Pilot" may well be for all pilots where the page itself is the Pilot. */
function isFamilyRole(name: RoleName, level: Level, { role, levels }: FamilyFacts): boolean {
  if (name.explicit || role === null || compareRoles(name, role) !== 'same') return false;
  return !joinLevels(levels)
    .related(name, 'same')
    .some((other) => other !== level && other.kind === 'level');
}

/**
 * True where words of the level's title are missing: the noun that makes it a role ("Senior Harbour Job Grade" under "Senior Harbour
 * Pilot"), or any word of its work, where most other sections of the level have it.
 */
function isShort(name: RoleName, level: Level, parts: readonly Part[]): boolean {
  const [own, full] = [wordsOf(name.text), wordsOf(level.title.replace(/\([^()]*\)/g, ' '))];
  if (name.discipline.length === 0 || name.specialty.length > 0) return false;
  if (own.length >= full.length || !own.every((word) => full.includes(word))) return false;
  const missing = full.filter((word) => !own.includes(word));
  const noun =
    level.name.track === 'individual'
      ? full.at(-1)
      : full.find((word) => /^(?:manager|director|president|vp)$/.test(word));
  if (noun !== undefined && missing.includes(noun)) return level.name.specialty.length === 0;
  if (!missing.some((word) => level.name.discipline.includes(word))) return false;
  const named = parts.flatMap(({ subject }) =>
    subject === null ? [] : [compareRoles(subject.name, level.name)],
  );
  return named.filter((relation) => relation === 'same').length * 2 > named.length;
}

/**
 * True where several sections of a level agree on a longer name than its heading has, while a sentence of it keeps to the heading's: one
 * was renamed, and the other was not.
 */
function isLong(name: RoleName, level: Level, parts: readonly Part[], family: FamilyFacts): boolean {
  if (name.specialty.length > 0 || level.name.specialty.length > 0 || level.title.includes('(')) return false;
  const [own, short] = [wordsOf(name.text), wordsOf(level.title)];
  if (own.length <= short.length || !short.every((word) => own.includes(word))) return false;
  const named = parts.flatMap(({ subject }) => (subject === null ? [] : [subject.name]));
  const alike = named.filter((other) => isName(compareRoles(other, name)));
  if (alike.length < 2 || named.some((other) => isName(compareRoles(other, level.name)))) return false;
  return [
    ...ofLevel(family.grades, level.index),
    ...ofLevel(family.reportingLines, level.index),
    ...ofLevel(family.extensions, level.index),
  ].some(({ subject }) => subject !== null && compareRoles(subject.name, level.name) === 'same');
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}&]+/gu) ?? [];

/** The first of two or more sections that name a role without a heading of its own, where levels or their sections stand. */
export function* untitledParts(family: FamilyFacts, sections: readonly Section[]): Generator<Untitled> {
  const levels = family.levels.filter(({ kind }) => kind === 'level');
  const homes = new Set(levels.flatMap(({ section }) => [section, sections[section]?.parent ?? 0]));
  const named = joinLevels(family.levels);
  const starts = levels.map(({ section }) => section);
  const strays = family.parts.flatMap((part): Untitled[] => {
    const { subject, section } = part;
    const home = sections[section]?.parent ?? 0;
    const before = levels[countBelow(starts, section) - 1];
    if (part.level !== null || subject === null || before === undefined || !homes.has(home) || home === 0)
      return [];
    return labelled.has(part.kind) && !named.has(subject.name, 'same', 'variant')
      ? [{ part, subject, before }]
      : [];
  });
  const byName = new NameJoin(strays, ({ subject }) => subject.name);
  const told = new Set<Untitled>();
  for (const stray of strays) {
    const run = byName.related(stray.subject.name, 'same', 'variant');
    if (run.length < 2 || told.has(stray)) continue;
    for (const other of run) told.add(other);
    yield stray;
  }
}

const isName = (relation: string): boolean => relation === 'same' || relation === 'variant';

/** A heading that repeats the level's title where it should say "Job Grade": the level's grade stands right under it. */
export function* echoes(
  family: FamilyFacts,
  sections: readonly Section[],
): Generator<{ readonly section: Section; readonly level: Level }> {
  const gradesInOrder = [...family.grades].sort((a, b) => a.span.start - b.span.start);
  for (const level of family.levels) {
    const parts = ofLevel(family.parts, level.index);
    if (level.kind !== 'level' || parts.some(({ kind }) => kind === 'grade')) continue;
    const part = parts[0];
    const section = part?.kind === 'other' ? sections[part.section] : undefined;
    const title = sections[level.section];
    if (
      section === undefined ||
      title === undefined ||
      section.title !== title.title ||
      section.depth <= title.depth
    )
      continue;
    const inside = startingIn(gradesInOrder, section.bodySpan).filter(
      ({ span }) => span.end <= section.bodySpan.end,
    );
    if (inside.length > 0) yield { section, level };
  }
}

/** "Pilot Responsibilities Requirements": a heading that was written over another one and kept both kinds. */
export function* doubled({ parts }: FamilyFacts, sections: readonly Section[]): Generator<Section> {
  for (const { section: index } of parts) {
    const section = sections[index];
    const words = section?.title.toLowerCase() ?? '';
    const both =
      /\bresponsibilities(?<between>(?: [a-z]+){0,2}) requirements\b|\brequirements(?<between2>(?: [a-z]+){0,2}) responsibilities\b/.exec(
        words,
      );
    const between = both?.groups?.between ?? both?.groups?.between2;
    if (section !== undefined && between !== undefined && !/\b(?:and|or|to|for|of)\b/.test(between))
      yield section;
  }
}

/** "AnalystJob Grade": the title of the level, and right behind it the name of a section. */
export function* glued(
  family: FamilyFacts,
  sections: readonly Section[],
): Generator<{ readonly section: Section; readonly level: Level }> {
  for (const part of family.parts) {
    const level = part.level === null ? undefined : family.levels[part.level];
    const section = sections[part.section];
    if (level === undefined || section === undefined || level.kind !== 'level') continue;
    const title = level.title.trim();
    const rest = section.title.startsWith(title) ? section.title.slice(title.length) : '';
    if (/^(?:job|grade|responsib|require)/i.test(rest)) yield { section, level };
  }
}
