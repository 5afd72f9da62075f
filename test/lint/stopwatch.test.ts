import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Phase, phases, Stopwatch } from '../../src/lint/stopwatch.ts';

describe('a stopwatch', () => {
  it('stops the outer phase and its rule while an inner one runs', () => {
    let now = 1000;
    const watch = new Stopwatch(() => now);
    const spend = (ms: number): void => {
      now += ms;
    };
    watch.begin('judging');
    spend(1);
    watch.during(
      'corpus rules',
      () => {
        spend(20);
        watch.during('site', () => spend(300));
        spend(20);
      },
      'link/broken-path',
    );
    spend(1);
    expect(watch.spent()).toEqual({
      phases: [
        ['judging', 2],
        ['corpus rules', 40],
        ['site', 300],
      ],
      rules: [['link/broken-path', 40]],
    });
    expect(watch.elapsed()).toBe(342);
  });

  it('goes on with the outer phase after an error', () => {
    let now = 0;
    const watch = new Stopwatch(() => now);
    watch.begin('judging');
    const fail = (): void => {
      now += 5;
      throw new Error('No.');
    };
    expect(() => watch.during('parsing', fail)).toThrow('No.');
    now += 7;
    expect(watch.spent().phases).toEqual([
      ['judging', 7],
      ['parsing', 5],
    ]);
  });

  it('misses no time and counts none twice, however phases lie within each other', () => {
    type Step = { readonly phase: Phase; readonly ms: number; readonly inner: readonly Step[] };
    const phase = fc.constantFrom(...phases);
    const ms = fc.nat(50);
    const { step } = fc.letrec<{ step: Step }>((tie) => ({
      step: fc.oneof(
        { maxDepth: 4 },
        fc.record({ phase, ms, inner: fc.constant([]) }),
        fc.record({ phase, ms, inner: fc.array(tie('step'), { maxLength: 3 }) }),
      ),
    }));
    fc.assert(
      fc.property(step, (first) => {
        let now = 0;
        const watch = new Stopwatch(() => now);
        const run = ({ phase, ms, inner }: Step): void =>
          watch.during(phase, () => {
            now += ms;
            for (const one of inner) run(one);
          });
        run(first);
        expect(watch.spent().phases.reduce((sum, [, ms]) => sum + ms, 0)).toBe(now);
      }),
    );
  });
});
