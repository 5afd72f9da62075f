import { describe, expect, it } from 'vitest';
import type { JudgedFinding } from '../../src/lint/finding.ts';
import { fixAll, fixPage } from '../../src/lint/fix.ts';
import type { Edit } from '../../src/text/edit.ts';
import { on, wordsRule } from '../support/words-rule.ts';

const edit = (start: number, end: number, text: string, page = 'a.md'): Edit => ({
  span: { page, start, end },
  text,
});

function finding(...fix: Edit[]): JudgedFinding {
  return {
    rule: 'test/rule',
    message: 'm',
    why: 'w',
    how: 'h',
    key: 'k',
    occurrence: 0,
    fingerprint: '0',
    severity: 'error',
    silenced: null,
    span: { page: 'a.md', start: 0, end: 0 },
    fix,
  };
}

describe('fixPage', () => {
  const texts = new Map([
    ['a.md', 'abcdef'],
    ['b.md', 'uvw'],
  ]);
  const fixed = (...findings: JudgedFinding[]) => Object.fromEntries(fixPage(texts, findings));

  it('makes fixes that keep out of each other’s way, also side by side', () => {
    expect(fixed(finding(edit(4, 6, '')), finding(edit(0, 2, 'X')), finding(edit(2, 4, 'Y')))).toEqual({
      'a.md': 'XY',
    });
  });

  it('gives way to the earlier finding', () => {
    expect(fixed(finding(edit(2, 4, 'X')), finding(edit(3, 5, 'Y')))).toEqual({ 'a.md': 'abXef' });
    expect(fixed(finding(edit(3, 5, 'Y')), finding(edit(2, 4, 'X')))).toEqual({ 'a.md': 'abcYf' });
  });

  it('never puts two things into one place', () => {
    expect(fixed(finding(edit(2, 2, 'X')), finding(edit(2, 2, 'Y')))).toEqual({ 'a.md': 'abXcdef' });
    expect(fixed(finding(edit(1, 4, 'X')), finding(edit(2, 2, 'Y')))).toEqual({ 'a.md': 'aXef' });
  });

  it('makes all edits of a finding or none, over several pages', () => {
    const both = finding(edit(0, 1, 'A'), edit(0, 1, 'U', 'b.md'));
    expect(fixed(both)).toEqual({ 'a.md': 'Abcdef', 'b.md': 'Uvw' });
    expect(fixed(finding(edit(0, 2, '')), both)).toEqual({ 'a.md': 'cdef' });
  });

  it('leaves silenced findings and unchanged pages alone', () => {
    const silenced = { ...finding(edit(0, 1, 'A')), silenced: { kind: 'waived' as const, reason: 'r' } };
    expect(fixed(silenced, finding(edit(0, 1, 'a')))).toEqual({});
  });
});

describe('fixAll', () => {
  const run = (text: string, ...rules: ReturnType<typeof wordsRule>[]) =>
    fixAll({
      pages: [
        { path: 'a.md', text },
        { path: 'b.md', text: 'same\n' },
      ],
      rules,
      settingsFor: () => on(...rules),
    });

  it('goes on until nothing is left, and names only the pages that changed', () => {
    const { changed, result, settled } = run(
      'one\n',
      wordsRule('a/one', 'one', 'two'),
      wordsRule('a/two', 'two', 'three'),
    );
    expect([...changed]).toEqual([['a.md', 'three\n']]);
    expect(result.findings).toEqual([]);
    expect(settled).toBe(true);
  });

  it('stops when two rules undo each other’s work', () => {
    const { settled } = run('one\n', wordsRule('a/one', 'one', 'two'), wordsRule('a/two', 'two', 'one'));
    expect(settled).toBe(false);
  });
});
