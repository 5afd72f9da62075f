import { parsePatch, type StructuredPatchHunk, structuredPatch } from 'diff';

/** One line of a diff, with the numbers that it has on both sides; null on the side where it does not stand. */
export interface DiffLine {
  readonly old: number | null;
  readonly new: number | null;
}

export interface Hunks {
  /** The text as GitLab gives it: hunks alone, without the lines of file names. */
  readonly text: string;
  readonly lines: readonly DiffLine[];
  /** Pairs of first and last line, on both sides, which the hunks cover. */
  readonly ranges: readonly {
    readonly old: readonly [number, number];
    readonly new: readonly [number, number];
  }[];
}

/** How one text becomes another. */
export function hunksOf(before: string, after: string): Hunks {
  const { hunks } = structuredPatch('a', 'b', before, after, '', '', { context: 3 });
  const text = hunks.flatMap((hunk) => [
    `@@ -${span(hunk.oldStart, hunk.oldLines)} +${span(hunk.newStart, hunk.newLines)} @@\n`,
    ...hunk.lines.map((line) => `${line}\n`),
  ]);
  return { text: text.join(''), ...numbersIn(hunks) };
}

/** @param diff as `git diff` prints it for one file */
export function hunksIn(diff: string): Hunks {
  const start = diff.search(/^@@/mu);
  const text = start < 0 ? '' : diff.slice(start);
  return { text, ...numbersIn(text === '' ? [] : parsePatch(text).flatMap(({ hunks }) => hunks)) };
}

function numbersIn(hunks: readonly StructuredPatchHunk[]): Pick<Hunks, 'lines' | 'ranges'> {
  const lines: DiffLine[] = [];
  const ranges: Hunks['ranges'][number][] = [];
  for (const hunk of hunks) {
    let [old, fresh] = [hunk.oldStart, hunk.newStart];
    for (const line of hunk.lines) {
      if (line.startsWith('-')) lines.push({ old: old++, new: null });
      else if (line.startsWith('+')) lines.push({ old: null, new: fresh++ });
      else if (line.startsWith(' ')) lines.push({ old: old++, new: fresh++ });
    }
    ranges.push({ old: [hunk.oldStart, old - 1], new: [hunk.newStart, fresh - 1] });
  }
  return { lines, ranges };
}

/** As Git has it: the number 1 is left out. */
const span = (start: number, lines: number): string => (lines === 1 ? `${start}` : `${start},${lines}`);

/**
 * Where an unchanged line of one text stands in the other.
 * @param line from 1
 * @returns null where the line was changed or removed
 */
export function follow(line: number, { lines, ranges }: Hunks, from: 'old' | 'new'): number | null {
  const to = from === 'old' ? 'new' : 'old';
  let shift = 0;
  for (const range of ranges) {
    const [first, last] = range[from];
    if (line < first) break;
    if (line <= last) return lines.find((one) => one[from] === line)?.[to] ?? null;
    shift = range[to][1] - last;
  }
  return line + shift;
}

/** How many lines a text has. */
export function lineCount(text: string): number {
  if (text === '') return 0;
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
