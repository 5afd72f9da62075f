import { columnWords, type LadderTable } from '../../policy/ladder/ladder-table.ts';
import { codeCell, plainText } from '../markdown/quote.ts';
import { cellText, remarksOn } from './cell.ts';

/** The table in markdown, families as rows; the ladder itself is the last one. */
export function ladderMarkdown(table: LadderTable): string {
  const { columns, families, house } = table;
  if (families.length === 0) return 'No family states a level.\n';
  const heads = columns.map((column) => {
    const { track, title } = columnWords(column);
    return title === 'Other' ? `Other (${track === 'individual' ? 'contributors' : 'managers'})` : title;
  });
  const rows = families.map((family) => [
    codeCell(family.name),
    ...columns.map((column) => cellText(family, column)),
  ]);
  const last = ['**The ladder**', ...columns.map((column) => house.get(column)?.grades ?? '')];
  const { outliers, hasUnstated } = remarksOn(families);
  const remarks = [
    ...(hasUnstated ? ['- ?: the level states no grade'] : []),
    ...outliers.map(
      ({ path, cell }) =>
        `- ! in ${codeCell(path)}: ${plainText(`“${cell.level}”`)} has grade ${cell.grades.join('/')}, the ladder has ${cell.expected}`,
    ),
  ];
  const lines = [
    row(['Family', ...heads]),
    row(['---', ...heads.map(() => '---')]),
    ...rows.map(row),
    ...(house.size > 0 ? [row(last)] : []),
  ];
  return `${lines.join('\n')}\n${remarks.length > 0 ? `\n${remarks.join('\n')}\n` : ''}`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
