import { compactJson } from './compact-json.ts';
import { escapeJson } from './visible.ts';

/** A value as JSON for people and programs: safe for a terminal, a level a line, with a line break at its end. */
export function jsonText(value: unknown): string {
  return `${escapeJson(JSON.stringify(value, null, 2))}\n`;
}

/** As `jsonText`, but what is short stands on one line. */
export function compactJsonText(value: unknown): string {
  return `${escapeJson(compactJson(value))}\n`;
}
