import { structuredPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairLines } from '../../../src/gitlab/diff/hunks.ts';
import type { ChangedFile } from '../../../src/gitlab/diff/version.ts';
import { changedFile } from './changed-file.ts';

const changed = (diff: string, more: Partial<ChangedFile> = {}) => changedFile('a.md', diff, more);

/** The hunks between two texts, as GitLab sends them. */
function hunksBetween(before: readonly string[], after: readonly string[]) {
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  const { hunks } = structuredPatch('a', 'a', text(before), text(after), '', '', { context: 3 });
  const start = (at: number, lines: number) => (lines === 0 ? at - 1 : at);
  const diff = hunks
    .map(
      ({ oldStart, oldLines, newStart, newLines, lines }) =>
        `@@ -${start(oldStart, oldLines)},${oldLines} +${start(newStart, newLines)},${newLines} @@\n${lines.map((line) => `${line}\n`).join('')}`,
    )
    .join('');
  return { diff, added: hunks.flatMap(({ lines }) => lines).filter((line) => line.startsWith('+')).length };
}

const line = fc.constantFrom(
  '',
  'a',
  'b',
  '-- c',
  '++ d',
  '@@ -1 +1 @@',
  '\\ e',
  'f\r',
  ' g',
  'diff --git a/h b/h',
);

describe('pairs of lines', () => {
  it('hold the same text on both sides, grow together, and leave out the added lines alone', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.array(line, { maxLength: 40 }), (before, after) => {
        const { diff, added } = hunksBetween(before, after);
        const pairs = pairLines(changed(diff));
        if (pairs === null) {
          expect(before).toEqual(after);
          return;
        }
        const olds = after.map((_, index) => pairs.oldLine(index + 1));
        for (const [index, old] of olds.entries())
          if (old !== null) expect(before[old - 1]).toBe(after[index]);
        const kept = olds.filter((old) => old !== null);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        expect(olds.length - kept.length).toBe(added);
      }),
    );
  });

  it('reach past the hunks on both sides', () => {
    const pairs = pairLines(
      changed('@@ -10,3 +10,4 @@ ## Levels\n ten\n+new\n eleven\n twelve\n@@ -20 +20,0 @@\n-x\n'),
    );
    expect([1, 9, 10, 11, 12, 14, 20, 21, 40].map((at) => pairs?.oldLine(at))).toEqual([
      1,
      9,
      10,
      null,
      11,
      13,
      19,
      21,
      40,
    ]);
  });

  it('are only null for a new file, whether or not its diff was sent', () => {
    expect(pairLines(changed('@@ -0,0 +1,2 @@\n+a\n+b\n', { isNew: true }))?.oldLine(2)).toBe(null);
    expect(pairLines(changed('', { isNew: true, isCollapsed: true }))?.oldLine(700)).toBe(null);
  });

  it.each([
    ['a pure rename', changed('', { isRenamed: true, oldPath: 'b.md' })],
    ['a change of mode', changed('')],
    ['a binary file', changed('Binary files a/a.png and b/a.png differ\n')],
    ['a deleted file', changed('@@ -1 +0,0 @@\n-a\n', { isDeleted: true })],
    ['a file too large', changed('', { isTooLarge: true })],
    ['a new file too large', changed('', { isTooLarge: true, isNew: true })],
    ['a new file without text', changed('', { isNew: true })],
    ['a file whose diff was left out', changed('', { isCollapsed: true })],
    ['a damaged diff', changed('@@ -1,9 +1,9 @@\n a\n')],
  ])('are unknown for %s', (_, file) => {
    expect(pairLines(file)).toBe(null);
  });
});
