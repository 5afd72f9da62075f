import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/read.ts';

const read = (text: string) => readDocument('page.md', text);

describe('running text', () => {
  it('is found in paragraphs, list items, quotes and cells, with its section', () => {
    const { blocks } = read('One\n\n# A\n\n- Two\n\n> Three\n\n| Four |\n|---|\n| Five |\n');
    expect(
      blocks.map(({ kind, inline, section, item, table }) => [kind, inline.text, section, item, table]),
    ).toEqual([
      ['paragraph', 'One', 0, null, null],
      ['paragraph', 'Two', 1, 0, null],
      ['paragraph', 'Three', 1, null, null],
      ['cell', 'Four', 1, null, 0],
      ['cell', 'Five', 1, null, 0],
    ]);
  });

  it('is not what nobody sees', () => {
    expect(read('<!-- a -->\n\n- <!-- b -->\n\n{{% c %}}\n\n{:toc}\n').blocks).toEqual([]);
  });

  it('is no heading for a list item of template code under it', () => {
    const { sections, items } = read('Team\n- {{< member "A" >}}\n- {{< member "B" >}} too\n');
    expect(sections).toHaveLength(1);
    expect(items.map(({ text }) => text)).toEqual(['\ufffc', '\ufffc too']);
  });
});

describe('list items', () => {
  const text = '- One\n  more\n  1. Two\n  2. Three\n\n  after\n- \n\nBetween\n\n* Four\n';

  it('nest, count their lists and hold their own words', () => {
    expect(read(text).items.map((item) => [item.text, item.list, item.ordered, item.parent])).toEqual([
      ['One more', 0, false, null],
      ['Two', 1, true, 0],
      ['Three', 1, true, 0],
      ['', 0, false, null],
      ['Four', 2, false, null],
    ]);
  });

  it('have exact spans', () => {
    const [one, two] = read(text).items;
    expect(one && text.slice(one.textSpan.start, one.textSpan.end)).toBe('One\n  more');
    expect(two && text.slice(two.markerSpan.start, two.markerSpan.end)).toBe('1.');
    expect(two && text.slice(two.span.start, two.span.end)).toBe('1. Two');
  });

  it('leave the box of a task out', () => {
    expect(read('- [ ] Bake\n- [x] Sell\n').items.map((item) => item.text)).toEqual(['Bake', 'Sell']);
  });
});

describe('tables', () => {
  it('are read row by row, empty cells and template code included', () => {
    const text = 'Pay:\n\n| Grade | Level |\n|---|---|\n| 4 | |\n| <%= x %> | **Lead** |\n';
    const { tables, blocks } = read(text);
    expect(tables[0]?.rows.map((row) => row.map((cell) => blocks[cell]?.inline.text))).toEqual([
      ['Grade', 'Level'],
      ['4', ''],
      ['\ufffc', 'Lead'],
    ]);
    const last = blocks.at(-1);
    expect(last && text.slice(last.span.start, last.span.end)).toBe('**Lead**');
  });
});

describe('raw stretches', () => {
  it('are code and HTML, in blocks and in lines', () => {
    const text = '<a name="x"></a>\n\nA `b` <i>c</i>\n\n~~~\nd\n~~~\n\n    e\n';
    expect(read(text).raws.map(({ kind, span }) => [kind, text.slice(span.start, span.end)])).toEqual([
      ['html', '<a name="x">'],
      ['html', '</a>'],
      ['code', '`b`'],
      ['html', '<i>'],
      ['html', '</i>'],
      ['code', '~~~\nd\n~~~'],
      ['code', '    e'],
    ]);
  });
});
