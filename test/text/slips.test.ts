import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipsBetween, slipsOf } from '../../src/text/slips.ts';

const word = fc.stringMatching(/^[a-d]{1,6}$/);

test('every slip of a word is one slip away', () => {
  fc.assert(
    fc.property(word, (from) => {
      for (const slip of slipsOf(from)) expect(slipsBetween(from, slip), slip).toBe(1);
    }),
  );
});

test('every word one slip away is among the slips', () => {
  fc.assert(
    fc.property(word, word, (from, to) => {
      expect([...slipsOf(from)].includes(to)).toBe(slipsBetween(from, to) === 1);
    }),
  );
});

test('a swap counts once', () => {
  expect(slipsBetween('manager', 'manaegr')).toBe(1);
  expect(slipsBetween('manager', 'manager')).toBe(0);
  expect(slipsBetween('manager', 'mangr')).toBe(2);
});
