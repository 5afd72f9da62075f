import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/read.ts';

const linksOf = (text: string) =>
  readDocument('page.md', text).links.map(({ kind, text: words, target, span, textSpan, targetSpan }) => ({
    kind,
    words,
    target,
    whole: text.slice(span.start, span.end),
    between: text.slice(textSpan.start, textSpan.end),
    at: targetSpan.start,
  }));

describe('links', () => {
  it.each([
    ['plain', '[Head *Baker*](/jobs/)', 'Head Baker', '/jobs/', 'Head *Baker*'],
    ['with a title', '[a](/b/ "c")', 'a', '/b/', 'a'],
    ['with blanks', '[ a ]( /b/ )', 'a', '/b/', ' a '],
    ['in angle brackets', '[a](<b c>)', 'a', 'b c', 'a'],
    ['with parentheses', '[a](/b(c)/d)', 'a', '/b(c)/d', 'a'],
    ['with an escape', '[a \\] b](/c\\)d)', 'a ] b', '/c\\)d', 'a \\] b'],
    ['without text', '[](/b/)', '', '/b/', ''],
    ['without target', '[a]()', 'a', '', 'a'],
    ['with a shortcode', '[a]({{< ref "b/c#d" >}})', 'a', '{{< ref "b/c#d" >}}', 'a'],
    ['with ERB', '[a](/x/<%= y z %>/)', 'a', '/x/<%= y z %>/', 'a'],
    ['with code', '[`a]`](b)', 'a]', 'b', '`a]`'],
  ])('inline, %s', (_, source, words, target, between) => {
    const [link] = linksOf(`See ${source}.`);
    expect(link).toMatchObject({ kind: 'inline', words, target, between, whole: source });
  });

  it('to a definition point at its target', () => {
    const text = '[A][x], [x], [x][]\n\n[X]: {{< ref "y" >}} "title"\n[x]: /second/\n';
    expect(linksOf(text)).toEqual(
      ['[A][x]', '[x]', '[x][]'].map((whole) => ({
        kind: 'reference',
        words: whole.slice(1, 2),
        target: '{{< ref "y" >}}',
        whole,
        between: whole.slice(1, 2),
        at: text.indexOf('{{<'),
      })),
    );
  });

  it.each([
    ['<https://a.b/c>', 'https://a.b/c'],
    ['https://a.b/c?d=e_f', 'https://a.b/c?d=e_f'],
    ['www.a.b', 'www.a.b'],
    ['<me@a.b>', 'me@a.b'],
  ])('that are their own text: %s', (whole, target) => {
    expect(linksOf(`See ${whole} there`)).toEqual([
      { kind: 'autolink', words: target, target, whole, between: target, at: 4 + whole.indexOf(target) },
    ]);
  });

  it('may be images, also inside links', () => {
    expect(linksOf('[![a [b]](c.png)](/d/)')).toMatchObject([
      { kind: 'inline', target: '/d/', words: '' },
      { kind: 'image', target: 'c.png', words: 'a [b]', between: 'a [b]' },
    ]);
  });

  it('know their section and block; in headings they have no block', () => {
    const { links } = readDocument('page.md', '[a](b)\n\n## [c](d)\n\n> - [e](f)\n');
    expect(links.map(({ section, block }) => [section, block])).toEqual([
      [0, 0],
      [1, null],
      [1, 1],
    ]);
  });

  it('are not what is code, broken or commented out', () => {
    expect(linksOf('`[a](b)` [c(d) [e] (f) <!-- [g](h) -->')).toEqual([]);
  });
});
