import type { SureEdge } from './sure-edges.ts';

/**
 * Circles in who reports to whom, each as its edges in order; one for each group of levels that can all be reached from each other.
 * Levels that report to themselves are no circle here. Tarjan's algorithm ("Depth-first search and linear graph algorithms", SIAM
 * Journal on Computing 1, 1972), without recursion, because chains may be long; linear in levels and edges.
 */
export function circlesIn(edges: readonly SureEdge[]): readonly (readonly SureEdge[])[] {
  const out = new Map<string, SureEdge[]>();
  for (const edge of edges) {
    if (edge.from.id === edge.to.id) continue;
    const there = out.get(edge.from.id);
    if (there) there.push(edge);
    else out.set(edge.from.id, [edge]);
  }
  return groupsIn(out)
    .filter((group) => group.size > 1)
    .map((group) => circleIn(group, out));
}

interface Visit {
  readonly id: string;
  readonly order: number;
  /** Least order that can be reached from here. */
  low: number;
  next: number;
}

function groupsIn(out: ReadonlyMap<string, readonly SureEdge[]>): readonly ReadonlySet<string>[] {
  const visits = new Map<string, Visit>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: Set<string>[] = [];
  const path: Visit[] = [];
  const enter = (id: string): void => {
    const visit = { id, order: visits.size, low: visits.size, next: 0 };
    visits.set(id, visit);
    open.push(id);
    isOpen.add(id);
    path.push(visit);
  };
  for (const root of out.keys()) {
    if (!visits.has(root)) enter(root);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const to = out.get(at.id)?.[at.next]?.to.id;
      at.next += 1;
      if (to !== undefined) {
        const seen = visits.get(to);
        if (seen === undefined) enter(to);
        else if (isOpen.has(to)) at.low = Math.min(at.low, seen.order);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) before.low = Math.min(before.low, at.low);
      if (at.low === at.order) {
        const group = new Set(open.splice(open.lastIndexOf(at.id)));
        for (const id of group) isOpen.delete(id);
        groups.push(group);
      }
    }
  }
  return groups;
}

/** A shortest circle through the group's first level: breadth first, back to where it started. */
function circleIn(
  group: ReadonlySet<string>,
  out: ReadonlyMap<string, readonly SureEdge[]>,
): readonly SureEdge[] {
  const [start = ''] = [...group].sort();
  const reachedBy = new Map<string, SureEdge>();
  const queue = [start];
  for (const id of queue) {
    for (const edge of out.get(id) ?? []) {
      const to = edge.to.id;
      if (to === start) return wayTo(id, start, reachedBy, edge);
      if (!group.has(to) || reachedBy.has(to)) continue;
      reachedBy.set(to, edge);
      queue.push(to);
    }
  }
  return [];
}

function wayTo(
  id: string,
  start: string,
  reachedBy: ReadonlyMap<string, SureEdge>,
  last: SureEdge,
): SureEdge[] {
  const way = [last];
  for (let at = id; at !== start; ) {
    const edge = reachedBy.get(at);
    if (edge === undefined) break;
    way.push(edge);
    at = edge.from.id;
  }
  return way.reverse();
}
