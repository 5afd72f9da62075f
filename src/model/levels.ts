import type { Document } from '../markdown/document.ts';
import type { Span } from '../text/span.ts';
import { compareRoles } from './compare-roles.ts';
import type { Level, PartKind, RoleName } from './facts.ts';
import { isFamilyWide, type OutlineEntry } from './outline.ts';
import { isBareRung, looksLikeRole, parseRoleName } from './role-name.ts';
import type { Vocabulary } from './vocabulary.ts';

type Evidence = Level['evidence'][number];

/** Offsets at which a page states grades and reporting lines in running text or tables, ascending. */
export interface StatedAt {
  readonly grades: readonly number[];
  readonly reportingLines: readonly number[];
}

interface Candidate {
  readonly entry: OutlineEntry;
  /** Position in the outline. */
  readonly at: number;
  readonly underSpecialties: boolean;
  readonly underLevels: boolean;
}

/**
 * Finds the levels of a page by evidence: a heading that could be a role's name and is followed, before the next such heading or the
 * next section of the whole family, by a grade, a reporting line, or responsibilities or requirements of its own. Depths are not
 * trusted, because real pages set a level's sections at the level's own depth or above it.
 */
export function findLevels(
  document: Document,
  outline: readonly OutlineEntry[],
  stated: StatedAt,
  role: RoleName | null,
  vocabulary: Vocabulary,
): readonly Level[] {
  const candidates = candidatesIn(outline, vocabulary);
  const judged = candidates.map((candidate) => {
    const extent = extentOf(document, outline, candidate, candidates, vocabulary);
    return { candidate, extent, evidence: evidenceIn(outline, candidate.at, extent, stated) };
  });
  const withEvidence = judged.filter(({ evidence }) => evidence.length > 0);
  const named = judged.filter(({ candidate, evidence }) => evidence.length > 0 || (candidate.underLevels && withEvidence.length > 0));
  const found = named.map(({ candidate, extent, evidence }, index): Level => {
    const { section } = candidate.entry;
    return {
      index,
      title: section.title,
      titleSpan: section.titleSpan,
      name: levelName(section.title, role, vocabulary),
      section: section.index,
      extent,
      kind: candidate.underSpecialties ? 'specialty' : 'level',
      evidence: evidence.length > 0 ? evidence : ['name'],
    };
  });
  const levels = found.map((level) => promote(level, found));
  return withPageLevel(document, outline, levels, stated, role, vocabulary);
}

function candidatesIn(outline: readonly OutlineEntry[], vocabulary: Vocabulary): readonly Candidate[] {
  const candidates: Candidate[] = [];
  /** Depth and kind of the sections that enclose the present heading. */
  const open: { depth: number; kind: PartKind; title: string }[] = [];
  for (const [at, entry] of outline.entries()) {
    const { depth, title } = entry.section;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const enclosing = open.filter(({ kind }) => kind !== 'other').at(-1)?.kind;
    const repeats = open.some((outer) => sameName(outer.title, title, vocabulary));
    if (entry.roleLike && !repeats && enclosing !== 'career-ladder') {
      candidates.push({
        entry,
        at,
        underSpecialties: enclosing === 'specialties' || enclosing === 'segments',
        underLevels: enclosing === 'levels',
      });
    }
    open.push({ depth, kind: entry.kind, title: entry.roleLike ? title : '' });
  }
  return candidates;
}

function sameName(outer: string, inner: string, vocabulary: Vocabulary): boolean {
  return outer !== '' && compareRoles(parseRoleName(outer, vocabulary), parseRoleName(inner, vocabulary)) === 'same';
}

/**
 * From the candidate's heading to the next candidate's, or to the next section that speaks for the whole family: one at the
 * candidate's depth or above that is family-wide by its kind, names no role, or repeats a kind the level already has.
 */
