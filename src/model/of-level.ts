import { groupBy } from '../text/group-by.ts';
import { recent } from '../text/recent.ts';

interface Owned {
  /** Index of a level, or null. */
  readonly level: number | null;
}

const groupsOf = recent((all: readonly Owned[]) => groupBy(all, ({ level }) => level));

/** Of parts, grades, reporting lines or extensions, those that belong to a level, in their order. The list is looked through but once. */
export function ofLevel<Item extends Owned>(all: readonly Item[], level: number | null): readonly Item[] {
  return (groupsOf(all).get(level) ?? []) as readonly Owned[] as readonly Item[];
}
