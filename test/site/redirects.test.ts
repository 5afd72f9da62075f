import { describe, expect, it } from 'vitest';
import { parseRedirects } from '../../src/site/redirects/parse.ts';
import { literalStart, safePattern } from '../../src/site/redirects/safe-pattern.ts';
import { RedirectTable } from '../../src/site/redirects/table.ts';
import { processorTime } from '../support/processor-time.ts';
import { redirect } from './small-site.ts';

const to = (table: RedirectTable, path: string) => {
  const found = table.find(path);
  return found === null || found === 'unknown' ? found : found.to;
};

describe('YAML', () => {
  it('is read with one path or several, and all operators', () => {
    const text = [
      '- sources: /oven/',
      '  target: /bakery/oven/',
      "  comp_op: '='",
      '- sources:',
      '  - /mill/.*',
      '  - /flour',
      '  target: /grain/',
      "  comp_op: '~'",
      '- sources: /shop/',
      '  target: https://shop.example.com/',
      '  comp_op: ^~',
      '- sources: /plain/',
      '  target: /simple/',
    ].join('\n');
    const { redirects, problems } = parseRedirects('redirects.yml', text);
    expect(problems).toEqual([]);
    expect(redirects).toEqual([
      redirect('exact', '/oven/', '/bakery/oven/'),
      redirect('pattern', '/mill/.*', '/grain/'),
      redirect('pattern', '/flour', '/grain/'),
      redirect('prefix', '/shop/', 'https://shop.example.com/'),
      redirect('exact', '/plain/', '/simple/'),
    ]);
  });

  it('says the line where it is broken, and what it should be where it is something else', () => {
    expect(parseRedirects('a.yml', '- sources: /a\n  target: [\n').problems[0]).toMatchObject({ line: 3 });
    expect(parseRedirects('a.yaml', 'sources: /a\n').problems).toEqual([
      { line: 1, message: expect.stringMatching(/^The file is no list\. .*\.$/) },
    ]);
    expect(parseRedirects('a.yml', '')).toEqual({ redirects: [], problems: [] });
  });

  it('leads nobody knows where from an entry it does not understand', () => {
    const { redirects } = parseRedirects(
      'a.yml',
      '- sources: /a/\n- sources: /b/\n  target: /c/\n  comp_op: "!"\n- 7\n',
    );
    const table = new RedirectTable(redirects);
    expect([to(table, '/a/'), to(table, '/b/x/'), to(table, '/d/')]).toEqual(['unknown', 'unknown', null]);
  });
});

it('Netlify’s lines are read with splats, names, force and conditions', () => {
  const text = `# Where things went
/oven            /bakery/oven/      # no status
/news/*          /blog/:splat  301
/rolls/:kind/:id /bread/:kind#:id 302!
/shown           /other/page/  200
/gone            /404.html 404
/lang            /de/ 302 Language=de
https://old.example.com/x /y
/store id=:id    /shop/:id 301
broken`;
  const { redirects, problems } = parseRedirects('public/_redirects', text);
  expect(problems).toEqual([]);
  const table = new RedirectTable(redirects);
  expect(to(table, '/oven/')).toBe('/bakery/oven/');
  expect(to(table, '/news/2021/may/')).toBe('/blog/2021/may');
  expect(to(table, '/news/')).toBe('/blog/');
  expect(table.find('/rolls/rye/7/')).toMatchObject({ to: '/bread/rye#:id', force: true });
  expect(table.find('/shown/')).toMatchObject({ to: '/other/page/', isRewrite: true });
  expect([to(table, '/gone/'), to(table, '/broken/')]).toEqual([null, null]);
  expect([to(table, '/lang/'), to(table, '/store/')]).toEqual(['unknown', 'unknown']);
  expect(to(table, '/x')).toBe('/y');
});

describe('a table of redirects', () => {
  it('leaves the trailing slash aside, and takes prefixes and patterns from the start', () => {
    const table = new RedirectTable([
      redirect('exact', '/a', '/1/'),
      redirect('prefix', '/b/c', '/2/'),
      redirect('pattern', '/d/(x|y)/', '/3/$1/'),
    ]);
    expect(
      ['/a', '/a/', '/a/b/', '/b/cde/', '/x/b/c/', '/d/y', '/d/y/z/', '/d/z/'].map((path) => to(table, path)),
    ).toEqual(['/1/', '/1/', null, '/2/', null, '/3/y/', '/3/y/', null]);
  });

  it('takes the first that fits', () => {
    const table = new RedirectTable([
      redirect('prefix', '/a/', '/1/'),
      redirect('exact', '/a/b/', '/2/'),
      redirect('pattern', '/', '/3/'),
    ]);
    expect(['/a/b/', '/c/'].map((path) => to(table, path))).toEqual(['/1/', '/3/']);
  });

  it('does not try patterns that may take forever, and says so of the paths they may fit', () => {
    const table = new RedirectTable([redirect('pattern', '/slow/(a+)+$', '/1/')]);
    const started = processorTime();
    expect(to(table, `/slow/${'a'.repeat(200)}!`)).toBe('unknown');
    expect(to(table, '/fast/')).toBeNull();
    expect(processorTime() - started).toBeLessThan(500);
  });

  it('stays quick with the worst patterns it takes', () => {
    const table = new RedirectTable([redirect('pattern', '/.*a.*b.*c', '/1/')]);
    const started = processorTime();
    expect(to(table, `/${'ab'.repeat(149)}`)).toBeNull();
    expect(processorTime() - started).toBeLessThan(1000);
  });
});

it.each([
  ['/a/', true],
  ['^/a/[^/]+/?$', true],
  ['/a/(b|c)/', true],
  ['/a/(b+)+', false],
  ['/a/(b|bb)*', false],
  ['(/a)\\1', false],
  ['/a(?=b)', false],
  ['/a/[', false],
  ['.*.*.*.*', false],
])('the pattern %j is tried: %s', (source, isSafe) => {
  expect(safePattern(source) !== null).toBe(isSafe);
});

it.each([
  ['^/a/b', '/a/b'],
  ['/a/b?c', '/a/'],
  ['/a\\.html', '/a.html'],
  ['/a/(b|c)', '/a/'],
  ['/a/|/b/', '/'],
  ['.*', ''],
])('every path that %j fits starts with %j', (source, start) => {
  expect(literalStart(source)).toBe(start);
});
