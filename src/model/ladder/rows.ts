import { compareText } from '../../text/compare.ts';
import type { Span } from '../../text/span.ts';
import type { Level } from '../facts.ts';
import { type FamilyPage, joinFamilies } from '../families.ts';
import { gradedLevels } from '../graded-levels.ts';
import { type Readings, readingsOf } from './rungs.ts';

/** A level of a family, as far as ladders go. */
export interface LadderLevel {
  /** Path of the page that describes it. */
  readonly path: string;
  readonly level: Level;
  /** The one whole grade that it states in sentences; null where it states none, or several, or a half one. */
  readonly stated: { readonly span: Span; readonly value: number } | null;
  readonly readings: Readings;
}

/** A family as a row of the table of all ladders. */
export interface LadderRow {
  /** Path of the leading page. */
  readonly path: string;
  /** The family's role as its title says; the name of its page or folder where that is no role. */
  readonly name: string;
  /** Levels in the order of the pages; specialties are left out, because they share the grade of a level. */
  readonly levels: readonly LadderLevel[];
}

/**
 * The rows of the table of all ladders, sorted by path; families without levels are left out. The order of the pages does not matter.
 * @param plain whether names that say no rung are taken for intermediate ones
 */
export function ladderRows(pages: readonly FamilyPage[], plain = false): readonly LadderRow[] {
  return joinFamilies(pages)
    .flatMap((family): LadderRow[] => {
      const path = family.pages[0]?.path ?? '';
      const stated = new Map(
        family.pages.flatMap((page) =>
          gradedLevels(page.family).map(({ level, grade: { span }, value }) => [level, { span, value }]),
        ),
      );
      const levels = family.levels
        .filter(({ level }) => level.kind !== 'specialty')
        .map(({ path, level }) => ({
          path,
          level,
          stated: stated.get(level) ?? null,
          readings: readingsOf(level, plain),
        }));
      return levels.length === 0 ? [] : [{ path, name: family.role?.text ?? fileName(path), levels }];
    })
    .sort((a, b) => compareText(a.path, b.path));
}

/** The name of the page, or of its folder where the page is an index: what people call a family that names no role. */
function fileName(path: string): string {
  return (
    path
      .replace(/\/?_?index\.[^/]*$/, '')
      .replace(/\.[^/]*$/, '')
      .split('/')
      .at(-1) ?? path
  );
}
