import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countBelow } from '../../src/text/count-below.ts';

it('counts what counting one by one counts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 })),
      fc.integer({ min: -1, max: 42 }),
      (numbers, limit) => {
        const ascending = numbers.sort((a, b) => a - b);
        const below = ascending.filter((number) => number < limit).length;
        expect(countBelow(ascending, limit)).toBe(below);
        const items = ascending.map((start) => ({ start }));
        expect(countBelow(items, limit, ({ start }) => start)).toBe(below);
      },
    ),
  );
});
