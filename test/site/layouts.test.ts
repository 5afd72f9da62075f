import { describe, expect, it } from 'vitest';
import { detectLayout } from '../../src/site/layout/detect.ts';
import { frontAddressesIn } from '../../src/site/layout/front-addresses.ts';
import { hugo, hugoPath } from '../../src/site/layout/hugo.ts';
import { middleman } from '../../src/site/layout/middleman.ts';
import { plain } from '../../src/site/layout/plain.ts';

const urls = (layout: typeof hugo, places: readonly string[]) =>
  Array.from(
    layout.addresses(places),
    ([place, { url, isPage }]) => `${place} ${isPage ? 'page' : 'file'} ${url}`,
  );

describe('hugo', () => {
  it('gives pages folders of their own', () => {
    expect(
      urls(hugo, ['/_index.md', '/roles/_index.md', '/roles/baker.md', '/roles/miller/index.md']),
    ).toEqual([
      '/_index.md page /',
      '/roles/_index.md page /roles/',
      '/roles/baker.md page /roles/baker/',
      '/roles/miller/index.md page /roles/miller/',
    ]);
  });

  it('publishes what belongs to a page, but not as pages', () => {
    const places = [
      '/roles/miller/index.md',
      '/roles/miller/notes.md',
      '/roles/miller/old/index.md',
      '/roles/miller/mill.png',
    ];
    expect(urls(hugo, places)).toEqual([
      '/roles/miller/index.md page /roles/miller/',
      '/roles/miller/mill.png file /roles/miller/mill.png',
    ]);
  });

  it.each([
    ['/Rolls & Buns', '/rolls-buns'],
    ['/two  blanks', '/two-blanks'],
    ['/b--c', '/b--c'],
    ["/Ünï (x)!'~@", '/ünï-x~@'],
    ['/50%', '/50'],
    ['/a+b_c.d', '/a+b_c.d'],
  ])('makes the path %j %j', (path, expected) => {
    expect(hugoPath(path)).toBe(expected);
  });

  it('reads url, slug and aliases in front matter', () => {
    const read = (front: string, place = '/roles/baker.md', natural = '/roles/baker/') =>
      frontAddressesIn('a.md', `---\n${front}\n---\n\n# Baker\n`, place, natural);
    expect(read('title: Baker')).toEqual({ url: null, aliases: [] });
    expect(read('url: /bread/')).toEqual({ url: '/bread/', aliases: [] });
    expect(read('slug: Master Baker')).toEqual({ url: '/roles/master-baker/', aliases: [] });
    expect(read('slug: Master Baker', '/roles/_index.md', '/roles/').url).toBeNull();
    expect(read('aliases: [/old/baker, roller/, ../loaf/]').aliases).toEqual([
      '/old/baker',
      '/roles/roller/',
      '/loaf/',
    ]);
    expect(read('aliases: /only/one').aliases).toEqual(['/only/one']);
    const toml =
      '+++\ntitle = "Baker"\nslug = "loaf"\naliases = ["/a/", \'/b/\']\n\n[params]\nurl = "/no/"\n+++\n';
    expect(frontAddressesIn('a.md', toml, '/roles/baker.md', '/roles/baker/')).toEqual({
      url: '/roles/loaf/',
      aliases: ['/a/', '/b/'],
    });
  });
});

describe('middleman', () => {
  it('drops the endings of templates', () => {
    const places = [
      '/a/index.html.md',
      '/b/index.html.md.erb',
      '/c/index.html.haml',
      '/d/e.html.md',
      '/f.md',
      '/g/h.html',
      '/i.css.erb',
    ];
    expect(urls(middleman, places)).toEqual([
      '/a/index.html.md page /a/',
      '/b/index.html.md.erb page /b/',
      '/c/index.html.haml page /c/',
      '/d/e.html.md page /d/e.html',
      '/f.md page /f.html',
      '/g/h.html page /g/h.html',
      '/i.css.erb file /i.css',
    ]);
  });

  it('publishes no parts', () => {
    expect(urls(middleman, ['/a/_part.md.erb', '/_layouts/x.html'])).toEqual([]);
  });

  it('answers at an address however it is written', () => {
    const keys = ['/d/e.html', '/d/e', '/d/e/', '/d/e/index.html'].map(middleman.keyOf);
    expect(new Set(keys).size).toBe(1);
  });
});

it('plain files stand where they stand, and a folder shows its readme', () => {
  expect(urls(plain, ['/a/b.md', '/a/c.png'])).toEqual(['/a/b.md page /a/b.md', '/a/c.png file /a/c.png']);
  expect(plain.keyOf('/a/README.md')).toBe(plain.keyOf('/a/'));
});

it.each([
  [['/a/_index.md', '/a/b.md'], 'hugo'],
  [['/a/index.html.md.erb', '/b.png'], 'middleman'],
  [['/a/index.md', '/README.md'], 'plain'],
])('tells the layout of %j', (places, layout) => {
  expect(detectLayout(places)).toBe(layout);
});
