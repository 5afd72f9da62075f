import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodeSpill } from '../../src/host/node-spill.ts';

it('gives back what was put there, in any order, from any offset', () => {
  const spill = nodeSpill();
  if (spill === null) throw new Error('There is no room for a file.');
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (all) => {
      const starts = all.map((bytes) => spill.write(bytes));
      for (const [at, bytes] of [...all.entries()].reverse()) {
        const from = Math.min(1, bytes.length);
        const found = spill.read((starts[at] ?? 0) + from, bytes.length - from);
        expect(Buffer.from(found)).toEqual(Buffer.from(bytes.subarray(from)));
      }
    }),
    { numRuns: 30 },
  );
});

it('keeps one run apart from another, and says where something is not there', () => {
  const [one, two] = [nodeSpill(), nodeSpill()];
  one?.write(Buffer.from('one'));
  expect(two?.write(Buffer.from('two'))).toBe(0);
  expect(Buffer.from(one?.read(0, 3) ?? []).toString()).toBe('one');
  expect(() => one?.read(2, 5)).toThrow('gone');
});
