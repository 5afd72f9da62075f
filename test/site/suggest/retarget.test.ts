import { describe, expect, it } from 'vitest';
import { retarget } from '../../../src/site/suggest/retarget.ts';

const to = { url: '/roles/harbour/pilot/', anchor: 'levels' };
const own = '/roles/mate/';
const inline = (target: string) => ({ target, kind: 'inline' as const });

describe('a target that is to lead elsewhere', () => {
  it.each([
    ['a path', '/roles/pilot/#old', '/roles/harbour/pilot/#levels'],
    ['a path with a query', '/roles/pilot/?week=2#old', '/roles/harbour/pilot/?week=2#levels'],
    ['a relative path', '../pilot/', '../harbour/pilot/#levels'],
    ['an address with the host', 'https://port.example/roles/pilot/', '/roles/harbour/pilot/#levels'],
    ['template code', '{{< ref "pilot" >}}', '/roles/harbour/pilot/#levels'],
  ])('stays %s', (_, target, expected) => {
    expect(retarget(inline(target), to, own)).toBe(expected);
  });

  it('keeps the host where it must', () => {
    const address = 'https://port.example/roles/pilot/';
    expect(retarget(inline(address), to, own, 'host')).toBe(
      'https://port.example/roles/harbour/pilot/#levels',
    );
    expect(retarget({ target: 'www.port.example/roles/pilot', kind: 'autolink' }, to, own)).toBe(
      'www.port.example/roles/harbour/pilot/#levels',
    );
  });

  it('is the anchor alone on the page itself, and an address outside as it is', () => {
    expect(retarget(inline('../pilot/'), { url: own, anchor: 'levels' }, own)).toBe('#levels');
    expect(retarget(inline('/roles/pilot/'), { url: 'https://intern.example/a', anchor: null }, own)).toBe(
      'https://intern.example/a',
    );
  });

  it('cannot end early by its own signs', () => {
    expect(retarget(inline('/a/'), { url: '/b (c)/', anchor: null }, own)).toBe('/b%20%28c%29/');
  });
});
