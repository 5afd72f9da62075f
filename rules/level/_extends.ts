import type { PageFacts } from '../../src/lint/rule.ts';
import { compareRoles, sameWork } from '../../src/model/compare-roles.ts';
import type { Extension, FamilyFacts, Level, Mention, RoleName } from '../../src/model/facts.ts';
import { misnaming } from '../../src/model/misnaming.ts';
import { joinLevels } from '../../src/model/name-join.ts';
import { parseRoleName } from '../../src/model/role-name.ts';
import { compareSeniority, defaultVocabulary } from '../../src/model/vocabulary.ts';
import { wrongTarget } from '../../src/site/graph/link-target.ts';
import type { Corpus } from '../../src/site/graph/reporting-graph.ts';
import { memo } from '../../src/text/memo.ts';
import { recent } from '../../src/text/recent.ts';
import { WordSets } from '../../src/text/word-sets.ts';

/** What is wrong with an extension, and which level it should name, where that can be told. */
export interface Misextension {
  readonly kind: 'subject' | 'itself' | 'senior' | 'unknown' | 'lacking' | 'misled';
  readonly mention: Mention;
  readonly level: Level;
  readonly meant: Level | null;
}

/** At most one slip an extension: a wrong subject makes its targets meaningless. */
export function judgeExtension(
  extension: Extension,
  { family, path }: Pick<PageFacts, 'family' | 'path'>,
  corpus: Corpus,
): Misextension | null {
  const level = extension.level === null ? undefined : family.levels[extension.level];
  if (level === undefined || level.kind !== 'level') return null;
  const { subject, targets } = extension;
  if (subject !== null && misnaming(subject.name, level, family.levels) !== null) {
    return { kind: 'subject', mention: subject, level, meant: level };
  }
  for (const mention of targets) {
    const kind = judgeTarget(mention, level, family);
    if (kind !== null) return { kind, mention, level, meant: meantBy(mention.name, level, family) };
    const there = landingOf(mention, path, corpus);
    if (there !== null) return { kind: 'misled', mention, level, meant: there };
    if (isLacking(mention, path, corpus)) return { kind: 'lacking', mention, level, meant: null };
  }
  return null;
}

/** The level of this page that the link's anchor leads to, where it is another one than the link names. */
function landingOf({ name, link }: Mention, path: string, corpus: Corpus): Level | null {
  if (link === null || name.discipline.length === 0 || isCompound(name)) return null;
  const landing = corpus.landings.of(path, link);
  if (landing?.path !== path || landing.level === null) return null;
  return wrongTarget(name, landing, corpus, path)?.kind === 'level' ? landing.level.level : null;
}

/** True where the link leads to another family, and neither that page nor its family has the level. */
function isLacking({ name, link }: Mention, path: string, corpus: Corpus): boolean {
  if (link === null || name.discipline.length === 0 || isCompound(name)) return false;
  if (corpus.landings.link(path, link)?.verdict !== 'found') return false;
  const landing = corpus.landings.of(path, link);
  if (landing === null) return false;
  return wrongTarget(name, landing, corpus, path)?.there === null;
}

function judgeTarget(
  { name, link }: Mention,
  level: Level,
  family: FamilyFacts,
): Misextension['kind'] | null {
  if (name.discipline.length === 0 || isCompound(name)) return null;
  const found = joinLevels(family.levels)
    .related(name, 'same', 'variant')
    .find((other) => other !== level);
  if (found === undefined && compareRoles(name, level.name) === 'same')
    return link === null ? 'itself' : null;
  // "The Pilot" may be what all levels of a page of that title share.
  const shared = !name.explicit && family.role !== null && compareRoles(name, family.role) === 'same';
  if (found !== undefined) return isAbove(found, level) && !shared ? 'senior' : null;
  if (link !== null || beginsWith(name, family.levels)) return null;
  if (anyMayBeMeant(family.levels)(JSON.stringify(name))) return null;
  const lacksRung = sameWork(name, level.name);
  const meant = meantBy(name, level, family);
  const related = meant?.name.discipline.some((word) => name.discipline.includes(word)) ?? false;
  return lacksRung || related ? 'unknown' : null;
}

