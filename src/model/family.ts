import type { Document } from '../markdown/document.ts';
import type { FamilyFacts, Level, Part, RoleName } from './facts.ts';
import { statedExtensions } from './extensions.ts';
import { statedGrades } from './grades.ts';
import { findLevels } from './levels.ts';
import { type OutlineEntry, outlineOf } from './outline.ts';
import { statedReportingLines } from './reporting-lines.ts';
import { looksLikeRole, parseRoleName } from './role-name.ts';
import { settleTracks } from './tracks.ts';
import { defaultVocabulary, type Vocabulary } from './vocabulary.ts';

/** Reads what a page says of its job family: levels by evidence, and whom each grade, reporting line and extension belongs to. */
export function familyFacts(document: Document, vocabulary: Vocabulary = defaultVocabulary): FamilyFacts {
  const role = roleOf(document, vocabulary);
  const outline = outlineOf(document, vocabulary);
  const grades = statedGrades(document, vocabulary);
  const reportingLines = statedReportingLines(document, vocabulary);
  const extensions = statedExtensions(document, vocabulary);
  const stated = {
    grades: grades.filter(({ where }) => where === 'sentence').map(({ span }) => span.start),
    reportingLines: reportingLines.map(({ span }) => span.start),
  };
  const levels = settleTracks(findLevels(document, outline, stated, role, vocabulary));
  const levelAt = (offset: number) => levelOf(levels, offset);
  const shown = levels.some(({ evidence }) => evidence.some((kind) => kind !== 'name'));
  return {
    isFamily: shown && (role !== null || levels.length > 1 || grades.length > 0),
    role,
    levels,
    parts: partsOf(outline, levels),
    grades: grades.map((grade) => ({ ...grade, level: levelAt(grade.span.start) })),
    reportingLines: reportingLines.map((line) => ({ ...line, level: line.plural ? null : levelAt(line.span.start) })),
    extensions: extensions.map((extension) => ({ ...extension, level: levelAt(extension.span.start) })),
  };
}

/** The role of the page: its title, or, without front matter, its first heading of depth one. */
function roleOf(document: Document, vocabulary: Vocabulary): RoleName | null {
  const title = document.frontMatter?.data.title;
  if (typeof title === 'string' && title.trim() !== '') return parseRoleName(title, vocabulary);
  const heading = document.sections.find(({ depth }) => depth === 1);
  return heading !== undefined && looksLikeRole(heading.title, vocabulary) ? parseRoleName(heading.title, vocabulary) : null;
}

/** Index of the innermost level whose extent holds the offset; null in front of all levels and in sections of the whole family. */
function levelOf(levels: readonly Level[], offset: number): number | null {
  let found: Level | null = null;
  for (const level of levels) {
    if (offset < level.extent.start || offset >= level.extent.end) continue;
    if (found === null || level.extent.start >= found.extent.start) found = level;
  }
  return found?.index ?? null;
}

function partsOf(outline: readonly OutlineEntry[], levels: readonly Level[]): readonly Part[] {
  const headings = new Set(levels.map(({ section }) => section));
  return outline
    .filter(({ section }) => !headings.has(section.index))
    .map(({ section, kind, subject }) => ({
      section: section.index,
      kind,
      level: levelOf(levels, section.headingSpan.start),
      subject,
    }));
}
