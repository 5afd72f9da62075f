import { parsePatch } from 'diff';
import type { ChangedFile } from './version.ts';

/** Which line before the change a line after it comes from. */
export interface Pairing {
  /**
   * The line (from 1) before the change, also where the diff does not show it; null for a line that the change adds.
   * @param newLine a line (from 1) that the file has after the change
   */
  oldLine(newLine: number): number | null;
}

/**
 * Pairs the lines of a changed file. GitLab takes a note on an unchanged line, even far from all changes, but only with both
 * numbers, and both exactly right.
 * @returns null where no line of the file can carry a note: GitLab has no lines of it, or does not tell us which
 */
export function pairLines(file: ChangedFile): Pairing | null {
  if (file.isDeleted || file.isTooLarge) return null;
  // All lines of a new file are added, whether or not the diff shows them. Without any, there is none to carry a note.
  if (file.isNew) return file.diff === '' && !file.isCollapsed ? null : { oldLine: () => null };
  const hunks = hunksOf(file.diff);
  if (hunks.length === 0) return null;
  const pairs = new Map<number, number | null>();
  for (const { oldStart, newStart, lines } of hunks) {
    let before = oldStart;
    let after = newStart;
    for (const line of lines) {
      if (line.startsWith('+')) pairs.set(after, null);
      else if (line.startsWith(' ') || line === '') pairs.set(after, before);
      if (!line.startsWith('-') && !line.startsWith('\\')) after += 1;
      if (!line.startsWith('+') && !line.startsWith('\\')) before += 1;
    }
  }
  return {
    oldLine(newLine) {
      const shown = pairs.get(newLine);
      if (shown !== undefined) return shown;
      let shift = 0;
      for (const { newStart, newLines, oldLines } of hunks) {
        if (newStart > newLine) break;
        shift += newLines - oldLines;
      }
      return newLine - shift;
    },
  };
}

/** The hunks of a diff; none where it has none, is of a binary file, or is damaged. */
function hunksOf(diff: string): ReturnType<typeof parsePatch>[number]['hunks'] {
  try {
    return parsePatch(diff).flatMap(({ hunks }) => hunks);
  } catch {
    return [];
  }
}
