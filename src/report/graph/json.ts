import { compactJson } from '../compact-json.ts';
import { escapeJson } from '../visible.ts';
import type { GraphView } from './view.ts';

/** For programs: families with their levels, and who reports to whom by the ids of levels. */
export function json(view: GraphView): string {
  return `${escapeJson(compactJson({ schemaVersion: 1, ...view }))}\n`;
}
