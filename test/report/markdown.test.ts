import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/report/markdown/markdown.ts';
import { codeCell, codeSpan, plainText } from '../../src/report/markdown/quote.ts';
import { visible } from '../../src/report/visible.ts';
import { anyText } from '../support/any-text.ts';
import { finding, full, report } from '../support/report.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** The nodes of a text in the order they begin, without the root. */
function nodes(text: string): Nodes[] {
  const inside = (node: Nodes): Nodes[] =>
    'children' in node ? [node, ...node.children.flatMap(inside)] : [node];
  return inside(parser.parse(text)).slice(1);
}

const types = (text: string) => [...new Set(nodes(text).map(({ type }) => type))].sort();
const said = (text: string) =>
  nodes(text)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');

const nasty = fc
  .array(
    fc.oneof(
      anyText,
      fc.string({ unit: 'grapheme-ascii' }),
      fc.constantFrom(
        ...['/close', '\n/merge\n', '@all', '#12', '!3', '~bug', '%"v 1"', ':tada:', '<b>', '</details>'],
        ...[
          '```',
          '`',
          '``',
          '|',
          '\\',
          '[a](b)',
          '![x](y)',
          '<!-- x -->',
          '**',
          'https://a.example/x',
          '&amp;',
        ],
        ...[
          'www.a.example',
          'bob@a.example',
          'deadbeef1',
          'ABC-12',
          '[^1]',
          '$1',
          '{+a+}',
          '- [ ] x',
          '---',
          '~~',
        ],
      ),
    ),
  )
  .map((parts) => parts.join(' '));

describe('text of others in markdown', () => {
  it('is shown letter by letter, and nothing comes of it', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const written = `So: ${plainText(text)}.`;
        expect(types(written).filter((type) => type !== 'inlineCode')).toEqual(['paragraph', 'text']);
        expect(said(written)).toBe(`So: ${visible(text)}.`);
        expect(written).not.toContain('\n');
      }),
    );
  });

  it('is code where GitLab might take it for a mention, a reference, an emoji or a link', () => {
    for (const word of [
      ...[
        '@bob',
        '@all',
        '#12',
        '!12',
        '&1',
        '$12',
        '~bug',
        '%v1',
        ':tada:',
        'https://a.example',
        'www.a.example',
      ],
      ...['ABC-12', '1a2b3c4', 'bob@a.example', 'group/project#1', 'GL-1'],
    ])
      expect(plainText(`Ask ${word} now`)).toBe(`Ask \`${word}\` now`);
  });

  it('stays readable where nothing can come of it', () => {
    const text = 'The "Senior R/D Engineer (Geo)" reports to: Director, IT; grade 8 - 9, 50% of 3 weeks.';
    expect(plainText(text)).toBe(text.replace('50%', '50\\%'));
  });

  it('is one piece of code as code, in a line and in a cell', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        fc.pre(visible(text).trim() !== '');
        const line = nodes(`So ${codeSpan(text)}.`);
        expect(line.map(({ type }) => type)).toEqual(['paragraph', 'text', 'inlineCode', 'text']);
        expect(line[2]).toHaveProperty('value', visible(text));
        const cell = nodes(`| a | b |\n|---|---|\n| ${codeCell(text)} | c |`);
        const code = cell.filter(({ type }) => type === 'inlineCode');
        expect(code).toHaveLength(1);
        expect(code[0]).toHaveProperty('value', visible(text).replaceAll('\\|', '\\¦'));
      }),
    );
  });
});

describe('markdown', () => {
  it('shows counts, a table by file, the findings, and what is silenced', () => {
    expect(markdown(full)).toBe(`# Job families

**1 error, 2 warnings** in 1 page. \`--fix\` mends 1 of them.

| File | Errors | Warnings | Infos |
|---|--:|--:|--:|
| \`page.md\` | 1 | 2 | 0 |

## What jobfam-lint could not do

- \`other.md\`, line 3: other.md is gone.

## \`page.md\`

- **Line 1, error:** The pier is long. (\`pier/one\`, \`--fix\` mends it)
  - The line: \`# Pier\`
  - Why: It matters.
  - How: Shorten it.
- **Line 1, warning:** The pier is long. (\`pier/one\`)
  - The line: \`# Pier\`
  - Why: It matters.
  - How: Shorten it.
  - Try: Say quay
- **Line 1, warning:** The pier is long. (\`pier/one\`)
  - The line: \`# Pier\`
  - Why: It matters.
  - How: Shorten it.
  - See: \`page.md\`, line 3: It is long here.

## To know

- \`config.yaml\`, line 7: A waiver ends.

## Silenced

These do not count: 1 silenced by a comment in the page, 1 waived, 1 in the baseline, 1 not of this change.

- \`page.md\`, line 1 (\`pier/one\`, suppressed): The pier is long.
  - Reason: old name
- \`page.md\`, line 1 (\`pier/one\`, waived): The pier is long.
  - Reason: until May
`);
  });

  it('says so where there is nothing to report', () => {
    expect(markdown(report([]))).toBe('# Job families\n\nNothing to report in 1 page.\n');
  });

  it('keeps its shape whatever a page holds or is called', () => {
    fc.assert(
      fc.property(nasty, (words) => {
        const page = `p${words}.md`;
        const span = { page, start: 0, end: Math.min(1, words.length) };
        const related = [{ span, message: words }];
        const suggestions = [{ title: words, edits: [] }];
        const open = finding({ span, message: words, why: words, how: words, related, suggestions });
        const waived = finding({ span, message: words, silenced: { kind: 'waived', reason: words } });
        const failures = [{ message: words, file: page }];
        const texts = new Map([[page, words]]);
        const written = markdown(report([open, waived], { texts, failures }));
        expect(types(written).filter((type) => !expected.includes(type))).toEqual([]);
        // Each line begins with words or marks of our own, so none can be a quick action.
        for (const line of written.split('\n'))
          expect(line).toMatch(/^(?:$|# Job|## |\*\*1 warn|\||These do| *- )/);
      }),
    );
  });

  const expected = [
    ...['heading', 'inlineCode', 'list', 'listItem', 'paragraph', 'strong'],
    ...['table', 'tableCell', 'tableRow', 'text'],
  ];
});
