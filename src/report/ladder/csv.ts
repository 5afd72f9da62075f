import { columnWords, type LadderTable } from '../../policy/ladder/ladder-table.ts';
import { cellText } from './cell.ts';

/** The table as comma-separated values (RFC 4180), families as rows; the ladder itself is the last one. */
export function ladderCsv({ columns, families, house }: LadderTable): string {
  const heads = columns.map((column) => {
    const { track, title } = columnWords(column);
    return `${title} (${track === 'individual' ? 'individual contributor' : 'management'})`;
  });
  const rows = [
    ['Page', 'Family', ...heads],
    ...families.map((family) => [
      family.path,
      family.name,
      ...columns.map((column) => cellText(family, column)),
    ]),
    ...(house.size > 0
      ? [['', 'The ladder', ...columns.map((column) => house.get(column)?.grades ?? '')]]
      : []),
  ];
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** What begins with one of these, a spreadsheet takes for a formula; an apostrophe in front makes it text. */
const formula = /^[=+\-@\t\r]/u;

function field(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
