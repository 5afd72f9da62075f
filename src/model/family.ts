import type { Document } from '../markdown/document.ts';
import { countBelow } from '../text/count-below.ts';
import { compareRoles } from './compare-roles.ts';
import { statedExtensions } from './extensions.ts';
import type { FamilyFacts, Level, Mention, Part, RoleName } from './facts.ts';
import { statedGrades } from './grades.ts';
import { findLevels } from './levels.ts';
import { joinLevels } from './name-join.ts';
import { type OutlineEntry, outlineOf } from './outline.ts';
import { pageVocabulary } from './page-vocabulary.ts';
import { type StatedReportingLine, statedReportingLines } from './reporting-lines.ts';
import { looksLikeRole, parseRoleName } from './role-name.ts';
import { defaultVocabulary, type Vocabulary } from './vocabulary.ts';

/** Reads what a page says of its job family: levels by evidence, and whom each grade, reporting line and extension belongs to. */
export function familyFacts(document: Document, known: Vocabulary = defaultVocabulary): FamilyFacts {
  const vocabulary = pageVocabulary(document, known);
  const role = roleOf(document, vocabulary);
  const outline = outlineOf(document, vocabulary);
  const grades = statedGrades(document, vocabulary);
  const lines = statedReportingLines(document, vocabulary);
  const extensions = statedExtensions(document, vocabulary);
  const stated = {
    // A matrix at the top of the page, or "all roles are grades 6 to 8", makes no section around it a level.
    grades: grades
      .filter(({ where, form }) => where === 'sentence' && form !== 'range')
      .map(({ span, subject }) => ({ at: span.start, subject })),
    reportingLines: lines.map(({ span }) => span.start),
    extensions: extensions.map(({ span, subject }) => ({ at: span.start, subject })),
  };
  const levels = findLevels(document, outline, stated, role, vocabulary);
  return {
    isFamily: isFamily(document, levels),
    role,
    levels,
    parts: partsOf(outline, levels),
    grades: grades.map((grade) => ({ ...grade, level: ownerOf(levels, grade.span.start, grade.subject) })),
    reportingLines: lines
      .filter((line) => !tellsWhoReportsHere(line, levelAt(levels, line.span.start)))
      .map((line) => ({
        ...line,
        level: line.plural ? null : ownerOf(levels, line.span.start, line.subject),
      })),
    extensions: extensions.map((extension) => ({
      ...extension,
      level: levelAt(levels, extension.span.start)?.index ?? null,
    })),
  };
}

/**
 * True where the page states a grade, a manager or an extension of a level, or shows both what a role does and what it asks for; for a page
 * with a role's title, what it does is enough. Either half alone stands on many pages that describe a task: there the front matter must
 * say that it is a family.
 */
function isFamily(document: Document, levels: readonly Level[]): boolean {
  const shown = new Set(levels.flatMap(({ evidence }) => evidence));
  if (shown.has('grade') || shown.has('reporting-line') || shown.has('extends')) return true;
  if (shown.has('responsibilities') && shown.has('requirements')) return true;
  if (shown.has('responsibilities') && levels.some(({ kind }) => kind === 'page')) return true;
  const marked = /\bjob[-_ ]?family/i.test(
    String(document.frontMatter?.data.layout ?? document.frontMatter?.data.type ?? ''),
  );
  return marked && (shown.has('responsibilities') || shown.has('requirements'));
}

/** Words of a title that name the page rather than the role: "Roles & Responsibilities", "Job Family". */
const pageWords =
  /(?<!\s)\s*(?:[-–—:]\s*)?(?:roles?\s*(?:&|and)\s*responsibilities|job\s+family(?:\s+matrix)?|roles?(?:\s+at\s+\S+)?)\s*$/i;

/** The role of the page: its title, or, without front matter, its first heading of depth one. */
function roleOf(document: Document, vocabulary: Vocabulary): RoleName | null {
  const title = document.frontMatter?.data.title;
  if (typeof title === 'string' && title.trim() !== '') {
    const bare = title.replace(pageWords, '');
    return parseRoleName(bare.trim() === '' ? title : bare, vocabulary);
  }
  const heading = document.sections.find(({ depth }) => depth === 1);
  return heading !== undefined && looksLikeRole(heading.title, vocabulary)
    ? parseRoleName(heading.title, vocabulary)
    : null;
}

/** The level whose extent holds the offset; null in front of all levels and in sections of the whole family. */
function levelAt(levels: readonly Level[], offset: number): Level | null {
  // One ends where the next starts, or before.
  const last = levels[countBelow(levels, offset + 1, ({ extent }) => extent.start) - 1];
  return last !== undefined && offset < last.extent.end ? last : null;
}

/**
 * The level that a statement belongs to: the one it stands in. In front of all levels, or in the page's own text, a statement that
 * names one of the levels belongs to that one, and one that names a role unlike the page's own to none.
 */
function ownerOf(levels: readonly Level[], offset: number, subject: Mention | null): number | null {
  const at = levelAt(levels, offset);
  if (subject === null || (at !== null && at.kind !== 'page')) return at?.index ?? null;
  const named = namedLevel(levels, subject.name);
  if (named !== undefined) return named.index;
  return at !== null && levels.length === 1 && compareRoles(at.name, subject.name) !== 'other-seniority'
    ? at.index
    : null;
}

/** "A team of Analysts report to the Manager", said under the Manager: that is no reporting line of the Manager's own. */
function tellsWhoReportsHere({ plural, managers }: StatedReportingLine, level: Level | null): boolean {
  if (!plural || level === null || level.kind === 'page') return false;
  return managers.some(({ name }) => ['same', 'variant'].includes(compareRoles(name, level.name)));
}

/** The level that bears the name; a spelling variant counts where only one level fits. */
function namedLevel(levels: readonly Level[], name: RoleName): Level | undefined {
  const named = joinLevels(levels);
  const [exact] = named.related(name, 'same');
  if (exact !== undefined) return exact;
  const variants = named.related(name, 'variant');
  return variants.length === 1 ? variants[0] : undefined;
}

function partsOf(outline: readonly OutlineEntry[], levels: readonly Level[]): readonly Part[] {
  const headings = new Set(levels.filter(({ kind }) => kind !== 'page').map(({ section }) => section));
  return outline
    .filter(({ section }) => !headings.has(section.index))
    .map(({ section, kind, subject }) => ({
      section: section.index,
      kind,
      level: levelAt(levels, section.headingSpan.start)?.index ?? null,
      subject,
    }));
}
