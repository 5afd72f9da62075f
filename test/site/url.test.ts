import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, extensionOf, firstStep, resolvePath, splitTarget, withSlash } from '../../src/site/url.ts';

const step = fc
  .string({ minLength: 1, maxLength: 8 })
  .filter((text) => !/[/]/.test(text) && !/^\.{1,2}$/.test(text));
const steps = fc.array(step, { maxLength: 6 });

describe('resolvePath', () => {
  it.each([
    ['oven/', '/roles/baker/', '/roles/baker/oven/'],
    ['../miller/', '/roles/baker/', '/roles/miller/'],
    ['../miller.md', '/roles/baker.md', '/miller.md'],
    ['miller.md', '/roles/baker.md', '/roles/miller.md'],
    ['', '/roles/baker/', '/roles/baker/'],
    ['.', '/roles/baker/', '/roles/baker/'],
    ['..', '/roles/baker/', '/roles/'],
    ['../../../..', '/roles/baker/', '/'],
    ['/roles//./baker', '/', '/roles/baker'],
    ['/', '/roles/', '/'],
  ])('takes %j from %j to %j', (path, base, expected) => {
    expect(resolvePath(path, base)).toBe(expected);
  });

  it('leaves a path that is in order as it is, and needs to be done once', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (parts, isFolder) => {
        const path = parts.length === 0 ? '/' : `/${parts.join('/')}${isFolder ? '/' : ''}`;
        expect(resolvePath(path, '/elsewhere/')).toBe(path);
      }),
    );
  });

  it('gives an absolute path without dots and doubled slashes, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), steps, (path, base) => {
        const resolved = resolvePath(path, `/${base.join('/')}`);
        expect(resolved).toMatch(/^\//);
        expect(resolved).not.toMatch(/\/\/|\/\.{1,2}(?:\/|$)/);
        expect(resolvePath(resolved, '/')).toBe(resolved);
      }),
    );
  });
});

describe('decode', () => {
  it('undoes what a browser writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decode(encodeURIComponent(text))).toBe(text);
      }),
    );
  });

  it('never throws, and leaves lone percent signs alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('%', '%C3', '%A9', '%ff', '%25', 'ab', 'é', '\ud83d')),
        (parts) => {
          const [first, ...rest] = parts.join('').split('%');
          expect(decode(parts.join('')).startsWith(first ?? '')).toBe(true);
          expect(decode(rest.join(''))).toBe(rest.join(''));
        },
      ),
    );
    expect(decode('100%-flour')).toBe('100%-flour');
    expect(decode('%C3%A9tat-50%')).toBe('état-50%');
    expect(decode('%FF%20x')).toBe('%FF%20x');
  });
});

describe('splitTarget', () => {
  it.each([
    ['/a/b/?page=2#Top%20rung', '/a/b/', 'Top rung'],
    ['#levels', '', 'levels'],
    ['/a/#', '/a/', ''],
    ['/a/', '/a/', null],
    ['/a/#:~:text=warm%20bread', '/a/', null],
    ['/a/#levels:~:text=bread', '/a/', 'levels'],
    ['?q=a#b?c', '', 'b?c'],
  ])('splits %j', (target, path, anchor) => {
    expect(splitTarget(target)).toEqual({ path, anchor });
  });
});

it('endings are those of the last step', () => {
  expect(['/a/b.PNG', '/a.b/c', '/a/b.html/', '/a/v1.5', '/'].map(extensionOf)).toEqual([
    'png',
    '',
    '',
    '',
    '',
  ]);
  expect(['/a/b', '/a/b/', '/a/b.html', '/a/v1.5'].map(withSlash)).toEqual([
    '/a/b/',
    '/a/b/',
    '/a/b.html',
    '/a/v1.5/',
  ]);
  expect(['/a/b/', '/a', '/', 'a/b'].map(firstStep)).toEqual(['a', 'a', '', 'a']);
});