/** The words of a name end where the sentence goes on with a capital: "the Pilot Role", "the Pilot Knows all tides". */
function beginsWith(name: RoleName, levels: readonly Level[]): boolean {
  const titles = titlesOf(levels);
  const words = name.text.split(' ');
  return [1, 2].some((cut) => {
    const begin = words.slice(0, -cut).join(' ').toLowerCase().replace(/s$/, '');
    if (begin === '') return false;
    const rest = words.slice(-cut).join(' ');
    // The next line of a list that lost its markers: "of Senior Pilots" and "Own the tide tables".
    const isShort = !/(?:s|\))$/.test(rest) && /s$/.test(words[words.length - cut - 1] ?? '');
    const shortened = parseRoleName(begin, defaultVocabulary);
    return titles.has(begin) || (isShort && joinLevels(levels).has(shortened, 'abridged'));
  });
}

/** The titles and names of levels, in lower case. */
const titlesOf = recent(
  (levels: readonly Level[]): ReadonlySet<string> =>
    new Set(levels.flatMap(({ name, title }) => [title.toLowerCase(), name.text.toLowerCase()])),
);

/** "Senior Architect & Senior Pilot": two roles read as one, or more words than a name has. */
function isCompound({ text }: RoleName): boolean {
  return /\b(?:requirements?|responsibilit(?:y|ies)|roles?|levels?)\b.|(?:,|&|\band\b|\/).*\b(?:senior|sr|staff|principal|junior)\b/i.test(
    text,
  );
}

function isAbove(target: Level, level: Level): boolean {
  const { name } = target;
  return (
    name.track === level.name.track &&
    sameWork(name, level.name) &&
    compareSeniority(name.seniority, level.name.seniority) > 0
  );
}

/**
 * True for short and long forms of a level's name that name it well enough: without its brackets and specialty, with words of the
 * page's title, or the same words in another order. A word lost inside ("Harbour Engineer" for "Harbour Crane Engineer") makes
 * another name.
 */
function mayMean(name: RoleName, { name: full, title }: Level): boolean {
  const [own, other] = [wordsOf(name), wordsOf(full)];
  const missing = other.filter((word) => !own.includes(word));
  const added = own.filter((word) => !other.includes(word));
  if (rungOf(name) !== rungOf(full) && missing.length + added.length > 0) return false;
  if (missing.length === 0) return compareRoles(name, full) !== 'other-seniority';
  const bare = wordsOf({
    ...full,
    discipline: full.discipline.filter((word) => title.toLowerCase().includes(word.slice(0, 4))),
  });
  return added.length === 0 && missing.every((word) => full.specialty.includes(word) || !bare.includes(word));
}

function wordsOf({ discipline, specialty }: RoleName): readonly string[] {
  return [...new Set([...discipline, ...specialty])].filter((word) => word !== 'manager');
}

const byWords = recent((levels: readonly Level[]) => new WordSets(levels.map(({ name }) => wordsOf(name))));

/** Whether a name, as JSON, may mean a level; on long pages, many sentences say the same names. */
const anyMayBeMeant = recent((levels: readonly Level[]) =>
  memo((written) => {
    const name = JSON.parse(written) as RoleName;
    return sharingWords(name, levels).some((other) => mayMean(name, other));
  }),
);

/** The levels whose names hold all words of another, or the other way round: no other level can be meant by it. */
function sharingWords(name: RoleName, levels: readonly Level[]): readonly Level[] {
  return [...byWords(levels).around(wordsOf(name))].flatMap((place) => levels[place] ?? []);
}

/** Managers of people are "Manager, X" and "X Manager". */
function rungOf({ seniority, discipline, explicit }: RoleName): string {
  if (discipline.at(-1) !== 'manager') return seniority;
  if (!explicit) return 'manager';
  return seniority === 'senior' ? 'senior-manager' : seniority;
}

/** The level of the same work that stands on the rung that was named, not above the level at hand; null unless there is one. */
function meantBy(name: RoleName, level: Level, { levels }: FamilyFacts): Level | null {
  const rungs = [name.seniority, ...(level.name.track === 'management' ? [rungOf(name)] : [])];
  let found: Level | null = null;
  for (const { name: other, members } of joinLevels(levels).around(level.name)) {
    const isMeant =
      other.track === level.name.track &&
      rungs.includes(other.seniority) &&
      sameWork(other, level.name) &&
      compareSeniority(other.seniority, level.name.seniority) <= 0;
    for (const one of isMeant ? members : []) {
      if (one.kind !== 'level') continue;
      if (found !== null) return null;
      found = one;
    }
  }
  return found;
}
