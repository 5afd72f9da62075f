import type { LadderTable } from '../../policy/ladder/ladder-table.ts';
import { compactJsonText } from '../json-text.ts';

/** The table as JSON: the ladder by rung, and each family with its levels. */
export function ladderJson({ house, families }: LadderTable): string {
  return compactJsonText({
    schemaVersion: 1,
    ladder: Object.fromEntries(house),
    families: families.map(({ path, name, cells }) => ({
      path,
      name,
      levels: [...cells].flatMap(([rung, levels]) => levels.map((level) => ({ ...level, rung }))),
    })),
  });
}
