import { diffArrays } from 'diff';

/** Beyond so many lines that differ, nothing is paired: the pages have little in common. */
const mostChanges = 4000;

/**
 * Which lines of a text stand unchanged in another one, as a diff has it.
 * @returns the line before (from 1) by the line now (from 1); null where the texts differ too much
 */
export function linePairs(before: string, now: string): ReadonlyMap<number, number> | null {
  const parts = diffArrays(linesOf(before), linesOf(now), { maxEditLength: mostChanges });
  if (parts === undefined) return null;
  const pairs = new Map<number, number>();
  let [was, is] = [1, 1];
  for (const { added, removed, count } of parts) {
    if (!added && !removed) for (let line = 0; line < count; line += 1) pairs.set(is + line, was + line);
    if (!added) was += count;
    if (!removed) is += count;
  }
  return pairs;
}

/** Lines end as in `LineIndex`. */
const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/u);
