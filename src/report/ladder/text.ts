import picocolors from 'picocolors';
import stringWidth from 'string-width';
import {
  columnWords,
  type LadderColumn,
  type LadderFamily,
  type LadderTable,
} from '../../policy/ladder/ladder-table.ts';
import { count } from '../count.ts';
import type { Display } from '../formatter.ts';
import { visible } from '../visible.ts';
import { cellText, remarksOn } from './cell.ts';

const parts = [
  { track: 'individual', title: 'Individual contributors' },
  { track: 'management', title: 'Managers' },
] as const;

/** Long words of headings, so that a table fits. */
const short: Readonly<Record<string, string>> = {
  Associate: 'Assoc.',
  Intermediate: 'Interm.',
  Principal: 'Princ.',
  Distinguished: 'Dist.',
  Executive: 'Exec.',
};

const houseName = 'The ladder';
/** The narrowest column of names that still tells families apart. */
const fewestName = 18;
const gap = 2;

/** The table for a terminal: one for each track, the ladder itself in the last line. */
export function ladderText(table: LadderTable, display: Display): string {
  const { bold } = picocolors.createColors(display.color);
  const blocks = parts.flatMap(({ track, title }) => {
    const columns = table.columns.filter((column) => columnWords(column).track === track);
    const families = table.families.filter(({ cells }) => columns.some((column) => cells.has(column)));
    if (families.length === 0) return [];
    return [[bold(title), ...lines(table, columns, families, display)].join('\n')];
  });
  if (blocks.length === 0) return 'No family states a level.\n';
  const { outliers, hasUnstated } = remarksOn(table.families);
  const remarks = [
    ...(hasUnstated ? ['?  the level states no grade'] : []),
    ...outliers.map(({ path, cell }) =>
      visible(
        `!  ${path}: “${cell.level}” has grade ${cell.grades.join('/')}, the ladder has ${cell.expected}`,
      ),
    ),
    ...([...table.house.values()].some(({ families }) => families !== null)
      ? ['(n)  the grade is not written down, but derived from n families']
      : []),
  ];
  const total = `${count(table.families.length, 'family', 'families')}.`;
  return `${[...blocks, ...(remarks.length > 0 ? [remarks.join('\n')] : []), total].join('\n\n')}\n`;
}

function lines(
  table: LadderTable,
  columns: readonly LadderColumn[],
  families: readonly LadderFamily[],
  { width, color }: Display,
): string[] {
  const { dim, red } = picocolors.createColors(color);
  const heads = columns.map((column) =>
    columnWords(column)
      .title.split(' ')
      .map((word) => short[word] ?? word),
  );
  const house = columns.map((column) => {
    const known = table.house.get(column);
    if (known === undefined) return '';
    return known.families === null ? known.grades : `${known.grades} (${known.families})`;
  });
  const body = families.map((family) => columns.map((column) => cellText(family, column)));
  const widths = columns.map((_, index) =>
    Math.max(
      ...[...(heads[index] ?? []), house[index] ?? '', ...body.map((row) => row[index] ?? '')].map((text) =>
        stringWidth(text),
      ),
    ),
  );
  const taken = widths.reduce((sum, one) => sum + gap + one, gap);
  const names = [...families.map(({ name }) => visible(name)), houseName];
  const longest = Math.max(...names.map((name) => stringWidth(name)));
  const first = Math.min(longest, Math.max(fewestName, width - taken));
  const line = (name: string, cells: readonly string[], paint = (text: string) => text) =>
    `  ${paint(padded(name, first))}${cells
      .map((cell, index) => `${' '.repeat(gap)}${painted(padded(cell, widths[index] ?? 0), red)}`)
      .join('')}`.trimEnd();
  const high = Math.max(...heads.map((words) => words.length));
  const headLines = Array.from({ length: high }, (_, row) =>
    dim(
      line(
        '',
        heads.map((words) => words[row - (high - words.length)] ?? ''),
      ),
    ),
  );
  return [
    ...headLines,
    ...body.map((row, index) => line(cut(visible(families[index]?.name ?? ''), first), row)),
    ...(house.some((text) => text !== '') ? [dim(line(houseName, house))] : []),
  ];
}

const painted = (cell: string, paint: (text: string) => string): string =>
  cell.includes('!') ? paint(cell) : cell;

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let short = '';
  for (const sign of text) {
    if (stringWidth(short + sign) > width - 1) break;
    short += sign;
  }
  return `${short}…`;
}
