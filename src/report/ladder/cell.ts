import type { LadderCell, LadderColumn, LadderFamily } from '../../policy/ladder/ladder-table.ts';

/** What stands for a level that states no grade. */
const unstated = '?';

/** The levels of a family on one rung as a few signs: "7", "10, 11", "8!" for one that is not what the ladder says. */
export function cellText(family: LadderFamily, column: LadderColumn): string {
  const texts = (family.cells.get(column) ?? []).map(levelText);
  return [...new Set(texts)].join(', ');
}

function levelText({ grades, expected }: LadderCell): string {
  return `${grades.length === 0 ? unstated : grades.join('/')}${expected === null ? '' : '!'}`;
}

/** Levels that are not what the ladder says, and whether any level states no grade: what the signs in the table mean. */
export interface Remarks {
  readonly outliers: readonly { readonly path: string; readonly cell: LadderCell }[];
  readonly hasUnstated: boolean;
}

export function remarksOn(families: readonly LadderFamily[]): Remarks {
  const all = families.flatMap(({ path, cells }) =>
    [...cells.values()].flat().map((cell) => ({ path, cell })),
  );
  return {
    outliers: all.filter(({ cell }) => cell.expected !== null),
    hasUnstated: all.some(({ cell }) => cell.grades.length === 0),
  };
}
