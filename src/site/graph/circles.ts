import { compareText } from '../../text/compare.ts';
import type { RoleNode } from '../graph-facts.ts';
import type { SureEdge } from './sure-edges.ts';

/**
 * Circles in who reports to whom, each as its edges in order; one for each group of levels that can all be reached from each other.
 * Levels that report to themselves are no circle here. Tarjan's algorithm ("Depth-first search and linear graph algorithms", SIAM
 * Journal on Computing 1, 1972), without recursion, because chains may be long; linear in levels and edges.
 */
export function circlesIn(edges: readonly SureEdge[]): readonly (readonly SureEdge[])[] {
  const out = new Map<RoleNode, SureEdge[]>();
  for (const edge of edges) {
    if (edge.from === edge.to) continue;
    const there = out.get(edge.from);
    if (there) there.push(edge);
    else out.set(edge.from, [edge]);
  }
  return groupsIn(out)
    .filter((group) => group.size > 1)
    .map((group) => circleIn(group, out));
}

interface Visit {
  readonly node: RoleNode;
  readonly order: number;
  /** Least order that can be reached from here. */
  low: number;
  next: number;
}

function groupsIn(out: ReadonlyMap<RoleNode, readonly SureEdge[]>): readonly ReadonlySet<RoleNode>[] {
  const visits = new Map<RoleNode, Visit>();
  const open: RoleNode[] = [];
  const isOpen = new Set<RoleNode>();
  const groups: Set<RoleNode>[] = [];
  const path: Visit[] = [];
  const enter = (node: RoleNode): void => {
    const visit = { node, order: visits.size, low: visits.size, next: 0 };
    visits.set(node, visit);
    open.push(node);
    isOpen.add(node);
    path.push(visit);
  };
  for (const root of out.keys()) {
    if (!visits.has(root)) enter(root);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const to = out.get(at.node)?.[at.next]?.to;
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
        const group = new Set(open.splice(open.lastIndexOf(at.node)));
        for (const node of group) isOpen.delete(node);
        groups.push(group);
      }
    }
  }
  return groups;
}

/** A shortest circle through the group's first level: breadth first, back to where it started. */
function circleIn(
  group: ReadonlySet<RoleNode>,
  out: ReadonlyMap<RoleNode, readonly SureEdge[]>,
): readonly SureEdge[] {
  const [start] = [...group].sort((a, b) => compareText(a.id, b.id));
  if (start === undefined) return [];
  const reachedBy = new Map<RoleNode, SureEdge>();
  const queue = [start];
  for (const node of queue) {
    for (const edge of out.get(node) ?? []) {
      const { to } = edge;
      if (to === start) return wayTo(node, start, reachedBy, edge);
      if (!group.has(to) || reachedBy.has(to)) continue;
      reachedBy.set(to, edge);
      queue.push(to);
    }
  }
  return [];
}

function wayTo(
  end: RoleNode,
  start: RoleNode,
  reachedBy: ReadonlyMap<RoleNode, SureEdge>,
  last: SureEdge,
): SureEdge[] {
  const way = [last];
  for (let at = end; at !== start; ) {
    const edge = reachedBy.get(at);
    if (edge === undefined) break;
    way.push(edge);
    at = edge.from;
  }
  return way.reverse();
}
