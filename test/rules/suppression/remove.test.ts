import { describe, expect, it } from 'vitest';
import { removeComment, removeName } from '../../../rules/suppression/_remove.ts';
import { applyEdits } from '../../../src/text/edit.ts';

const comment = '<!-- x -->';

function without(text: string): string {
  const start = text.indexOf(comment);
  return applyEdits(text, [removeComment(text, { page: 'a.md', start, end: start + comment.length })]);
}

describe('removeComment', () => {
  it.each([
    ['its line where it fills one', `# A\n${comment}\n## B\n`, '# A\n## B\n'],
    ['one of the empty lines around it', `a\n\n${comment}\n\nb\n`, 'a\n\nb\n'],
    ['the line at the start', `${comment}\n# A\n`, '# A\n'],
    ['the line and the empty one after it, at the start', `${comment}\n\n# A\n`, '# A\n'],
    ['the line behind a byte order mark', `\ufeff${comment}\n# A\n`, '\ufeff# A\n'],
    ['the last line, with a line end', `a\n\n${comment}\n`, 'a\n\n'],
    ['the last line, without a line end', `a\n${comment}`, 'a\n'],
    ['an indented line', `- a\n\n  ${comment}\n- b\n`, '- a\n\n- b\n'],
    ['a line between list items', `- a\n${comment}\n- b\n`, '- a\n- b\n'],
    ['a line before another comment', `a\n${comment}\n<!-- y -->\nb\n`, 'a\n<!-- y -->\nb\n'],
    ['blanks before it at the end of a line', `a word  ${comment}\nb\n`, 'a word\nb\n'],
    ['blanks after it at the start of a line', `${comment} a word\n`, 'a word\n'],
    ['one of two blanks in a line', `a ${comment} b\n`, 'a b\n'],
    ['nothing but itself in a quote', `> ${comment}\n> b\n`, '>\n> b\n'],
    ['its line with CRLF', `# A\r\n\r\n${comment}\r\n\r\nb\r\n`, '# A\r\n\r\nb\r\n'],
  ])('takes %s', (_, text, expected) => {
    expect(without(text)).toBe(expected);
  });

  it.each([
    ['two paragraphs', `a\n${comment}\nb\n`, 'a\n\nb\n'],
    ['a paragraph and a rule that would make it a heading', `a\n${comment}\n---\n`, 'a\n\n---\n'],
    ['two paragraphs with CRLF', `a\r\n${comment}\r\nb\r\n`, 'a\r\n\r\nb\r\n'],
  ])('keeps %s apart', (_, text, expected) => {
    expect(without(text)).toBe(expected);
  });
});

describe('removeName', () => {
  const text = 'a, b  c,d';
  const names = [0, 3, 6, 8].map((start) => ({ span: { page: 'a.md', start, end: start + 1 } }));

  it.each([
    ['a', 'b  c,d'],
    ['b', 'a  c,d'],
    ['d', 'a, b  c'],
    ['ab', 'c,d'],
    ['bc', 'a,d'],
    ['cd', 'a, b'],
    ['ad', 'b  c'],
    ['acd', 'b'],
    ['abd', 'c'],
  ])('%s: every edit can be made beside the others', (gone, expected) => {
    const removed = names.map(({ span }) => gone.includes(text.slice(span.start, span.end)));
    const edits = names.map((_, index) => (removed[index] ? removeName(names, removed, index) : null));
    expect(
      applyEdits(
        text,
        edits.filter((edit) => edit !== null),
      ),
    ).toBe(expected);
  });
});
