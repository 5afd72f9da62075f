import type { Section } from '../../src/markdown/document.ts';
import { compareRoles } from '../../src/model/compare-roles.ts';
import type { FamilyFacts, Level, ReportingLine } from '../../src/model/facts.ts';
import { ofLevel } from '../../src/model/of-level.ts';
import { startingIn } from '../../src/text/starting-in.ts';

/** The lines that stand in a level's own text, sentences about those who report to it left out. */
export function ownLines(level: Level, family: FamilyFacts): readonly ReportingLine[] {
  const own = ofLevel(family.reportingLines, level.index);
  const plural = startingIn(ofLevel(family.reportingLines, null), level.extent).filter(
    (line) => line.plural && isInside(line, level),
  );
  return [...own, ...plural]
    .filter((line) => !isAboutReports(line, level))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The lines that speak for several levels at once and for this one too: in the introduction, or above a group of levels. */
export function sharedLines(
  level: Level,
  family: FamilyFacts,
  sections: readonly Section[],
): readonly ReportingLine[] {
  return linesOver(level, family, sections).filter((line) => speaksFor(line, level, family));
}

/** Whether any line speaks for several levels at once and for this one too. */
export function hasSharedLine(level: Level, family: FamilyFacts, sections: readonly Section[]): boolean {
  return linesOver(level, family, sections).some((line) => speaksFor(line, level, family));
}

/** The lines in the introduction and above the groups that a level stands in, its own left out. */
function linesOver(
  level: Level,
  family: FamilyFacts,
  sections: readonly Section[],
): readonly ReportingLine[] {
  const intro = family.levels.find(({ kind }) => kind !== 'page')?.extent.start ?? Number.POSITIVE_INFINITY;
  const groups = [...ancestors(level.section, sections)];
  const reached = [{ start: 0, end: intro }, ...groups.map(({ bodySpan }) => bodySpan)];
  const lines = new Set(reached.flatMap((span) => startingIn(family.reportingLines, span)));
  return [...lines].filter((line) => line.level !== level.index).sort((a, b) => a.span.start - b.span.start);
}

/** A sentence of the introduction that names a rung, or a role of one track, says nothing of other rungs and tracks. */
function speaksFor(line: ReportingLine, level: Level, { levels, role }: FamilyFacts): boolean {
  const { subject } = line;
  if (isAboutReports(line, level)) return false;
  if (subject === null) return true;
  if (names(subject.name, level)) return true;
  const isTitle = role !== null && compareRoles(subject.name, role) === 'same';
  if (subject.name.explicit && !isTitle) return subject.name.seniority === level.name.seniority;
  const isTrackKnown = levels.some(({ name }) => name.track === subject.name.track);
  return !isTrackKnown || subject.name.track === level.name.track;
}

/** "UX Researchers report to the UX Research Manager", said of that manager. */
export function isAboutReports({ subject, managers }: ReportingLine, level: Level): boolean {
  if (subject === null || names(subject.name, level)) return false;
  return managers.some(({ name }) => name.track === level.name.track && names(name, level));
}

function names(name: Level['name'], level: Level): boolean {
  const relation = compareRoles(name, level.name);
  return relation === 'same' || relation === 'variant';
}

const isInside = ({ span }: ReportingLine, { extent }: Level): boolean =>
  span.start >= extent.start && span.end <= extent.end;

/** The sections that a section stands in, innermost first. */
function* ancestors(section: number, sections: readonly Section[]): Generator<Section> {
  let outer = sections[sections[section]?.parent ?? -1];
  while (outer !== undefined) {
    yield outer;
    outer = sections[outer.parent ?? -1];
  }
}
