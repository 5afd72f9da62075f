import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Plugin, unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { maskPage } from '../../src/markdown/mask/mask.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

const withoutTransforms: Plugin = function () {
  for (const extension of this.data().fromMarkdownExtensions?.flat() ?? []) delete extension.transforms;
};

const all = unified().use(remarkParse).use(remarkGfm).use(withoutTransforms).freeze();

function expectSame(text: string, name = text): void {
  const { masked } = maskPage('page.md', text);
  expect(parseMarkdown(masked), name).toEqual(all.parse(masked));
}

describe('the tree is the same as with all syntax extensions loaded', () => {
  it('where links come near what GFM takes for its own', () => {
    for (const text of [
      '[a](https://x.example/b)',
      '[a](https://x.example/b c)',
      'a](https://x.example/b)',
      '\\[a](https://x.example/b)',
      '[a `b](https://x.example) `c',
      '[a <b](https://x.example/c) title=">"',
      '[a\n\nb](https://x.example)',
      '[www.y.example](https://x.example)',
      '[~~a~~](https://x.example)',
      '[a](https://x.example)|b\n---|---\n',
      '- [x](https://x.example) done',
      '![a](https://x.example/a.png)',
      '[a [b](https://x.example) c](https://y.example)',
      '[a](https://x.example\u0001b)',
      '[a](https://x.example)(https://y.example)',
      '[a][b]\n\n[b]: https://x.example',
      'w[a](https://x.example)ww.y.example',
    ])
      expectSame(text);
  });

  it('on any text', () => {
    const pieces = fc.constantFrom(
      ...[
        '[',
        ']',
        '](',
        '(',
        ')',
        '[a](https://x.example/b)',
        'https://x.example',
        'http:',
        'www.',
        'x.example',
      ],
      ...[
        '`',
        '<',
        '>',
        '<b>',
        '\\',
        '|',
        '\n|---|\n',
        '~',
        '~~',
        '@',
        '[^a]',
        '\n[^a]: b',
        '- [x] ',
        '\n',
        '\n\n',
      ],
      ...[
        '!',
        '*',
        '_',
        ' ',
        'word',
        '"',
        "'",
        '    ',
        '> ',
        '- ',
        '# ',
        '&amp;',
        '\n[a]: https://x.example\n',
        '\t',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => expectSame(parts.join(''))),
      { numRuns: 15000 },
    );
  });

  const corpora = fileURLToPath(new URL('../../../shared/corpora', import.meta.url));

  it.skipIf(!existsSync(corpora))(
    'on real pages',
    () => {
      const pages = readdirSync(corpora, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(?:md|erb)$/.test(path))
        .sort();
      // All of them would take too long; those that would gain most are the same again and again.
      const chosen = pages.filter((p) => p.includes("job-families"));
      expect(chosen.length).toBeGreaterThan(10);
      for (const path of chosen) expectSame(readFileSync(join(corpora, path), 'utf8').slice(0, 30_000), path);
    },
    60_000,
  );
});
