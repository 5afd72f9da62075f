import type { Document } from '../markdown/document.ts';
import { contains, type Span } from '../text/span.ts';
import { compareRoles } from './compare-roles.ts';
import type { Level, RoleName } from './facts.ts';

/**
 * Where a finding about a level as a whole points: its heading; for a level that is the page itself, the page's head, from the first
 * line of the front matter to the title.
 */
export function headOf({ kind, titleSpan }: Level, frontMatter: Document['frontMatter']): Span {
  if (kind !== 'page' || frontMatter === null || !contains(frontMatter.span, titleSpan)) return titleSpan;
  return { ...titleSpan, start: frontMatter.span.start };
}

/** True where the page was taken for a level of its own, but one of its sections is that very level, perhaps by a shorter name. */
export function isSectionToo(level: Level, levels: readonly Level[]): boolean {
  const isSame = ({ name }: Level) => {
    const relation = compareRoles(name, level.name);
    return (
      relation === 'same' ||
      relation === 'variant' ||
      (relation === 'abridged' && size(name) < size(level.name))
    );
  };
  return level.kind === 'page' && levels.some((other) => other.kind === 'level' && isSame(other));
}

const size = ({ discipline, specialty }: RoleName): number => discipline.length + specialty.length;
