import type { Section } from '../../src/markdown/document.ts';
import type { FamilyFacts, Level, Mention, RoleName, Track } from '../../src/model/facts.ts';
import type { Span } from '../../src/text/span.ts';

/** A level whose title lacks words that the family's name for the role has. */
export interface Shortened {
  readonly level: Level;
  /** The name as the title of the page, or of another level, has it. */
  readonly role: string;
  readonly missing: readonly string[];
  /** The whole title as it should be, or null where it cannot be made by putting a rung in front. */
  readonly whole: string | null;
}

/**
 * Levels that drop words of the role ("Senior Harbour Crane Operator", "Staff Crane Operator"). Each track votes on the name: every
 * level, and the title of the page where it names an individual contributor. What is dropped must leave a name for the same work:
 * its last word stays. Nothing is said where two names are as frequent and the page's title has neither.
 */
export function* shortenedTitles(family: FamilyFacts): Generator<Shortened> {
  const levels = family.levels.filter(({ kind }) => kind === 'level');
  yield* unspecified(levels, family.role);
  for (const track of ['individual', 'management'] as const) {
    const mine = levels.filter(({ name }) => name.track === track);
    const full = fullName(mine, family.role, track);
    if (full === null) continue;
    for (const level of mine) {
      const missing = full.discipline.filter((word) => !level.name.discipline.includes(word));
      const added = level.name.discipline.some((word) => !full.discipline.includes(word));
      const noun = track === 'individual' && level.name.discipline.at(-1) !== full.discipline.at(-1);
      const bare = level.name.discipline.length === 0 || level.name.specialty.length > 0;
      if (missing.length === 0 || added || noun || bare || isTop(level, missing)) continue;
      yield { level, role: full.text, missing, whole: wholeTitle(level, missing, full, family.role) };
    }
  }
}

/**
 * Levels without the specialty that the title of the page and all other levels of the same work have: "Senior Crane Planner" beside
 * "Crane Planner - Docks".
 */
function* unspecified(levels: readonly Level[], role: RoleName | null): Generator<Shortened> {
  if (role === null || role.explicit || role.specialty.length === 0) return;
  const work = ({ discipline }: RoleName) => discipline.join(' ');
  const alike = levels.filter(({ name }) => name.track === role.track && work(name) === work(role));
  const bare = alike.filter(({ name }) => name.specialty.length === 0);
  const full = alike.filter(({ name }) => name.specialty.join(' ') === role.specialty.join(' '));
  if (full.length === 0 || bare.length > full.length || bare.length + full.length < alike.length) return;
  for (const level of bare) {
    const [rung, ...rest] = level.title.trim().split(/\s+/);
    const tail = rest.join(' ').toLowerCase();
    const whole = tail !== '' && level.name.explicit && role.text.toLowerCase().startsWith(`${tail} `);
    yield {
      level,
      role: role.text,
      missing: role.specialty,
      whole: whole ? `${rung} ${role.text}` : null,
    };
  }
}

/** Heads of a whole field are often named by the field alone: "VP, Quality" above "Manager, Quality Engineering". */
function isTop({ name }: Level, missing: readonly string[]): boolean {
  return name.track === 'management' && (missing.length > 1 || /vp|executive/.test(name.seniority));
}

function fullName(levels: readonly Level[], role: RoleName | null, track: Track): RoleName | null {
  const votes = new Map<string, { name: RoleName; levels: number; votes: number }>();
  const vote = (name: RoleName, isLevel: boolean) => {
    if (name.discipline.length === 0 || name.specialty.length > 0) return;
    const key = name.discipline.join(' ');
    const sofar = votes.get(key) ?? { name, levels: 0, votes: 0 };
    votes.set(key, { ...sofar, levels: sofar.levels + (isLevel ? 1 : 0), votes: sofar.votes + 1 });
  };
  const titled = role !== null && role.track === track && !role.explicit;
  if (titled) vote(role, false);
  for (const { name } of levels) vote(name, true);
  const sorted = [...votes.values()].filter((one) => one.levels > 0).sort((a, b) => b.votes - a.votes);
  const [first, second] = sorted;
  const own = titled
    ? sorted.find(({ name }) => name.discipline.join(' ') === role.discipline.join(' '))
    : undefined;
  if (own !== undefined && own.votes === first?.votes) return own.name;
  if (first === undefined || first.levels < 3 || first.votes === second?.votes) return null;
  return first.votes * 2 > levels.length ? first.name : null;
}

