import type { Section } from '../../src/markdown/document.ts';
import { compareRoles } from '../../src/model/compare-roles.ts';
import type { FamilyFacts, Level, ReportingLine } from '../../src/model/facts.ts';

/** The lines that stand in a level's own text, sentences about those who report to it left out. */
export function ownLines(level: Level, family: FamilyFacts): readonly ReportingLine[] {
  return family.reportingLines.filter((line) => {
    if (line.level !== null && line.level !== level.index) return false;
    if (line.level === null && !(line.plural && isInside(line, level))) return false;
    return !isAboutReports(line, level);
  });
}

/** The lines that speak for several levels at once and for this one too: in the introduction, or above a group of levels. */
export function sharedLines(
  level: Level,
  family: FamilyFacts,
  sections: readonly Section[],
): readonly ReportingLine[] {
  const intro = family.levels.find(({ kind }) => kind !== 'page')?.extent.start ?? Number.POSITIVE_INFINITY;
  const groups = [...ancestors(level.section, sections)];
  return family.reportingLines.filter((line) => {
    const at = line.span.start;
    if (line.level === level.index) return false;
    const inGroup = groups.some(({ bodySpan }) => at >= bodySpan.start && at < bodySpan.end);
    return (at < intro || inGroup) && speaksFor(line, level, family);
  });
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
