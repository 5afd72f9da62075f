import { compareRoles, sameWork } from '../../model/compare-roles.ts';
import type { Mention, ReportingLine, RoleName } from '../../model/facts.ts';
import type { RoleNode } from '../graph-facts.ts';

/**
 * The levels of a page that a reporting line speaks of: the one it stands in, those that its subject names, or, for a sentence on the
 * whole family, all but the manager's own. Empty where it speaks of others ("Pilots report to the Harbour Master", said of that one).
 */
export function reportersOf(
  { level, subject }: ReportingLine,
  manager: Mention,
  own: readonly RoleNode[],
): readonly RoleNode[] {
  const inside = own.find((node) => node.level.index === level);
  if (inside !== undefined && !isAboutReports(subject, manager, inside)) return [inside];
  const others = own.filter((node) => !isNamed(manager.name, node));
  if (inside === undefined && subject === null) return level === null ? others : [];
  if (subject === null) return [];
  const named = own.filter((node) => isNamed(subject.name, node));
  if (named.length > 0) return named;
  if (subject.name.explicit) return [];
  return others.filter(
    ({ level: { name } }) => name.track === subject.name.track && sameWork(name, subject.name),
  );
}

/** A sentence under the manager's own heading on those who report to it. */
function isAboutReports(subject: Mention | null, manager: Mention, node: RoleNode): boolean {
  return subject !== null && !isNamed(subject.name, node) && isNamed(manager.name, node);
}

function isNamed(name: RoleName, { level }: RoleNode): boolean {
  const relation = compareRoles(name, level.name);
  return relation === 'same' || relation === 'variant';
}
