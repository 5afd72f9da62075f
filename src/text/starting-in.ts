import { countBelow } from './count-below.ts';
import type { Span } from './span.ts';

/** Of things in the order of the text, those that start within a span. */
export function startingIn<Item extends { readonly span: Span }>(
  all: readonly Item[],
  { start, end }: Pick<Span, 'start' | 'end'>,
): readonly Item[] {
  const startOf = ({ span }: Item) => span.start;
  return all.slice(countBelow(all, start, startOf), countBelow(all, end, startOf));
}
