import { diffArrays } from 'diff';

/** Beyond so many lines that differ, the texts count as having nothing in common. */
const mostChanges = 4000;

/** The lines of two texts, by their index: those with one number stand at the same place. */
export interface LinePlaces {
  readonly before: readonly number[];
  readonly now: readonly number[];
}

/**
 * Which lines of two texts belong together, as a diff has it: an unchanged line to itself alone, and all lines that were taken away to all
 * that took their place.
 * @returns null where the texts differ too much
 */
export function linePlaces(before: string, now: string): LinePlaces | null {
  const parts = diffArrays(linesOf(before), linesOf(now), { maxEditLength: mostChanges });
  if (parts === undefined) return null;
  const was: number[] = [];
  const is: number[] = [];
  let place = 0;
  for (const { added, removed, count } of parts) {
    for (let line = 0; line < count; line += 1) {
      if (!added && !removed) place += 1;
      if (!added) was.push(place);
      if (!removed) is.push(place);
    }
    if (!added && !removed) place += 1;
  }
  return { before: was, now: is };
}

/** Lines end as in `LineIndex`. */
const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/u);
