import { describe, expect, it } from 'vitest';
import { sourceOffset, sourceSpan, UNKNOWN } from '../../src/markdown/inline-text.ts';
import { readDocument } from '../../src/markdown/read.ts';

function firstBlock(text: string) {
  const block = readDocument('page.md', text).blocks[0];
  if (block === undefined) throw new Error('The page has no running text.');
  return block;
}

const textOf = (source: string) => firstBlock(source).inline.text;

/** What stands in the source for `words` of the reader's text. */
function sourceFor(source: string, words: string): string {
  const { inline } = firstBlock(source);
  const from = inline.text.indexOf(words);
  expect(from).toBeGreaterThanOrEqual(0);
  const span = sourceSpan(inline, 'page.md', from, from + words.length);
  return source.slice(span.start, span.end);
}

describe('the text a reader sees', () => {
  it.each([
    ['emphasis', 'The **Senior** *Baker*', 'The Senior Baker'],
    [
      'links',
      'to the [Head Baker](/x/ "y"), [Chef][c] or <https://a.b>\n\n[c]: /c',
      'to the Head Baker, Chef or https://a.b',
    ],
    ['code', 'run `` a ` b `` now', 'run a ` b now'],
    ['escapes', '2 \\* 3 \\[x\\] \\q', '2 * 3 [x] \\q'],
    ['character references', 'R&amp;D &#38; &copy; &nope; &', 'R&D & \u00a9 &nope; &'],
    ['a reference to a reference', '&amp;amp;', '&amp;'],
    ['line wraps', 'reports\n   to\\\nthe  \nBaker', 'reports to the Baker'],
    ['wraps in quotes', '> reports\n> > to', 'reports'],
    ['wraps in a quoted paragraph', '> reports\n>  to\nthe', 'reports to the'],
    ['blanks and tabs', 'a  b\tc', 'a b c'],
    ['line break tags', 'a<br>b<br />c', 'a b c'],
    ['other tags', 'a <b>b</b> <span id="x">c</span>', 'a b c'],
    ['images', 'a ![photo](x.png) b', 'a b'],
    ['comments', 'a <!-- x --> b', 'a b'],
    ['attributes', '[a](b){: .button} c', 'a c'],
    ['footnote marks', 'a[^1] b\n\n[^1]: c', 'a b'],
    ['struck words', 'a ~~b~~ c', 'a b c'],
    ['template code', 'reports to the <%= lead %>.', `reports to the ${UNKNOWN}.`],
    ['template code at the start', '{{< name "X" >}} reports', `${UNKNOWN} reports`],
    ['template code over lines', 'The lead {{< ref\n  "x" >}}\nreports', `The lead ${UNKNOWN} reports`],
    ['control code', 'a<% if x %> b', 'a b'],
    ['NUL', 'Ba\0ker', 'Baker'],
    ['a pipe in code in a cell', '| a |\n|---|\n| `b\\|c` |', 'a'],
  ])('resolves %s', (_, source, text) => {
    expect(textOf(source)).toBe(text);
  });

  it('keeps template words and broken links as they are', () => {
    expect(textOf('The {add role} is a [grade 7(/x/).')).toBe('The {add role} is a [grade 7(/x/).');
  });

  it('reads a pipe in code in a cell', () => {
    const { blocks } = readDocument('page.md', '| a |\n|---|\n| `b\\|c` |');
    expect(blocks.map(({ inline }) => inline.text)).toEqual(['a', 'b|c']);
  });
});

describe('the way back to the source', () => {
  it.each([
    ['The **Senior** Baker', 'Senior', 'Senior'],
    ['The **Senior** Baker', 'Senior Baker', 'Senior** Baker'],
    ['the [Head\n  Baker](/x/) here', 'Head Baker', 'Head\n  Baker'],
    ['> the Head\r\n> Baker', 'Head Baker', 'Head\r\n> Baker'],
    ['R&amp;D lead', 'R&D', 'R&amp;D'],
    ['R&amp;D lead', '&', '&amp;'],
    ['a \\*b\\* c', '*b*', '\\*b\\*'],
    ['a `b c` d', 'b c', 'b c'],
    ['to the <%= x %> now', UNKNOWN, '<%= x %>'],
    ['a <!-- x --> b', 'b', 'b'],
    ['\u{1f600} Baker', 'Baker', 'Baker'],
  ])('in %j, %j stands as %j', (source, words, expected) => {
    expect(sourceFor(source, words)).toBe(expected);
  });

  it('gives empty spans for empty ranges, also at the end', () => {
    const { inline } = firstBlock('a **bc**');
    expect(sourceSpan(inline, 'p', 2, 2)).toEqual({ page: 'p', start: 4, end: 4 });
    expect(sourceSpan(inline, 'p', 4, 4)).toEqual({ page: 'p', start: 6, end: 6 });
    expect(sourceOffset(inline, 3)).toBe(5);
  });
});
