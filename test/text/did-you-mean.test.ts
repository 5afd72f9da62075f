import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/text/did-you-mean.ts';
import { processorTime } from '../support/processor-time.ts';

describe('didYouMean', () => {
  const ids = ['grade/gap', 'grade/order', 'level/order', 'reports-to/subject', 'reports-to/cycle'];

  it.each([
    ['grade/ordr', ['grade/order']],
    ['grades/order', ['grade/order']],
    ['Reports_To/Subject', ['reports-to/subject']],
    ['reprots-to/cycle', ['reports-to/cycle']],
    ['tram/bell', []],
    ['grade/order', []],
    ['', []],
  ])('%s → %j', (word, expected) => {
    expect(didYouMean(word, ids)).toEqual(expected);
  });

  it('names two that are equally near, and none where many are', () => {
    expect(didYouMean('colour', ['colours', 'colourx'])).toEqual(['colours', 'colourx']);
    expect(didYouMean('item0', ['item1', 'item2', 'item3', 'item4'])).toEqual([]);
  });

  it('does not guess for short words', () => {
    expect(didYouMean('ab', ['ac', 'a'])).toEqual([]);
  });

  it('is quick with a word of a megabyte', () => {
    const start = processorTime();
    expect(didYouMean('x'.repeat(1_000_000), ids)).toEqual([]);
    expect(processorTime() - start).toBeLessThan(500);
  });
});
