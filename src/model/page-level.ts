import type { Document } from '../markdown/document.ts';
import type { Evidence, StatedAt } from './candidates.ts';
import type { Level, RoleName } from './facts.ts';
import { joinLevels } from './name-join.ts';
import type { OutlineEntry } from './outline.ts';
import { looksLikeRole } from './role-name.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The page itself as a level, where it states a grade in front of all levels (its own, as in a folder with a page a level), or is a
 * role without any level of its own; else null.
 */
export function pageLevel(
  document: Document,
  outline: readonly OutlineEntry[],
  levels: readonly Level[],
  stated: StatedAt,
  role: RoleName | null,
  vocabulary: Vocabulary,
): Level | null {
  if (role === null || !looksLikeRole(role.text, vocabulary)) return null;
  const end = levels[0]?.extent.start ?? document.text.length;
  const evidence = evidenceBefore(end, outline, levels, stated);
  if (evidence.length === 0) return null;
  return {
    index: 0,
    title: role.text,
    titleSpan: document.frontMatter?.values.title ?? { page: document.path, start: 0, end: 0 },
    name: role,
    section: 0,
    extent: { page: document.path, start: 0, end },
    kind: 'page',
    evidence,
  };
}

function evidenceBefore(
  end: number,
  outline: readonly OutlineEntry[],
  levels: readonly Level[],
  stated: StatedAt,
): readonly Evidence[] {
  const kinds = outline.filter(({ section }) => section.headingSpan.start < end).map(({ kind }) => kind);
  const evidence: Evidence[] = [];
  const grades = stated.grades.filter(({ at }) => at < end);
  const named = joinLevels(levels);
  const ofLevel = (name: RoleName) => named.has(name, 'same', 'variant');
  const own = grades.filter(({ subject }) => subject === null || !ofLevel(subject.name));
  if (own.length > 0 || (grades.length === 0 && kinds.includes('grade'))) evidence.push('grade');
  if (levels.some(({ kind }) => kind !== 'specialty')) return evidence;
  if (stated.reportingLines.length > 0) evidence.push('reporting-line');
  if (kinds.includes('responsibilities')) evidence.push('responsibilities');
  if (kinds.includes('requirements')) evidence.push('requirements');
  return evidence;
}
