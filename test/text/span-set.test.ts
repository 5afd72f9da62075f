import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlaps } from '../../src/text/span.ts';
import { SpanSet } from '../../src/text/span-set.ts';

const span = fc
  .tuple(fc.nat(30), fc.nat(6))
  .map(([start, length]) => ({ page: 'a.md', start, end: start + length }));

it('agrees with overlaps for every set of spans', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), span, (spans, asked) => {
      expect(new SpanSet(spans).overlaps(asked)).toBe(spans.some((other) => overlaps(other, asked)));
    }),
    { numRuns: 2000, seed: 1 },
  );
});
