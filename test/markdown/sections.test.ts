import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/read.ts';

const read = (text: string) => readDocument('page.md', text);
const slices = (text: string, which: 'titleSpan' | 'headingSpan' | 'bodySpan' | 'span') =>
  read(text).sections.map((section) => text.slice(section[which].start, section[which].end));

describe('sections', () => {
  it('nest by depth', () => {
    const { sections } = read('# A\n\n### B\n\n## C\n\n### D\n\n# E\n');
    expect(sections.map(({ title, parent }) => [title, parent])).toEqual([
      ['', null],
      ['A', 0],
      ['B', 1],
      ['C', 1],
      ['D', 3],
      ['E', 0],
    ]);
  });

  it('end at the next heading of the same or a lesser depth, their bodies at the next heading', () => {
    const text = 'Hi\n\n## A\n\na\n\n### B\n\nb\n\n## C\n';
    expect(slices(text, 'span')).toEqual([text, '## A\n\na\n\n### B\n\nb\n\n', '### B\n\nb\n\n', '## C\n']);
    expect(slices(text, 'bodySpan')).toEqual(['Hi\n\n', '\n\na\n\n', '\n\nb\n\n', '\n']);
  });

  it('begin after the front matter', () => {
    expect(slices('---\ntitle: X\n---\nHi\n', 'span')).toEqual(['Hi\n']);
  });

  it('are headed by hashes or an underline', () => {
    const text = 'The **Pay**\n===\n\n ## Grade {#g} ##  \n';
    expect(slices(text, 'headingSpan').slice(1)).toEqual(['The **Pay**\n===', ' ## Grade {#g} ##  ']);
    expect(slices(text, 'titleSpan').slice(1)).toEqual(['The **Pay**', 'Grade']);
    expect(
      read(text)
        .sections.map(({ title, depth }) => [title, depth])
        .slice(1),
    ).toEqual([
      ['The Pay', 1],
      ['Grade', 2],
    ]);
  });

  it('keep apart the title and what is not part of it', () => {
    expect(slices('## <!-- x --> Pay &amp; Grade <!-- y -->', 'titleSpan')[1]).toBe('Pay &amp; Grade');
    expect(slices('##\n', 'titleSpan')[1]).toBe('');
  });

  it('are not opened inside quotes and list items, nor in code', () => {
    expect(read('> # A\n\n- # B\n\n```\n# C\n```\n').sections).toHaveLength(1);
  });

  it.each([
    ['## Pay {#pay}', 'pay'],
    ['## Pay {#pay .big}', 'pay'],
    ['## Pay {.big #pay}', 'pay'],
    ['## Pay {: #pay}', 'pay'],
    ['## Pay\n{: #pay}\n', 'pay'],
    ['## Pay\r\n{: .big #pay}\r\n', 'pay'],
    ['Pay {#pay}\n---', 'pay'],
    ['{: #pay}\n## Pay', 'pay'],
    ['## Pay\n{:.no_toc}\n', null],
    ['## Pay\n\nText\n{: #pay}\n', null],
    ['Text\n{: #pay}\n## Pay', null],
    ['## Pay {add level}', null],
    ['## Pay {: title="#5"}', null],
  ])('take their id from %j', (text, id) => {
    expect(read(text).sections.at(-1)?.id).toBe(id);
  });
});
