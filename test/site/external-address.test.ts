import { describe, expect, it } from 'vitest';
import { externalAddress, externalAddresses } from '../../src/site/external/address.ts';

describe('an outside address', () => {
  it.each([
    ['https://Tides.Example', 'https://tides.example/'],
    ['HTTP://tides.example:80/a', 'http://tides.example/a'],
    ['https://tides.example/a?b=1#c', 'https://tides.example/a?b=1'],
    ['https://anna:secret@tides.example/', 'https://tides.example/'],
    ['//tides.example/a', 'https://tides.example/a'],
    ['https://tides.example/?a=1&amp;b\\_c=2', 'https://tides.example/?a=1&b_c=2'],
    ['https://tides.example/a b', 'https://tides.example/a%20b'],
    ['http://2130706433/', 'http://127.0.0.1/'],
  ])('is brought into one form: %s', (target, expected) => {
    expect(externalAddress({ kind: 'inline', target })).toBe(expected);
  });

  it.each([
    '/handbook/',
    'handbook.md',
    '#anchor',
    '',
    'mailto:anna@tides.example',
    'tel:+123',
    'ftp://tides.example/',
    'javascript:alert(1)',
    'https://',
    'http://tides.example:99999/',
    'https://{{< param "host" >}}/',
    'https://<%= host %>/',
  ])('is nothing else: %s', (target) => {
    expect(externalAddress({ kind: 'inline', target })).toBeNull();
  });

  it('is made of what stands in the text without a scheme, but not of a mail address', () => {
    expect(externalAddress({ kind: 'autolink', target: 'www.tides.example/a' })).toBe(
      'http://www.tides.example/a',
    );
    expect(externalAddress({ kind: 'autolink', target: 'anna@tides.example' })).toBeNull();
  });
});

describe('the outside addresses of pages', () => {
  const page = (text: string) => ({ path: 'a.md', text });
  const all = { origins: [], ignore: [] };

  it('are found in links, images, references and bare text, each once', () => {
    const text = [
      '[a](https://a.example/#x) [b][b] ![c](https://c.example/c.png) <https://d.example> www.e.example',
      '',
      '[b]: https://b.example/',
      '',
      '`https://code.example/` <!-- https://comment.example/ -->',
    ].join('\n');
    expect(externalAddresses([page(text), page('[a](https://a.example/#y)')], all).sort()).toEqual([
      'http://www.e.example/',
      'https://a.example/',
      'https://b.example/',
      'https://c.example/c.png',
      'https://d.example/',
    ]);
  });

  it('are not those of the site itself', () => {
    const text =
      '[a](https://handbook.example/a/) [b](http://handbook.example/b/) [c](https://www.handbook.example/)';
    expect(externalAddresses([page(text)], { ...all, origins: ['https://Handbook.example'] })).toEqual([
      'https://www.handbook.example/',
    ]);
  });

  it('are not those of hosts that are never asked', () => {
    const text = '[a](https://wiki.corp.example/) [b](https://corp.example/) [c](https://notcorp.example/)';
    expect(
      externalAddresses([page(text)], { ...all, ignore: ['*.Corp.example', 'notcorp.example'] }),
    ).toEqual(['https://corp.example/']);
  });
});
