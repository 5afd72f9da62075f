import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/read.ts';

const read = (text: string) => readDocument('page.md', text);

function frontMatter(text: string) {
  const found = read(text).frontMatter;
  if (found === null) throw new Error('The page has no front matter.');
  return found;
}

describe('front matter', () => {
  it('gives values and where they stand', () => {
    const text = '---\ntitle: "Head Baker"\ntags: [a, b]\nempty:\n---\n\nText\n';
    const { data, values, errors, span } = frontMatter(text);
    expect(data).toEqual({ title: 'Head Baker', tags: ['a', 'b'], empty: null });
    expect(Object.entries(values).map(([key, { start, end }]) => [key, text.slice(start, end)])).toEqual([
      ['title', '"Head Baker"'],
      ['tags', '[a, b]'],
      ['empty', ''],
    ]);
    expect(errors).toEqual([]);
    expect(text.slice(span.start, span.end)).toBe('---\ntitle: "Head Baker"\ntags: [a, b]\nempty:\n---');
  });

  it.each([
    ['brackets', `a: ${'['.repeat(50_000)}`],
    ['braces', `a: ${'{b: '.repeat(20_000)}`],
    ['list markers', `a:\n  ${'- '.repeat(30_000)}`],
  ])('is not read where %s make very many levels, and says so', (_, yaml) => {
    const { data, errors } = frontMatter(`---\n${yaml}\n---\n`);
    expect(data).toEqual({});
    expect(errors.map(({ message }) => message)).toEqual([
      'Front matter in more than 100 levels is not read.',
    ]);
  });

  it('is read where a line of dashes, or many lists, could be taken for levels', () => {
    const lists = '  - [a, [b]]\n  - {c: d}\n'.repeat(200);
    expect(frontMatter(`---\ntitle: a\nlists:\n${lists}---\n`).errors).toEqual([]);
    const text = `---\ntitle: |\n  a\n  ${'-'.repeat(90)}\n---\n`;
    expect(frontMatter(text).errors).toEqual([]);
  });

  it('is not read where it is longer than anybody writes', () => {
    const { errors } = frontMatter(`---\n${'a: b\n'.repeat(20_001)}---\n`);
    expect(errors.map(({ message }) => message)).toEqual([
      'Front matter of more than 100000 characters is not read.',
    ]);
  });

  it('has true places after a byte order mark and in CRLF', () => {
    const text = '\ufeff---\r\ntitle: Baker\r\n---\r\n';
    const { start, end } = frontMatter(text).values.title ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('Baker');
  });

  it('says what is broken, where', () => {
    const text = '---\ntitle: "Baker\nlayout: x\n---\nText\n';
    const { data, errors } = frontMatter(text);
    expect(data).toEqual({});
    expect(errors.length).toBeGreaterThan(0);
    for (const { message, span } of errors) {
      expect(message).not.toBe('');
      expect(span.start).toBeGreaterThanOrEqual(4);
      expect(span.end).toBeLessThanOrEqual(text.indexOf('---\nText'));
    }
  });

  it.each(['- a\n- b', 'just words'])('must be keys and values, not %j', (body) => {
    expect(frontMatter(`---\n${body}\n---\n`).errors).toHaveLength(1);
  });

  it('takes a quoted value over unindented lines, as site builders do', () => {
    const text = '---\ndescription: "One\ntwo\n"\ntitle: X\n---\n';
    const { data, errors, values } = frontMatter(text);
    expect(errors).toEqual([]);
    expect(data).toEqual({ description: 'One two ', title: 'X' });
    expect(text.slice(values.title?.start, values.title?.end)).toBe('X');
  });

  it('does not explode on aliases', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [one, two] of ['ab', 'bc', 'cd', 'de', 'ef'].map((pair) => [...pair])) {
      bomb.push(`${two}: &${two} [${Array(9).fill(`*${one}`).join(',')}]`);
    }
    const { data, errors } = frontMatter(`---\n${bomb.join('\n')}\n---\n`);
    expect(data).toEqual({});
    expect(errors).toHaveLength(1);
  });

  it('that never ends is one error at its first line, and the rest is read', () => {
    const page = read('---\ntitle: Baker\n\n## Role\n');
    expect(page.frontMatter).toMatchObject({
      data: {},
      errors: [{ span: { page: 'page.md', start: 0, end: 3 } }],
    });
    expect(page.sections.map(({ title }) => title)).toEqual(['', 'Role']);
  });

  it.each(['---\n\nText\n\n---\n\nMore\n', '---\nText\n', 'Text\n---\na: b\n---\n', '----\na: b\n----\n'])(
    'is not what %j begins with',
    (text) => {
      expect(read(text).frontMatter).toBeNull();
    },
  );

  it('in TOML is only known to be there', () => {
    expect(frontMatter('+++\ntitle = "X"\n+++\n')).toMatchObject({ data: {}, errors: [] });
  });
});