/** "Senior" and the title of the page, where the level's title is a rung and the shortened role. */
function wholeTitle(
  level: Level,
  missing: readonly string[],
  full: RoleName,
  role: RoleName | null,
): string | null {
  const source =
    role !== null && !role.explicit && role.discipline.join(' ') === full.discipline.join(' ')
      ? role.text
      : null;
  if (source === null || missing.length === 0 || /[()[\]]/.test(source)) return null;
  const [rung, ...rest] = level.title.trim().split(/\s+/);
  const tail = rest.join(' ').toLowerCase();
  return rung !== undefined && tail !== '' && level.name.explicit && source.toLowerCase().endsWith(tail)
    ? `${rung} ${source}`
    : null;
}

/** A name in the text that has a word of a level's title in the singular or plural. */
export interface Uneven {
  readonly span: Span;
  readonly name: string;
  readonly level: Level;
  readonly word: string;
  readonly usual: string;
}

/**
 * Names of levels that say "Alliance" where nearly all levels say "Alliances". The last word of a name is left alone: "Managers" are
 * several of them.
 */
export function* unevenNames(family: FamilyFacts, sections: readonly Section[]): Generator<Uneven> {
  const counts = new Map<string, number>();
  const levels = family.levels.filter(({ kind }) => kind === 'level');
  for (const { title } of levels)
    for (const word of new Set(modifiers(title))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const usualOf = (word: string): string | null => {
    const other = word.endsWith('s') ? word.slice(0, -1) : `${word}s`;
    const [own, others] = [counts.get(word) ?? 0, counts.get(other) ?? 0];
    return word.length > 3 && others >= 3 && own * 3 <= others ? other : null;
  };
  const told = new Set<number>();
  for (const { name, span } of mentionsIn(family)) {
    for (const word of modifiers(name.text)) {
      const usual = usualOf(word);
      if (usual === null || told.has(span.start)) continue;
      const swapped = new Set(modifiers(name.text).map((each) => (each === word ? usual : each)));
      const level = levels.find(
        (other) =>
          other.name.seniority === name.seniority &&
          sameSet(swapped, new Set(modifiers(other.title))) &&
          lastOf(other.title) === lastOf(name.text),
      );
      if (level === undefined) continue;
      told.add(span.start);
      yield { span, name: name.text, level, word, usual };
    }
  }
  const titles = new Set(levels.map(({ section }) => section));
  for (const { index, title, titleSpan } of sections) {
    if (titles.has(index) || levels.filter(({ section }) => sections[section]?.parent === index).length < 2)
      continue;
    for (const word of wordsOf(title)) {
      const usual = usualOf(word);
      const whole = wordsOf(title)
        .map((each) => (each === word ? usual : each))
        .join(' ');
      const level =
        usual === null ? undefined : levels.find((other) => wordsOf(other.title).join(' ').includes(whole));
      if (usual !== null && level !== undefined) yield { span: titleSpan, name: title, level, word, usual };
    }
  }
}

function mentionsIn({ parts, grades, reportingLines, extensions }: FamilyFacts): readonly Mention[] {
  const subjects = [...parts, ...grades, ...reportingLines, ...extensions].map(({ subject }) => subject);
  const named = [
    ...reportingLines.flatMap(({ managers }) => managers),
    ...extensions.flatMap(({ targets }) => targets),
  ];
  return [...subjects, ...named].filter((mention): mention is Mention => mention !== null);
}

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/\([^()]*\)/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const modifiers = (text: string): readonly string[] => wordsOf(text).slice(0, -1);
const lastOf = (text: string): string => (wordsOf(text).at(-1) ?? '').replace(/s$/, '');
const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((word) => b.has(word));
