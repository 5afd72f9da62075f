import { describe, expect, it } from 'vitest';
import { nodeTimeLimit } from '../../src/host/node-time-limit.ts';
import { OutOfTime } from '../../src/host/time-limit.ts';

const short = nodeTimeLimit(50);
const long = nodeTimeLimit(60_000);

describe('a time limit', () => {
  it('gives what the work gives, and throws what it throws', () => {
    expect(long(() => 'done')).toBe('done');
    expect(long(() => undefined)).toBe(undefined);
    const mistake = new Error('Wrong.');
    const work = () => {
      throw mistake;
    };
    expect(() => long(work)).toThrow(mistake);
  });

  const endless: Readonly<Record<string, () => unknown>> = {
    'an endless loop': () => {
      for (;;);
    },
    'one that catches all errors': () => {
      for (;;) {
        try {
          for (;;);
        } catch {}
      }
    },
    'a regular expression that goes through all splits': () => /^(?:a+)+$/u.test(`${'a'.repeat(60)}b`),
    'work within limited work': () =>
      long(() => {
        for (;;);
      }),
  };
  it.each(Object.entries(endless))('ends %s', (_, work) => {
    expect(() => short(work)).toThrow(new OutOfTime(50));
    expect(short(() => 'still works')).toBe('still works');
  });

  it('lets an overflow of the stack through as what it is', () => {
    const deeper = (): number => deeper() + 1;
    expect(() => long(deeper)).toThrow(RangeError);
  });
});