function extentOf(
  document: Document,
  outline: readonly OutlineEntry[],
  candidate: Candidate,
  candidates: readonly Candidate[],
  vocabulary: Vocabulary,
): Span {
  const start = candidate.entry.section.headingSpan.start;
  const { depth, title } = candidate.entry.section;
  const next = candidates.find(({ at }) => at > candidate.at)?.at ?? outline.length;
  const own = parseRoleName(title, vocabulary);
  const seen = new Set<PartKind>();
  for (let at = candidate.at + 1; at < next; at += 1) {
    const entry = outline[at];
    if (entry === undefined) break;
    const shallow = entry.section.depth <= depth;
    if (shallow && !belongs(entry, own, seen)) return { page: document.path, start, end: entry.section.headingSpan.start };
    seen.add(entry.kind);
  }
  const end = outline[next]?.section.headingSpan.start ?? document.text.length;
  return { page: document.path, start, end };
}

function belongs(entry: OutlineEntry, own: RoleName, seen: ReadonlySet<PartKind>): boolean {
  if (entry.subject !== null) return compareRoles(entry.subject.name, own) !== 'other-role' || !seen.has(entry.kind);
  if (isFamilyWide(entry.kind) || entry.kind === 'other') return false;
  return !seen.has(entry.kind);
}

function evidenceIn(outline: readonly OutlineEntry[], at: number, extent: Span, stated: StatedAt): readonly Evidence[] {
  const evidence: Evidence[] = [];
  const inside = (offset: number) => offset >= extent.start && offset < extent.end;
  if (stated.grades.some(inside)) evidence.push('grade');
  if (stated.reportingLines.some(inside)) evidence.push('reporting-line');
  for (const entry of outline.slice(at + 1)) {
    if (!inside(entry.section.headingSpan.start)) break;
    if (entry.kind === 'grade' && !evidence.includes('grade')) evidence.push('grade');
    if ((entry.kind === 'responsibilities' || entry.kind === 'requirements') && !evidence.includes(entry.kind)) {
      evidence.push(entry.kind);
    }
  }
  return evidence;
}

/** The heading's role; where it says only "Senior", completed by the role of the page. */
function levelName(title: string, role: RoleName | null, vocabulary: Vocabulary): RoleName {
  const name = parseRoleName(title, vocabulary);
  if (role === null || !isBareRung(title, vocabulary)) return name;
  return { ...name, discipline: role.discipline, specialty: role.specialty };
}

/** A role under "Specialties" whose rung no level of the family has is a level that was put in the wrong place. */
function promote(level: Level, all: readonly Level[]): Level {
  if (level.kind !== 'specialty' || !level.name.explicit) return level;
  const rungs = all.filter(({ kind }) => kind === 'level').map(({ name }) => name.seniority);
  return rungs.includes(level.name.seniority) ? level : { ...level, kind: 'level' };
}

/** Adds the page itself as a level where it states a grade outside all levels, or is a role without any level of its own. */
function withPageLevel(
  document: Document,
  outline: readonly OutlineEntry[],
  levels: readonly Level[],
  stated: StatedAt,
  role: RoleName | null,
  vocabulary: Vocabulary,
): readonly Level[] {
  if (role === null || !looksLikeRole(role.text, vocabulary)) return levels;
  const outside = (offset: number) => !levels.some(({ extent }) => offset >= extent.start && offset < extent.end);
  const evidence: Evidence[] = [];
  if (stated.grades.some(outside) || outline.some(({ kind, section }) => kind === 'grade' && outside(section.headingSpan.start))) {
    evidence.push('grade');
  }
  if (levels.length === 0) {
    if (stated.reportingLines.length > 0) evidence.push('reporting-line');
    if (outline.some(({ kind }) => kind === 'responsibilities')) evidence.push('responsibilities');
    if (outline.some(({ kind }) => kind === 'requirements')) evidence.push('requirements');
  }
  if (evidence.length === 0) return levels;
  const title = document.frontMatter?.values.title;
  const page: Level = {
    index: 0,
    title: role.text,
    titleSpan: title ?? { page: document.path, start: 0, end: 0 },
    name: role,
    section: 0,
    extent: { page: document.path, start: 0, end: levels[0]?.extent.start ?? document.text.length },
    kind: 'page',
    evidence,
  };
  return [page, ...levels.map((level) => ({ ...level, index: level.index + 1 }))];
}
