import type { Document } from '../markdown/document.ts';
import { contains, type Span } from '../text/span.ts';
import type { Level } from './facts.ts';

/**
 * Where a finding about a level as a whole points: its heading; for a level that is the page itself, the page's head, from the first
 * line of the front matter to the title.
 */
export function headOf({ kind, titleSpan }: Level, frontMatter: Document['frontMatter']): Span {
  if (kind !== 'page' || frontMatter === null || !contains(frontMatter.span, titleSpan)) return titleSpan;
  return { ...titleSpan, start: frontMatter.span.start };
}
