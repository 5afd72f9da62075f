import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circlesIn } from '../../src/site/graph/circles.ts';
import type { SureEdge } from '../../src/site/graph/sure-edges.ts';

const levels = new Map<string, { readonly id: string }>();

/** A level is the same object wherever it is named. */
const level = (id: number | string): { readonly id: string } => {
  const known = levels.get(String(id)) ?? { id: String(id) };
  levels.set(known.id, known);
  return known;
};

/** Circles only look at levels and their ids, so the rest of an edge may be missing. */
const edge = (from: number | string, to: number | string): SureEdge =>
  ({ from: level(from), to: level(to) }) as unknown as SureEdge;
const ways = (edges: readonly SureEdge[]): string[] =>
  circlesIn(edges).map((circle) => circle.map(({ from }) => from.id).join(' '));

describe('circles', () => {
  it('are found once each, with nothing that only leads to them', () => {
    const edges = [
      edge('x', 'a'),
      edge('a', 'b'),
      edge('b', 'c'),
      edge('c', 'a'),
      edge('d', 'e'),
      edge('e', 'd'),
    ];
    expect(ways(edges).sort()).toEqual(['a b c', 'd e']);
  });

  it('are none where a level reports to itself, or two ways lead to one manager', () => {
    expect(ways([edge('a', 'a'), edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('c', 'd')])).toEqual(
      [],
    );
  });

  it('do not need a stack as deep as the chain is long', () => {
    const chain = Array.from({ length: 100_000 }, (_, at) => edge(at, at + 1));
    expect(ways(chain)).toEqual([]);
    expect(ways([...chain, edge(100_000, 0)])).toHaveLength(1);
  });

  it('are true circles, and there is one wherever a level can be reached from itself', () => {
    const arbitrary = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 });
    fc.assert(
      fc.property(arbitrary, (pairs) => {
        const edges = pairs.map(([from, to]) => edge(from, to));
        const circles = circlesIn(edges);
        for (const circle of circles) {
          expect(new Set(circle.map(({ from }) => from.id)).size).toBe(circle.length);
          for (const [at, { to }] of circle.entries())
            expect(to.id).toBe(circle[(at + 1) % circle.length]?.from.id);
        }
        const proper = pairs.filter(([from, to]) => from !== to);
        const reaches = (start: number): boolean => {
          const seen = new Set<number>();
          const open = [start];
          for (const at of open) {
            for (const [from, to] of proper) {
              if (from !== at || seen.has(to)) continue;
              seen.add(to);
              open.push(to);
            }
          }
          return seen.has(start);
        };
        expect(circles.length > 0).toBe(Array.from({ length: 8 }, (_, at) => at).some(reaches));
      }),
      { numRuns: 100 },
    );
  });
});
