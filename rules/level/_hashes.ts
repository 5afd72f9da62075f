import type { Edit } from '../../src/text/edit.ts';
import type { Heading } from './_outline.ts';

/** Headings that change their depth together. */
export interface Move {
  readonly headings: readonly Heading[];
  /** Depths to go, above 0 for deeper. */
  readonly by: number;
  readonly edits: readonly Edit[];
}

/**
 * Moves by `by` depths (above 0: deeper), each by adding or removing hashes. Null where it cannot be done
 * safely: a heading that is underlined rather than written with hashes, a depth outside 1 to 6, or another heading of the same
 * words that already stands at the new depth.
 */
export function move(
  masked: string,
  headings: readonly Heading[],
  by: number,
  all: readonly Heading[],
): Move | null {
  const edits: Edit[] = [];
  for (const heading of headings) {
    const edit = moveOne(masked, heading, by);
    if (edit === null) return null;
    edits.push(edit);
  }
  const first = headings[0];
  if (by === 0 || first === undefined || doubles(first, by, all)) return null;
  return { headings, by, edits };
}

function moveOne(masked: string, { section }: Heading, by: number): Edit | null {
  const depth = section.depth + by;
  const { page, start, end } = section.headingSpan;
  const hashes = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(masked.slice(start, end));
  if (hashes === null || depth < 1 || depth > 6) return null;
  const at = start + hashes[0].length - section.depth;
  if (by > 0) return { span: { page, start: at, end: at }, text: '#'.repeat(by) };
  return { span: { page, start: at, end: at - by }, text: '' };
}

/** True where the heading, moved, would stand beside another one of the same words. */
function doubles({ section }: Heading, by: number, all: readonly Heading[]): boolean {
  const depth = section.depth + by;
  const title = section.title.trim().toLowerCase();
  const meets = (step: -1 | 1): boolean => {
    for (let at = section.index - 1 + step; ; at += step) {
      const other = all[at]?.section;
      if (other === undefined || other.depth < depth) return false;
      if (other.depth === depth && other.title.trim().toLowerCase() === title) return true;
    }
  };
  return meets(-1) || meets(1);
}
