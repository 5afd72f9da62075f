import type { Document } from '../markdown/document.ts';
import { type Candidate, candidatesOf, type StatedAt } from './candidates.ts';
import { compareRoles } from './compare-roles.ts';
import type { Level, RoleName, Seniority } from './facts.ts';
import { NameJoin } from './name-join.ts';
import type { OutlineEntry } from './outline.ts';
import { pageLevel } from './page-level.ts';
import { isBareRung } from './role-name.ts';
import { settleTracks } from './tracks.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Finds the levels of a page by evidence: a heading that could be a role's name and is followed, before the next such heading or the
 * next section of the whole family, by a grade, a reporting line, or responsibilities or requirements of its own; or the page itself.
 */
export function findLevels(
  document: Document,
  outline: readonly OutlineEntry[],
  stated: StatedAt,
  role: RoleName | null,
  vocabulary: Vocabulary,
): readonly Level[] {
  const all = mergeHalves(candidatesOf(document, outline, stated, vocabulary));
  const shown = all.filter(isShown);
  const named = all.filter(
    (candidate) => isShown(candidate) || (candidate.under === 'levels' && shown.length > 0),
  );
  const graded = joinGraded(named);
  const own = named.filter((candidate) => !introduces(candidate, graded));
  const headed = own.map((candidate) => levelFrom(candidate, role, vocabulary));
  const page = pageLevel(document, outline, headed, stated, role, vocabulary);
  const levels = page === null ? headed : [page, ...headed.filter((level) => !repeatsPage(level, page))];
  const rungs = new Set(levels.filter(({ kind }) => kind !== 'specialty').map(({ name }) => name.seniority));
  return settleTracks(levels.map((level) => promote(level, rungs))).map((level, index) => ({
    ...level,
    index,
  }));
}

/** Under "Hiring Process" or "Career Ladder" roles are talked about; only a grade or a reporting line makes one a level there. */
function isShown({ under, evidence }: Candidate): boolean {
  const talk = under === 'hiring-process' || under === 'career-ladder';
  return talk ? evidence.includes('grade') || evidence.includes('reporting-line') : evidence.length > 0;
}

/** One level under two headings of the same name that follow each other, each with the half that the other lacks, becomes one. */
function mergeHalves(candidates: readonly Candidate[]): readonly Candidate[] {
  const merged: Candidate[] = [];
  for (const candidate of candidates) {
    const last = merged.at(-1);
    if (last !== undefined && isOtherHalf(last, candidate)) {
      merged[merged.length - 1] = {
        ...last,
        extent: { ...last.extent, end: candidate.extent.end },
        evidence: [...last.evidence, ...candidate.evidence],
      };
    } else merged.push(candidate);
  }
  return merged;
}

function isOtherHalf(first: Candidate, second: Candidate): boolean {
  return (
    first.extent.end === second.extent.start &&
    first.evidence.length > 0 &&
    second.evidence.length > 0 &&
    compareRoles(first.name, second.name) === 'same' &&
    !second.evidence.some((kind) => first.evidence.includes(kind))
  );
}

/**
 * A heading that says what all levels share, though it bears the name of one ("## Analyst" with responsibilities, then "## Levels" with
 * "### Analyst (Intermediate)"), or of them all ("## Analyst Roles at Acme"), is no level.
 */
function introduces(candidate: Candidate, { graded, explicit }: ReturnType<typeof joinGraded>): boolean {
  if (candidate.evidence.includes('grade')) return false;
  if (/\broles\b/i.test(candidate.entry.section.title)) return graded.size > 0;
  if (graded.has(candidate.name, 'same', 'variant')) return true;
  const isIntroduction = candidate.under === 'other' || candidate.under === 'levels';
  if (!isIntroduction || candidate.name.explicit) return false;
  // "### Curriculum Developer, Education" in front of "### Curriculum Developer (Intermediate)".
  return explicit.around(candidate.name).some(({ relation, name, members }) => {
    const isBase = relation === 'abridged' && name.seniority === 'intermediate';
    return isBase && candidate.extent.start < (members.at(-1)?.extent.start ?? 0);
  });
}

/** Those that show a grade, by name; and those among them whose names say the rung. */
function joinGraded(candidates: readonly Candidate[]) {
  const graded = candidates.filter(({ evidence }) => evidence.includes('grade'));
  const byName = (some: readonly Candidate[]) => new NameJoin(some, ({ name }) => name);
  return { graded: byName(graded), explicit: byName(graded.filter(({ name }) => name.explicit)) };
}

function levelFrom(candidate: Candidate, role: RoleName | null, vocabulary: Vocabulary): Level {
  const { section } = candidate.entry;
  return {
    index: 0,
    title: section.title,
    titleSpan: section.titleSpan,
    name: fullName(candidate, role, vocabulary),
    section: section.index,
    extent: candidate.extent,
    kind: candidate.under === 'specialties' || candidate.under === 'segments' ? 'specialty' : 'level',
    evidence: candidate.evidence.length > 0 ? candidate.evidence : ['name'],
  };
}

/** The heading's role; where it says only "Senior", completed by the role of the page. */
function fullName({ entry, name }: Candidate, role: RoleName | null, vocabulary: Vocabulary): RoleName {
  if (role === null || !isBareRung(entry.section.title, vocabulary)) return name;
  return { ...name, discipline: role.discipline, specialty: role.specialty };
}

/** "## Senior" on the page of the Senior Engineer only goes on with the page's own level. */
function repeatsPage(level: Level, page: Level): boolean {
  return !level.evidence.includes('grade') && compareRoles(level.name, page.name) === 'same';
}

/**
 * A role under "Specialties" is a level that was put in the wrong place where it states its own grade and manager, or where no level of
 * the family has its rung.
 */
function promote(level: Level, rungs: ReadonlySet<Seniority>): Level {
  if (level.kind !== 'specialty') return level;
  const own = level.evidence.includes('grade') && level.evidence.includes('reporting-line');
  const newRung = level.name.explicit && !rungs.has(level.name.seniority);
  return own || newRung ? { ...level, kind: 'level' } : level;
}
