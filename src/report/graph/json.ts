import { compactJsonText } from '../json-text.ts';
import type { GraphView } from './view.ts';

/** For programs: families with their levels, and who reports to whom by the ids of levels. */
export function json(view: GraphView): string {
  return compactJsonText({ schemaVersion: 1, ...view });
}
