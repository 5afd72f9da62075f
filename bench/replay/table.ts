import type { Replayed } from './replay.ts';

const columns: readonly (readonly [string, (one: Replayed) => number | string])[] = [
  ['change', ({ change }) => change.slice(0, 30)],
  ['labelled', ({ labels }) => labels],
  ['with a thread', ({ threaded }) => threaded],
  ['in the summary', ({ folded }) => folded],
  ['threads', ({ threads }) => threads],
  ['not brought', ({ notBrought }) => notBrought],
  ['mended', ({ mended }) => mended],
  ['resolved', ({ resolved }) => resolved],
  ['reopened', ({ reopened }) => reopened],
  ['twice', ({ twins }) => twins],
  ['requests', ({ requests }) => requests[0]],
  ['again', ({ requests }) => requests[1]],
  ['s', ({ seconds }) => seconds.toFixed(1)],
];

export const heading = (): string =>
  [row(columns.map(([title]) => title)), row(columns.map(() => '---'))].join('\n');

export const line = (one: Replayed): string => row(columns.map(([, of]) => of(one)));

/** Sums of all columns but the first; the longest time. */
export function sums(all: readonly Replayed[]): string {
  return row([
    `all ${all.length}`,
    ...columns.slice(1).map(([title, of]) => {
      const numbers = all.map((one) => Number(of(one)));
      if (title === 's') return `most ${Math.max(...numbers).toFixed(1)}`;
      return numbers.reduce((sum, number) => sum + number, 0);
    }),
  ]);
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
