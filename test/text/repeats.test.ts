import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRepeats, type Repeat } from '../../src/text/repeats.ts';
import { processorTime } from '../support/processor-time.ts';

const words = (text: string) => text.split(' ');

/** The definition, tried at every place with every period. */
function bruteForce(tokens: readonly string[], longest: number): Repeat[] {
  const runs: Repeat[] = [];
  for (let start = 0; start < tokens.length; start += 1) {
    for (let period = 1; period <= longest; period += 1) {
      if (start > 0 && tokens[start - 1] === tokens[start - 1 + period]) continue;
      let length = period;
      while (start + length < tokens.length && tokens[start + length] === tokens[start + length - period])
        length += 1;
      if (length < 2 * period) continue;
      const shorter = runs.some(
        (run) => run.start === start && run.length === length && period % run.period === 0,
      );
      if (!shorter) runs.push({ start, period, length });
    }
  }
  return runs;
}

describe('findRepeats', () => {
  it('finds a doubled word', () => {
    expect(findRepeats(words('lead the the team'), 10)).toEqual([{ start: 1, period: 1, length: 2 }]);
  });

  it('finds a doubled run of words', () => {
    expect(findRepeats(words('may go to the may go to the desk'), 10)).toEqual([
      { start: 0, period: 4, length: 8 },
    ]);
  });

  it('gives a word said four times once, with its shortest period', () => {
    expect(findRepeats(words('a a a a'), 10)).toEqual([{ start: 0, period: 1, length: 4 }]);
  });

  it('says how far a run goes on that is cut short', () => {
    expect(findRepeats(words('x on and on and on y'), 10)).toEqual([{ start: 1, period: 2, length: 5 }]);
  });

  it('finds nothing where the same words stand apart, or in no words at all', () => {
    expect(findRepeats(words('the team and the other team'), 10)).toEqual([]);
    expect(findRepeats([], 10)).toEqual([]);
  });

  it('looks no further than the longest stretch asked for', () => {
    expect(findRepeats(words('a b c a b c'), 2)).toEqual([]);
    expect(findRepeats(words('a b c a b c'), 3)).toHaveLength(1);
  });

  it('finds what the definition says, in any tokens', () => {
    const few = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 });
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 25 }), (tokens, longest) => {
        expect(findRepeats(tokens, longest)).toEqual(bruteForce(tokens, longest));
      }),
    );
  });

  it('takes time in proportion to the text, also where everything repeats', () => {
    const ms = (count: number) => {
      const tokens = Array.from({ length: count }, (_, index) => (index % 7 === 0 ? 'x' : 'the'));
      const start = processorTime();
      findRepeats(tokens, 40);
      return processorTime() - start;
    };
    ms(20_000);
    const small = Math.max(ms(50_000), 5);
    expect(ms(500_000)).toBeLessThan(small * 60);
  });

  it('refuses a stretch that is no length', () => {
    expect(() => findRepeats(['a'], 0)).toThrow(RangeError);
    expect(() => findRepeats(['a'], 1.5)).toThrow(RangeError);
  });
});
