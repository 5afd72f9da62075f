import type { Block, Document } from '../markdown/document.ts';
import { sourceSpan } from '../markdown/inline-text.ts';
import { linkIn, mentionAt } from './mention.ts';
import { looksLikeRole } from './role-name.ts';
import { readNumber, type StatedGrade } from './stated-grade.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The grade that a table cell gives to the role named in its row, or null. */
export function gradeInCell(document: Document, block: Block, vocabulary: Vocabulary): StatedGrade | null {
  const found = numberInCell(document, block);
  if (found === null) return null;
  const named = found.row.find((cell) => cell !== block && looksLikeRole(cell.inline.text, vocabulary));
  if (named === undefined) return null;
  const { groups, words } = found;
  const from = block.inline.text.indexOf(words);
  const span = sourceSpan(block.inline, document.path, from, from + words.length);
  const text = named.inline.text;
  const phrase = { start: text.length - text.trimStart().length, end: text.trimEnd().length };
  const stated = readNumber(groups);
  return {
    span,
    ...stated,
    // Under the column's heading "Grade" a number needs no word of its own.
    form: groups.unit === undefined && stated.form === 'number' ? 'grade' : stated.form,
    subject: mentionAt(document, named.inline, phrase, vocabulary),
    link: linkIn(document, span.start, span.end),
    where: 'table',
  };
}

const inCell =
  /^\s*(?<words>(?:(?:job\s+)?(?<unit>grade|level)\s*)?(?:(?<hash>#)\s*)?(?<value>\d{1,2}(?:\.\d)?))\s*$/i;

interface CellNumber {
  readonly words: string;
  readonly groups: Record<string, string | undefined>;
  readonly row: readonly Block[];
}

/** "Grade 6" in any cell, or "6" in a column that is headed "Grade". */
function numberInCell(document: Document, block: Block): CellNumber | null {
  const groups = inCell.exec(block.inline.text)?.groups;
  const rows = block.table === null ? undefined : document.tables[block.table]?.rows;
  if (groups?.words === undefined || rows === undefined) return null;
  const cells = rows.find((row) => row.includes(block.index)) ?? [];
  const head = document.blocks[rows[0]?.[cells.indexOf(block.index)] ?? -1];
  if (groups.unit === undefined && !/\bgrade\b/i.test(head?.inline.text ?? '')) return null;
  return { words: groups.words, groups, row: cells.flatMap((index) => document.blocks[index] ?? []) };
}
