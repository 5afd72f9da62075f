import type { Document } from '../markdown/document.ts';
import { countBelow } from '../text/count-below.ts';
import type { Span } from '../text/span.ts';
import { compareRoles } from './compare-roles.ts';
import type { Level, Mention, PartKind, RoleName } from './facts.ts';
import { NameJoin } from './name-join.ts';
import { isFamilyWide, type OutlineEntry } from './outline.ts';
import { parseRoleName } from './role-name.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Evidence = Level['evidence'][number];

/** Where a page states grades and reporting lines in running text, in the order of the text; offsets in UTF-16 units. */
export interface StatedAt {
  readonly grades: readonly { readonly at: number; readonly subject: Mention | null }[];
  readonly reportingLines: readonly number[];
  readonly extensions: readonly { readonly at: number; readonly subject: Mention | null }[];
}

/** A heading that could be a level's name, with what stands under it. */
export interface Candidate {
  readonly entry: OutlineEntry;
  readonly name: RoleName;
  /** The part of the page it stands under by depth: "levels", "specialties", "hiring-process" …, or `other`. */
  readonly under: PartKind;
  readonly extent: Span;
  readonly evidence: readonly Evidence[];
}

interface Place {
  readonly entry: OutlineEntry;
  /** Position in the outline. */
  readonly at: number;
  readonly under: PartKind;
}

/** All headings that could be levels, each with its extent and the evidence found in it. */
export function candidatesOf(
  document: Document,
  outline: readonly OutlineEntry[],
  stated: StatedAt,
  vocabulary: Vocabulary,
): readonly Candidate[] {
  const places = placesIn(outline, vocabulary);
  const candidates = places.map(({ entry, at, under }, index): Candidate => {
    const name = parseRoleName(entry.section.title, vocabulary);
    const extent = extentOf(document, outline, at, places[index + 1]?.at ?? outline.length, name);
    return { entry, name, under, extent, evidence: evidenceIn(outline, at, extent, name, stated) };
  });
  return withGradesElsewhere(candidates, stated);
}

/** Counts a grade that the page states by name in front of its levels: "The Senior Analyst is a grade 7" under one "Job Grade". */
function withGradesElsewhere(candidates: readonly Candidate[], stated: StatedAt): readonly Candidate[] {
  const starts = candidates.map(({ extent }) => extent.start);
  const loose = stated.grades.filter(({ at }) => {
    const last = candidates[countBelow(starts, at + 1) - 1];
    return last === undefined || at >= last.extent.end;
  });
  const subjects = new NameJoin(
    loose.flatMap(({ subject }) => subject ?? []),
    ({ name }) => name,
  );
  return candidates.map((candidate) => {
    if (candidate.evidence.includes('grade')) return candidate;
    return subjects.has(candidate.name, 'same')
      ? { ...candidate, evidence: [...candidate.evidence, 'grade'] }
      : candidate;
  });
}

const groups: ReadonlySet<PartKind> = new Set(['levels', 'specialties', 'segments']);

function placesIn(outline: readonly OutlineEntry[], vocabulary: Vocabulary): readonly Place[] {
  const places: Place[] = [];
  const repeats = repetitionsIn(outline, vocabulary);
  const open: { depth: number; kind: PartKind; at: number }[] = [];
  /** An empty "Levels" or "Specialties" heading rules the headings beside it, which ought to stand under it. */
  let beside: OutlineEntry | null = null;
  for (const [at, entry] of outline.entries()) {
    const { depth } = entry.section;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    if (
      beside !== null &&
      (depth < beside.section.depth || (depth === beside.section.depth && entry.kind !== 'other'))
    )
      beside = null;
    if (entry.roleLike && !open.some((outer) => repeats(outer.at, at))) {
      const enclosing = open.filter(({ kind }) => kind !== 'other').at(-1)?.kind ?? 'other';
      places.push({ entry, at, under: enclosing === 'other' ? (beside?.kind ?? 'other') : enclosing });
    }
    open.push({ depth, kind: entry.kind, at });
    if (groups.has(entry.kind) && outline[at + 1]?.section.depth === depth) beside = entry;
  }
  return places;
}

/**
 * A deeper heading that says its level's name again ("#### Senior Manager, Risk" under "### Senior Manager, Risk") opens no level of its
 * own. Where the outer heading groups several roles ("## Partner Manager" over "### Junior Partner Manager"), the inner one does.
 */
