import { describe, expect, it } from 'vitest';
import type { Answer, Cause } from '../../src/site/external/answer.ts';
import { type DatedAnswer, freshAnswers, readAnswers, writeAnswers } from '../../src/site/external/cache.ts';

const url = 'https://tides.example/';
const now = Date.UTC(2030, 0, 1);
const [hour, day] = [3_600_000, 86_400_000];
const ages = { good: day, bad: hour };

const answer = (cause: Cause): Answer => ({ cause, status: 200, url, movedTo: null });
const dated = (cause: Cause, asked = now): Map<string, DatedAnswer> =>
  new Map([[url, { answer: answer(cause), asked }]]);

describe('a file of answers', () => {
  it('gives back what was written, sorted', () => {
    const answers = new Map<string, DatedAnswer>([
      ['https://z.example/?a=1&b=2', { answer: { ...answer('missing'), status: 404 }, asked: 5 }],
      ['https://a.example/', { answer: { ...answer('found'), movedTo: 'https://b.example/' }, asked: 6 }],
      ['https://b.example/', { answer: { ...answer('timeout'), status: null }, asked: 7 }],
    ]);
    const text = writeAnswers(answers);
    expect(readAnswers(text)).toEqual(answers);
    expect(text.indexOf('a.example')).toBeLessThan(text.indexOf('z.example'));
  });

  it.each(['private', 'network', 'lookup', 'later'] as const)(
    'keeps nothing that says nothing of the next run: %s',
    (cause) => {
      expect(readAnswers(writeAnswers(dated(cause)))).toEqual(new Map());
    },
  );

  it.each([
    ['nothing', ''],
    ['half a file', writeAnswers(dated('found')).slice(0, 60)],
    ['another file', '{"dependencies": {}}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another version', writeAnswers(dated('found')).replace('"version": 1', '"version": 2')],
  ])('is not read where it is %s', (_, text) => {
    expect(readAnswers(text)).toBeNull();
  });

  it.each([
    ['an unknown cause', { cause: 'fine' }],
    ['a cause that every object has', { cause: 'toString' }],
    ['no date', { asked: 'today' }],
    ['a status that is none', { status: '200' }],
    ['an address that is none', { url: 'javascript:alert(1)' }],
    ['a new address that is none', { movedTo: 'javascript:alert(1)' }],
  ])('loses an entry with %s, and only that', (_, change) => {
    const good = { ...answer('found'), asked: now };
    const text = JSON.stringify({
      version: 1,
      answers: { 'https://a.example/': { ...good, ...change }, [url]: good },
    });
    expect([...(readAnswers(text) ?? [])]).toEqual([...dated('found')]);
  });
});

describe('answers hold', () => {
  const holds = (cause: Cause, age: number) => freshAnswers(dated(cause, now - age), now, ages).size === 1;

  it.each(['found', 'refuses'] as const)('a day where they are %s', (cause) => {
    expect([holds(cause, day - 1), holds(cause, day)]).toEqual([true, false]);
  });

  it.each(['missing', 'no-host', 'status', 'timeout', 'certificate'] as const)(
    'an hour where they are %s',
    (cause) => {
      expect([holds(cause, hour - 1), holds(cause, hour)]).toEqual([true, false]);
    },
  );

  it('not where they come from the future', () => {
    expect(holds('found', -1)).toBe(false);
  });
});
