import type { LadderTable } from '../../policy/ladder/ladder-table.ts';
import type { Display } from '../formatter.ts';
import { ladderCsv } from './csv.ts';
import { ladderJson } from './json.ts';
import { ladderMarkdown } from './markdown.ts';
import { ladderText } from './text.ts';

/** All formats of the table of grades by name. */
export const ladderFormats: Readonly<Record<string, (table: LadderTable, display: Display) => string>> = {
  text: ladderText,
  csv: ladderCsv,
  markdown: ladderMarkdown,
  json: ladderJson,
};