function repetitionsIn(
  outline: readonly OutlineEntry[],
  vocabulary: Vocabulary,
): (outer: number, inner: number) => boolean {
  const names = new Map<OutlineEntry, RoleName>();
  const nameOf = (entry: OutlineEntry): RoleName => {
    const name = names.get(entry) ?? parseRoleName(entry.section.title, vocabulary);
    names.set(entry, name);
    return name;
  };
  const same = (first: OutlineEntry, second: OutlineEntry) => isSame(nameOf(first), nameOf(second));
  const grouping = new Map<number, boolean>();
  const groupsOthers = (first: OutlineEntry, outer: number): boolean => {
    for (let at = outer + 1; at < outline.length; at += 1) {
      const entry = outline[at];
      if (entry === undefined || entry.section.depth <= first.section.depth) return false;
      if (entry.roleLike && !same(first, entry)) return true;
    }
    return false;
  };
  return (outer, inner) => {
    const first = outline[outer];
    const second = outline[inner];
    if (!first?.roleLike || second === undefined || !same(first, second)) return false;
    const groups = grouping.get(outer) ?? groupsOthers(first, outer);
    grouping.set(outer, groups);
    return !groups;
  };
}

/**
 * From the candidate's heading to the next candidate's, or to the next section that speaks for the whole family. Depths are not
 * trusted: a section at the candidate's own depth or above still belongs to it when it names its role, or is of a kind that levels
 * have and that this one does not have yet.
 */
function extentOf(
  document: Document,
  outline: readonly OutlineEntry[],
  from: number,
  next: number,
  name: RoleName,
): Span {
  const heading = outline[from]?.section;
  const start = heading?.headingSpan.start ?? 0;
  const seen = new Set<PartKind>();
  for (const entry of outline.slice(from + 1, next)) {
    const shallow = entry.section.depth <= (heading?.depth ?? 0);
    if (startsAnother(entry, name, seen) || (shallow && !belongs(entry, name, seen)))
      return { page: document.path, start, end: entry.section.headingSpan.start };
    seen.add(entry.kind);
  }
  return {
    page: document.path,
    start,
    end: outline[next]?.section.headingSpan.start ?? document.text.length,
  };
}

/** A part that names another role, of a kind the level already has: the heading of the next level was forgotten. */
function startsAnother({ kind, subject }: OutlineEntry, own: RoleName, seen: ReadonlySet<PartKind>): boolean {
  // "Senior level Requirements" may still speak of how this role grows.
  if (subject === null || !seen.has(kind) || subject.name.discipline.length === 0) return false;
  return ['other-role', 'other-seniority'].includes(compareRoles(subject.name, own));
}

function belongs(entry: OutlineEntry, own: RoleName, seen: ReadonlySet<PartKind>): boolean {
  if (entry.subject !== null)
    return compareRoles(entry.subject.name, own) !== 'other-role' || !seen.has(entry.kind);
  if (isFamilyWide(entry.kind) || entry.kind === 'other') return false;
  return !seen.has(entry.kind);
}

function isSame(a: RoleName, b: RoleName): boolean {
  return compareRoles(a, b) === 'same';
}

/** What inside the extent shows that it describes a level. */
function evidenceIn(
  outline: readonly OutlineEntry[],
  from: number,
  extent: Span,
  name: RoleName,
  stated: StatedAt,
): readonly Evidence[] {
  const inside = <Item>(items: readonly Item[], startOf: (item: Item) => number): readonly Item[] =>
    items.slice(countBelow(items, extent.start, startOf), countBelow(items, extent.end, startOf));
  const found = new Set<Evidence>();
  if (inside(stated.grades, ({ at }) => at).length > 0) found.add('grade');
  if (inside(stated.reportingLines, Number).length > 0) found.add('reporting-line');
  const extensions = inside(stated.extensions, ({ at }) => at);
  if (extensions.some(({ subject }) => subject !== null && isSame(subject.name, name))) found.add('extends');
  for (let at = from + 1; at < outline.length; at += 1) {
    const entry = outline[at];
    if (entry === undefined || entry.section.headingSpan.start >= extent.end) break;
    const { kind } = entry;
    if (kind === 'grade' || kind === 'responsibilities' || kind === 'requirements') found.add(kind);
  }
  return [...found];
}
