import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { headingText } from '../../src/markdown/heading-text.ts';
import { readLandmarks } from '../../src/markdown/landmarks.ts';
import { readDocument } from '../../src/markdown/read.ts';
import { processorTime } from '../support/processor-time.ts';

/** Headings that CommonMark sees outside lists and quotes, as `offset id words`. */
function headings(text: string): string[] {
  return readLandmarks('a.md', text)
    .headings.filter(({ form }) => ['usual', 'interrupting', 'shifted', 'wrapped'].includes(form))
    .map(({ offset, ids, source, depth }) => `${offset} ${depth} ${ids[0]?.id ?? null} ${source}`);
}

function parsed(text: string): string[] {
  return readDocument('a.md', text)
    .sections.slice(1)
    .map(({ headingSpan, titleSpan, id, depth }) => {
      return `${headingSpan.start} ${depth} ${id} ${text.slice(titleSpan.start, titleSpan.end)}`;
    });
}

describe('headings read without parsing', () => {
  it.each([
    '# Baker\n\n## Levels ##\n\ntext\n### Senior Baker {#senior}\n',
    'Baker\n=====\n\nLong\nheading\n---\n\n- item\n---\n\n> quote\n---\n',
    '## **Job Grade**\u00a0\n\n## Grade \t\n\n####### seven\n\n#\n',
    '---\ntitle: Baker\n---\n\n# Baker\r\n\r\n## Levels\r\n{: #rungs}\r\n',
    '```yaml\n# no\n```\n\n~~~\n# no\n~~~\n\n    # no\n\n# yes\n',
    '<details>\n<summary># no</summary>\n# no\n\n# yes\n\n</details>\n# no\n',
    '| a | b |\n| - | - |\n| c | d |\n\n## Levels\n\n***\n## More\n---\n## Last\n',
    '1. one\n## Levels\n\n* two\nlazy\n---\n\ntext\n<b>bold</b>\n---\n',
    '<!-- # no -->\n# yes <!-- x -->\n\n{{< x >}}\n# yes\n',
    '\ufeff# Baker\n',
    '',
  ])('are those of the parser: %j', (text) => {
    expect(headings(text)).toEqual(parsed(text));
  });

  it('are those of the parser on all fixtures', () => {
    const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
    const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.md'),
    );
    expect(pages.length).toBeGreaterThan(5);
    for (const path of pages) {
      const text = readFileSync(join(root, path), 'utf8');
      expect(headings(text), path).toEqual(parsed(text));
    }
  });

  it('are found in linear time on hostile pages', () => {
    const hostile = [
      '#',
      '# ',
      '> ',
      '- ',
      '<a id=',
      '{: #x}\n',
      '## a {#b}\n',
      ' ',
      '{',
      '[^',
      '`',
      '```\n',
      '<div ',
      '==\n',
      'a\n',
    ];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(300_000 / piece.length));
      const started = processorTime();
      readLandmarks('a.md', text);
      expect(processorTime() - started, JSON.stringify(piece)).toBeLessThan(3000);
    }
  }, 60_000);
});

describe('template code', () => {
  it.each([
    ['{{< team-table >}}', true],
    ['Members: {{< count >}} in all.', false],
    ['{{% alert title="Hot" %}}', false],
    ['{{< youtube "abc" >}}', false],
    ['<%= partial "levels" %>', true],
    ['<%= link_to "Oven", "/oven/" %>', false],
    ['<% if baker %>', false],
    ['<% rolls.each do |roll| %>', true],
    ['<%# a note %>', false],
    ['```\n{{< team-table >}}\n```', false],
  ])('%j may make headings: %s', (text, isTemplated) => {
    expect(readLandmarks('a.md', `# Baker\n\n${text}\n`).isTemplated).toBe(isTemplated);
  });
});

it.each([
  ['Bread & *butter*', 'Bread & butter'],
  ['[Oven](/oven/) `heat`', 'Oven heat'],
  ['Rolls &amp; buns', 'Rolls & buns'],
  ['two\nlines', 'two lines'],
  ['snake_case stays', 'snake_case stays'],
])('the words of %j are %j', (source, words) => {
  expect(headingText(source)).toBe(words);
});
