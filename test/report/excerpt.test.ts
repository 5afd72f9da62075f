import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/report/excerpt.ts';
import { LineIndex } from '../../src/text/line-index.ts';
import { processorTime } from '../support/processor-time.ts';

/** The excerpt of the first ⟦…⟧ in a text. */
function shown(marked: string, width = 60): string[] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace('⟦', '').replace('⟧', '');
  const index = new LineIndex(text);
  const from = index.position(start);
  const to = index.position(end);
  const place = { ...from, endLine: to.line, endColumn: to.column };
  const { line, marks } = excerpt(text, start, end, place, width);
  return [line, marks];
}

describe('excerpt', () => {
  it('marks the words in their line', () => {
    expect(shown('one\ntwo ⟦three⟧ four\nfive')).toEqual(['two three four', '    ^^^^^']);
  });

  it('gives wide characters and emoji the columns of a terminal', () => {
    expect(shown('港 👩‍✈️ é ⟦港口⟧ x')).toEqual(['港 👩‍✈️ é 港口 x', '        ^^^^']);
  });

  it('shows tabs as blanks up to the next stop', () => {
    expect(shown('\ta\t⟦b⟧')).toEqual(['    a   b', '        ^']);
  });

  it('marks one column for an empty span, also at the end of the line', () => {
    expect(shown('ab⟦⟧cd')).toEqual(['abcd', '  ^']);
    expect(shown('ab⟦⟧\ncd')).toEqual(['ab', '  ^']);
  });

  it('stays in the first line of a span over several', () => {
    expect(shown('one ⟦two\r\nthree⟧ four')).toEqual(['one two', '    ^^^']);
  });

  it('does not count a byte order mark', () => {
    expect(shown('\ufeff⟦one⟧ two')).toEqual(['one two', '^^^']);
  });

  it('cuts a long line around the span', () => {
    const [line = '', marks = ''] = shown(`${'left '.repeat(100)}⟦here⟧${' right'.repeat(100)}`, 40);
    expect(line).toMatch(/^….* here .*…$/u);
    expect(line.length).toBeLessThanOrEqual(40);
    expect(line.slice(marks.indexOf('^'))).toMatch(/^here/u);
    expect(marks.trim()).toBe('^^^^');
  });

  it('cuts a span that is longer than the line', () => {
    const [line = '', marks = ''] = shown(`before ⟦${'x'.repeat(500)}⟧ after`, 40);
    expect(line.length).toBeLessThanOrEqual(40);
    expect(marks.length).toBeLessThanOrEqual(40);
    expect(line).toMatch(/before x+…$/u);
  });

  it('takes no longer for a line of 10 MB', () => {
    const text = 'word '.repeat(2_000_000);
    const started = processorTime();
    const { line } = excerpt(
      text,
      5_000_000,
      5_000_004,
      { line: 1, column: 5_000_001, endLine: 1, endColumn: 5_000_005 },
      80,
    );
    expect(processorTime() - started).toBeLessThan(100);
    expect(line.length).toBeLessThanOrEqual(80);
  });
});
