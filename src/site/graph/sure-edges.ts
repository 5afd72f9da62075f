import { compareRoles } from '../../model/compare-roles.ts';
import { misnaming } from '../../model/misnaming.ts';
import type { ReportingGraph, ReportsTo, RoleNode } from '../graph-facts.ts';
import type { Roles } from './roles.ts';

/** One level that reports to another, beyond doubt. */
export interface SureEdge {
  readonly from: RoleNode;
  readonly to: RoleNode;
  readonly said: ReportsTo;
}

/**
 * The edges of the graph that nothing speaks against: one level reports, the manager is known and bears the name that was written, and
 * the sentence names whom it is about rightly or not at all. What is wrong with the others is told by other rules.
 */
export function sureEdges({ edges }: ReportingGraph, roles: Roles): readonly SureEdge[] {
  return edges.flatMap((said) => {
    const [from, second] = said.from;
    const { to, line } = said;
    if (from === undefined || second !== undefined || to === null || line.broken !== null) return [];
    const levels = roles.pages.get(said.path)?.family.levels ?? [];
    const isMisnamed = line.subject !== null && misnaming(line.subject.name, from.level, levels) !== null;
    return isMisnamed || !bears(said, to) ? [] : [{ from, to, said }];
  });
}

function bears({ manager }: ReportsTo, { level }: RoleNode): boolean {
  return ['same', 'variant', 'abridged'].includes(compareRoles(manager.name, level.name));
}
