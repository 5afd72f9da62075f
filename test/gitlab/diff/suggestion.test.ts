import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestionOf } from '../../../src/gitlab/diff/suggestion.ts';
import { applyEdits, type Edit } from '../../../src/text/edit.ts';
import { applied } from '../../support/gitlab/click.ts';

const edit = (start: number, end: number, text: string): Edit => ({
  span: { page: 'a.md', start, end },
  text,
});

describe('a suggestion', () => {
  it('changes the file as the fix would, or is not made', () => {
    const piece = fc.constantFrom('a', 'b ', '\n', '\n\n', '\r\n', '```', '\r', '🙂', '  ', '# c');
    const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));
    let made = 0;
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.array(piece, { maxLength: 4 }),
        (page, a, b, c, by) => {
          const [start, end] = [a % (page.length + 1), b % (page.length + 1)].sort((x, y) => x - y);
          const fix = [edit(start ?? 0, end ?? 0, by.join(''))];
          const suggestion = suggestionOf(page, 'a.md', c % (page.length + 1), fix);
          if (suggestion === null) return;
          made += 1;
          expect(applied(page, suggestion)).toBe(applyEdits(page, fix));
          expect(applied(page, suggestion)).not.toBe(page);
          expect(suggestion.content).not.toMatch(/\r|\n\s*$/u);
        },
      ),
      { numRuns: 2000 },
    );
    expect(made).toBeGreaterThan(300);
  });

  it('stands on the line of the finding, whichever lines change', () => {
    const text = 'one\ntwo\nthree\nfour\nfive\n';
    expect(suggestionOf(text, 'a.md', 4, [edit(4, 13, '2\n3')])).toEqual({
      line: 2,
      above: 0,
      below: 1,
      content: '2\n3',
    });
    expect(suggestionOf(text, 'a.md', 15, [edit(4, 13, '2\n3')])).toEqual({
      line: 4,
      above: 2,
      below: 0,
      content: '2\n3\nfour',
    });
    expect(suggestionOf(text, 'a.md', 0, [edit(8, 13, '3')])).toEqual({
      line: 1,
      above: 0,
      below: 2,
      content: 'one\ntwo\n3',
    });
  });

  it('deletes lines by saying nothing', () => {
    expect(suggestionOf('one\ntwo\nthree\n', 'a.md', 4, [edit(4, 8, '')])).toEqual({
      line: 2,
      above: 0,
      below: 0,
      content: '',
    });
  });

  it('takes the next line along where the text would end in a blank one', () => {
    expect(suggestionOf('one\ntwo\nthree\n', 'a.md', 0, [edit(3, 4, '\n\n')])).toEqual({
      line: 1,
      above: 0,
      below: 1,
      content: 'one\n\ntwo',
    });
  });

  it.each([
    [
      'a fix of another page',
      'one\n',
      [edit(0, 3, '1'), { span: { page: 'b.md', start: 0, end: 1 }, text: '' }],
    ],
    ['a fix that changes nothing', 'one\n', [edit(0, 3, 'one')]],
    ['more than a hundred lines', 'a\n'.repeat(200), [edit(0, 1, 'b'), edit(300, 301, 'b')]],
    ['several lines of a page with Windows line ends', 'one\r\ntwo\r\n', [edit(0, 3, '1'), edit(5, 8, '2')]],
    ['half a character', 'one\n', [edit(0, 3, '\ud800')]],
  ])('is not made of %s', (_, text, fix) => {
    expect(suggestionOf(text, 'a.md', 0, fix)).toBe(null);
  });

  it('is made of one line of a page with Windows line ends, without the end', () => {
    expect(suggestionOf('one\r\ntwo\r\n', 'a.md', 5, [edit(5, 8, '2')])?.content).toBe('2');
  });
});
