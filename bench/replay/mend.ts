import { hunksIn } from '../../test/support/gitlab/diff.ts';
import type { Change } from './changes.ts';
import type { Edit, Finding } from './program.ts';

/**
 * The page after the change with its labelled defects repaired, as its author might do it: by the fix or the first suggestion of the
 * finding, else by the line that stood there before, else by taking the line out.
 * @param diff what Git prints for the page, without lines around
 */
export function mended({ path, after, labels }: Change, findings: readonly Finding[], diff: string): string {
  const starts = [0];
  for (let at = after.indexOf('\n'); at >= 0; at = after.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number) => starts[line - 1] ?? after.length;
  const { ranges } = hunksIn(diff);
  const old = removedLines(diff);

  const edits: Edit[] = labels.flatMap((label) => {
    const { line, rule } = label;
    const found = findings.find((one) => one.file === path && one.line === line && one.rule === rule);
    const repair = found?.fix?.edits ?? found?.suggestions?.[0]?.edits;
    if (repair?.every(({ file }) => file === path)) return repair;
    const hunk = ranges.findIndex(({ new: [first, last] }) => line >= first && line <= last);
    const [first, last] = ranges[hunk]?.new ?? [line, line];
    const before = old[hunk] ?? [];
    // Lines that took the place of as many others belong to these one by one.
    const text = before.length === last - first + 1 ? (before[line - first] ?? '') : '';
    return [{ file: path, start: startOf(line), end: startOf(line + 1), text }];
  });
  // From the end on, and each place once; where repairs overlap, the smaller one holds.
  const chosen: Edit[] = [];
  for (const edit of edits.sort((a, b) => a.end - a.start - (b.end - b.start)))
    if (chosen.every(({ start, end }) => edit.end <= start || edit.start >= end)) chosen.push(edit);
  let text = after;
  for (const { start, end, text: fresh } of chosen.sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + fresh + text.slice(end);
  return text;
}

/** The lines that each hunk takes away, with their line breaks. */
function removedLines(diff: string): string[][] {
  return diff
    .split(/^@@.*\n/mu)
    .slice(1)
    .map((hunk) =>
      hunk
        .split('\n')
        .filter((line) => line.startsWith('-'))
        .map((line) => `${line.slice(1)}\n`),
    );
}
