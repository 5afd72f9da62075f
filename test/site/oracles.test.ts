import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headingText } from '../../src/markdown/heading-text.ts';
import { readLandmarks } from '../../src/markdown/landmarks.ts';
import { pageAnchors } from '../../src/site/anchors/page-anchors.ts';
import type { AnchorStyleName } from '../../src/site/anchors/styles.ts';
import { frontAddressesIn } from '../../src/site/layout/front-addresses.ts';
import { hugo } from '../../src/site/layout/hugo.ts';

const corpora = fileURLToPath(new URL('../../../shared/corpora', import.meta.url));
const runs = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0;
const hasHugo = runs('hugo', 'version');
const hasKramdown = runs('ruby', '-rkramdown', '-e', '');
const hasGfm = runs('ruby', '-rkramdown', '-rkramdown-parser-gfm', '-e', '');
const hasCorpora = existsSync(corpora);

const folder = mkdtempSync(join(tmpdir(), 'oracles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const config =
  'baseURL = "https://example.com/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n';

/** The headings of every tenth page of the corpora, one below the other, as a page of its own. */
function headingPages(): string[] {
  const paths = readdirSync(corpora, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.md(?:\.erb)?$/.test(path))
    .sort();
  return paths
    .filter((_, at) => at % 10 === 0)
    .map((path) => {
      const { headings } = readLandmarks(path, readFileSync(join(corpora, path), 'utf8'));
      // Braces are attributes in one program, template code in the next, and words in a third.
      const known = headings.filter(({ form, source }) => form === 'usual' && !/[{}]|<%|^\s*$/.test(source));
      return known.map(({ source, depth }) => `${'#'.repeat(depth)} ${source}\n\n`).join('');
    })
    .filter((page) => page !== '');
}

const idsIn = (html: string): string[] =>
  Array.from(html.matchAll(/<h[1-6]\b[^>]*? id="?([^">]*?)"?[ >]/g), ([, id = '']) =>
    id.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
  );

/** Compares page by page. @returns how many headings there are, and those that differ */
function compare(style: AnchorStyleName, pages: readonly string[], theirs: readonly (readonly string[])[]) {
  const differing: string[] = [];
  let count = 0;
  for (const [index, page] of pages.entries()) {
    const ours = pageAnchors(readLandmarks('a.md', page), style, headingText).filter(
      ({ depth }) => depth > 0,
    );
    const other = theirs[index] ?? [];
    expect(ours.length, page).toBe(other.length);
    count += ours.length;
    differing.push(...ours.flatMap(({ id }, at) => (id === other[at] ? [] : [`${id} / ${other[at]}`])));
  }
  return { count, differing };
}

const ruby = `
  require 'json'
  pages = JSON.parse($stdin.read)
  puts JSON.generate(pages.map { |page| Kramdown::Document.new(page, input: ARGV[0]).to_html })
`;

function kramdown(pages: readonly string[], input: 'kramdown' | 'GFM'): string[][] {
  const parser = input === 'GFM' ? ['-rkramdown-parser-gfm'] : [];
  const html: string[] = JSON.parse(
    execFileSync('ruby', ['-rkramdown', ...parser, '-e', ruby, input], {
      input: JSON.stringify(pages),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }),
  );
  return html.map(idsIn);
}

function expectAgreement(
  style: AnchorStyleName,
  pages: readonly string[],
  theirs: readonly (readonly string[])[],
): void {
  const { count, differing } = compare(style, pages, theirs);
  expect(count).toBeGreaterThan(5000);
  expect(differing.length / count, differing.slice(0, 20).join('\n')).toBeLessThan(0.001);
}

describe.skipIf(!hasCorpora)('anchors of headings in real pages', () => {
  let pages: string[] = [];
  beforeAll(() => {
    pages = headingPages();
  });

  it.skipIf(!hasKramdown)(
    'are those that kramdown makes',
    () => {
      expectAgreement('kramdown', pages, kramdown(pages, 'kramdown'));
    },
    60_000,
  );

  it.skipIf(!hasGfm)(
    'are those that kramdown makes of GFM',
    () => {
      expectAgreement('kramdown-gfm', pages, kramdown(pages, 'GFM'));
    },
    60_000,
  );

  it.skipIf(!hasHugo)(
    'are those that Hugo makes',
    () => {
      put('anchors/hugo.toml', config);
      put('anchors/layouts/_default/single.html', '{{ .Content }}');
      for (const [index, page] of pages.entries())
        put(`anchors/content/p${index}.md`, `---\ntitle: x\n---\n\n${page}`);
      execFileSync('hugo', ['--source', join(folder, 'anchors')], { stdio: 'pipe' });
      const html = pages.map((_, index) =>
        readFileSync(join(folder, `anchors/public/p${index}/index.html`), 'utf8'),
      );
      expectAgreement('goldmark', pages, html.map(idsIn));
    },
    60_000,
  );
});

describe.skipIf(!hasHugo)('addresses', () => {
  it('are those that Hugo gives', () => {
    const texts: Record<string, string> = {
      'bakery/_index.md': '',
      'bakery/oven/index.md': '',
      'bakery/oven/parts.md': '',
      'bakery/mill.md': '',
      'bakery/Rolls & Buns.md': '',
      'Sweet Things/_index.md': '',
      'Sweet Things/Crème_Brûlée (x)+y.md': '',
      'bakery/two  blanks.md': '',
      'bakery/b--c.v2.md': '',
      'bakery/emoji🙂 50%.md': '',
      'bakery/slugged.md': 'slug: Master Baker',
      'bakery/moved.md': 'url: /elsewhere/',
      'bakery/loaf/index.md': 'slug: bread',
      'bakery/sub/_index.md': 'url: /sub/',
      'bakery/sub/child.md': '',
      'bakery/aliased.md': 'aliases: [/old/place, near, ../up/]',
      'top.md': '',
    };
    put('urls/hugo.toml', config);
    for (const name of ['single', 'list']) put(`urls/layouts/_default/${name}.html`, '{{ .Content }}');
    const places: string[] = [];
    for (const [path, front] of Object.entries(texts)) {
      const text = `---\ntitle: x\n${front}\n---\n\nText.\n`;
      put(`urls/content/${path}`, text);
      places.push(`/${path}`);
    }
    execFileSync('hugo', ['--source', join(folder, 'urls')], { stdio: 'pipe' });
    const built = readdirSync(join(folder, 'urls/public'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('index.html'))
      .map((path) => `/${path.replace(/index\.html$/, '')}`);
    const ours = Array.from(hugo.addresses(places), ([place, { url }]) => {
      const front = frontAddressesIn(place, `---\n${texts[place.slice(1)]}\n---\n`, place, url);
      return [front.url ?? url, ...front.aliases.map((alias) => `${alias.replace(/\/$/, '')}/`)];
    });
    expect(ours.flat().sort()).toEqual(built.sort());
  });
});
