import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/read.ts';

/** What the common utility makes of the first block of a text, with white space as a reader sees it. */
function peerText(markdown: string): string {
  const [first] = unified().use(remarkParse).parse(markdown).children;
  const text = textOf(first, { includeImageAlt: false, includeHtml: false });
  return text.replace(/\s+/g, ' ').trim();
}

describe('the text of a block', () => {
  it.each([
    'Plain words and nothing else.',
    'The [Senior *Engineer*](/a "title") reports to **the `Manager`**.',
    'Wrapped over\ntwo lines, with \\*escaped\\* signs &amp; entities.',
    'An image ![of a boat](/boat.png) is not read aloud.',
    'A [reference][ref] and <span>raw</span> HTML.\n\n[ref]: /there',
    '_Nested **emphasis** with `code`_ and a <https://example.org> link.',
  ])('is that of mdast-util-to-string: %j', (markdown) => {
    const [block] = readDocument('page.md', markdown).blocks;
    expect(block?.inline.text.replace(/\s+/g, ' ').trim()).toBe(peerText(markdown));
  });
});
