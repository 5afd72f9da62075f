import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/markdown/document.ts';
import { readDocument } from '../../src/markdown/read.ts';
import { pageText } from './arbitrary.ts';
import { brokenPromises } from './invariants.ts';

const read = (text: string) => readDocument('page.md', text);

/** The facts without offsets. */
function facts({ sections, blocks, items, links, tables, raws, frontMatter, masks }: Document) {
  return {
    sections: sections.map(({ depth, title, id, parent }) => ({ depth, title, id, parent })),
    blocks: blocks.map(({ kind, inline, section, item, table }) => ({
      kind,
      text: inline.text,
      section,
      item,
      table,
    })),
    items: items.map(({ text, list, ordered, section, parent }) => ({
      text,
      list,
      ordered,
      section,
      parent,
    })),
    links: links.map(({ kind, text, target, section, block }) => ({ kind, text, target, section, block })),
    tables: tables.map(({ section, rows }) => ({ section, rows })),
    raws: raws.map(({ kind, section }) => ({ kind, section })),
    frontMatter: frontMatter && { data: frontMatter.data, errors: frontMatter.errors.length },
    masks: masks.filter(({ kind }) => kind !== 'bom').map(({ kind }) => kind),
  };
}

const PAGE = `---
title: Baker
---

## Role <!-- x -->

The *Baker* reports to
the [Head Baker](/jobs/head-baker/). {{< pay >}}

### Duties {#duties}

- Bake &amp; sell
  all day
  1. early

| Grade | Pay |
|-------|-----|
| 4     | [x][pay] |

\`\`\`
code
\`\`\`

[pay]: {{< ref "pay" >}}
`;

describe('readDocument', () => {
  it('keeps every promise for any text, and throws for none', () => {
    fc.assert(
      fc.property(pageText, (text) => {
        expect(brokenPromises(read(text))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['an empty page', ''],
    ['a line break', '\n'],
    ['a byte order mark', '\ufeff'],
    ['NUL alone', '\0'],
    ['half a surrogate pair', '# \ud83d\n\n- \ude00'],
    ['front matter without an end', '---\ntitle: X'],
    ['front matter alone', '---\ntitle: X\n---'],
    ['an opening delimiter alone', '---'],
  ])('reads %s', (_, text) => {
    expect(brokenPromises(read(text))).toEqual([]);
    expect(read(text).text).toBe(text);
  });

  it('gives the same facts for a page whatever its line breaks, byte order mark and final line break', () => {
    const expected = facts(read(PAGE));
    expect(expected.sections).toHaveLength(3);
    expect(facts(read(PAGE.replaceAll('\n', '\r\n')))).toEqual(expected);
    expect(facts(read(PAGE.replaceAll('\n', '\r')))).toEqual(expected);
    expect(facts(read(`\ufeff${PAGE}`))).toEqual(expected);
    expect(facts(read(PAGE.trimEnd()))).toEqual(expected);
  });

  it('gives the same facts for random pages in LF and CRLF', () => {
    fc.assert(
      fc.property(pageText, (text) => {
        const unix = text.replaceAll('\r', '');
        expect(facts(read(unix.replaceAll('\n', '\r\n')))).toEqual(normalized(facts(read(unix))));
      }),
      { numRuns: 300 },
    );
  });

  it('says the same each time', () => {
    expect(read(PAGE)).toEqual(read(PAGE));
  });
});

/** Targets and values that hold a line break are given as written. */
function normalized<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('\\n', '\\r\\n'));
}

describe('hostile pages', () => {
  const megabytes = 10 * 2 ** 20;
  it.each([
    ['one line of words', 'word *and* '.repeat(megabytes / 11)],
    ['one line of shortcodes', '{{< x >}}'.repeat(megabytes / 90)],
    ['one line of openings', '[a](<%= b '.repeat(megabytes / 90)],
    ['nested quotes', '> '.repeat(50_000)],
    ['nested lists', `${'- '.repeat(20_000)}a`],
    ['nested brackets', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['nested emphasis', '*a **a '.repeat(8000)],
    ['a long paragraph of emphasis', '*a **a\n'.repeat(8000)],
  ])(
    'are read in bounded time: %s',
    (_, text) => {
      const document = read(`# Before\n\n${text}\n\n# After\n`);
      expect(document.sections.map(({ title }) => title)).toEqual(['', 'Before', 'After']);
      expect(document.masked).toHaveLength(document.text.length);
    },
    20_000,
  );

  it('say where they were not read, and lose nothing else', () => {
    const long = 'x '.repeat(30_000).trimEnd();
    const document = read(`# One\n\n${long}\n\nThe [end](/e/).\n`);
    expect(document.raws).toEqual([
      { kind: 'code', span: { page: 'page.md', start: 7, end: 7 + long.length }, section: 1 },
    ]);
    expect(document.links.map(({ target }) => target)).toEqual(['/e/']);
    expect(brokenPromises(document)).toEqual([]);
  });
});
