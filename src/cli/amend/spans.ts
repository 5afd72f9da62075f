import type { Shift } from '../../text/shift.ts';
import { isSpan } from '../../text/span.ts';

/** The pages that spans anywhere in some plain data point to. */
export function pagesIn(value: unknown, into: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null) return into;
  if (isSpan(value)) into.add(value.page);
  else for (const part of Object.values(value)) pagesIn(part, into);
  return into;
}

/** Plain data with all spans in one page where they stand since the page has changed; null where one of them has a part in the change. */
export function movedIn<Value>(value: Value, page: string, shift: Shift): Value | null {
  let isLost = false;
  const move = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(move);
    if (!isSpan(part)) return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, move(one)]));
    if (part.page !== page) return part;
    const moved = shift.moved(part.start, part.end);
    isLost ||= moved === null;
    return moved && { page, start: moved[0], end: moved[1] };
  };
  const moved = move(value) as Value;
  return isLost ? null : moved;
}
