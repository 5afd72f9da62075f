import type { Block, Document } from '../markdown/document.ts';
import { sourceSpan } from '../markdown/inline-text.ts';
import type { Grade, GradeForm, Mention } from './facts.ts';
import { headingKind } from './heading-kind.ts';
import { linkAt, mentionAt } from './mention.ts';
import { looksLikeRole } from './role-name.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { subjectBefore } from './subject.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A grade as stated on the page, before it is given to a level. */
export type StatedGrade = Omit<Grade, 'level'>;

const number = String.raw`(?<value>\d{1,2}(?:\.\d)?)(?:\s*(?:[-–—/,]|to|or|and|through)\s*(?:grade\s*)?(?:\d{1,2},\s*)?(?<upTo>\d{1,2}(?:\.\d)?))?`;
/** "is a grade 6", "is at job grade level 11", "is a level 8", "is grade #7". */
const worded = new RegExp(
  String.raw`\b(?:is|are|be)\s+(?:currently\s+|also\s+|considered\s+)?(?:at\s+)?(?:an?\s+|the\s+)?(?<words>(?:job\s+)?(?<unit>grades?|levels?)\s*(?<extra>levels?\s*)?:?\s*[[(]?(?<hash>#)?\s*${number}\]?)`,
  'i',
);
/** "is a [10]": only the number, in brackets or linked. */
const bare = new RegExp(
  String.raw`\b(?:is|are)\s+(?:at\s+)?(?:an?\s+)?(?<words>[[(]?(?<hash>#)?${number}[\])]?)(?=\s*(?:[.,;]|and\b|job\b|$))`,
  'i',
);
/** "Grade 7" where a heading already says what the sentence is about. */
const alone = new RegExp(
  String.raw`(?<words>\b(?:job\s+)?(?<unit>grades?|levels?)\s*:?\s*[[(]?(?<hash>#)?\s*${number}\]?)`,
  'i',
);
const numeral = new RegExp(String.raw`^\s*(?<words>[[(]?(?<hash>#)?${number}[\])]?)\s*\.?\s*$`, 'i');
const unaligned =
  /\b(?:not\s+(?:\w+\s+)?(?:aligned|tied|mapped|assigned)\s+to\s+an?\s+(?:job\s+)?grade|no\s+job\s+grade)\b/i;

/** All grades that the page states, in the order of the text. */
export function statedGrades(document: Document, vocabulary: Vocabulary): readonly StatedGrade[] {
  const grades: StatedGrade[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'cell') {
      const grade = gradeInCell(document, block, vocabulary);
      if (grade !== null) grades.push(grade);
      continue;
    }
    for (const sentence of sentencesOf(block.inline)) {
      const grade = gradeInSentence(document, block, sentence, vocabulary);
      if (grade !== null) grades.push(grade);
    }
  }
  return grades;
}

function gradeInSentence(
  document: Document,
  block: Block,
  sentence: Sentence,
  vocabulary: Vocabulary,
): StatedGrade | null {
  const underGrade = headingKind(document.sections[block.section]?.title ?? '')?.kind === 'grade';
  const none = unaligned.exec(sentence.text);
  if (none !== null) {
    const span = sourceSpan(
      block.inline,
      document.path,
      sentence.start + none.index,
      sentence.start + none.index + none[0].length,
    );
    const subject = subjectOf(document, block, sentence, verbAt(sentence.text, none.index), vocabulary);
    return {
      span,
      value: null,
      upTo: null,
      form: 'unaligned',
      subject,
      link: linkAt(document, span.end - 1),
      where: 'sentence',
    };
  }
  const match =
    worded.exec(sentence.text) ??
    bareMatch(document, block, sentence, underGrade) ??
    (underGrade ? quietMatch(sentence) : null);
  const words = match?.groups?.words;
  if (match === null || match === undefined || words === undefined) return null;
  const from = match.index + match[0].lastIndexOf(words);
  if (followedByRole(sentence.text, from + words.length)) return null;
  const span = sourceSpan(
    block.inline,
    document.path,
    sentence.start + from,
    sentence.start + from + words.length,
  );
  const subject = subjectOf(document, block, sentence, match.index, vocabulary);
  return {
    span,
    ...readNumber(match.groups ?? {}),
    subject,
    link: linkIn(document, span.start, span.end),
    where: 'sentence',
  };
}

/** A bare number is a grade only under a grade heading, or where its link leads to grades. */
function bareMatch(
  document: Document,
  block: Block,
  sentence: Sentence,
  underGrade: boolean,
): RegExpExecArray | null {
  const match = bare.exec(sentence.text);
  if (match === null || underGrade) return match;
  const at = sourceSpan(
    block.inline,
    document.path,
    sentence.start + match.index,
    sentence.start + match.index + match[0].length,
  );
  const link = linkIn(document, at.start, at.end);
  return link !== null && /grade/i.test(document.links[link]?.target ?? '') ? match : null;
}

function quietMatch(sentence: Sentence): RegExpExecArray | null {
  return alone.exec(sentence.text) ?? numeral.exec(sentence.text);
}

/** "a grade 8 manager": the number belongs to somebody else. */
function followedByRole(text: string, end: number): boolean {
  return /^\]?\s+(?:managers?|engineers?|roles? and above|and above|or above|positions?)\b/i.test(
    text.slice(end, end + 40),
  );
}

function verbAt(text: string, before: number): number {
  const verb = text.slice(0, before).search(/\b(?:is|are)\s*$/i);
  return verb < 0 ? before : verb;
}

function subjectOf(
  document: Document,
  block: Block,
  sentence: Sentence,
  verb: number,
  vocabulary: Vocabulary,
): Mention | null {
  const phrase = subjectBefore(sentence.text, verb, vocabulary);
  if (phrase === null) return null;
  const moved = { start: phrase.start + sentence.start, end: phrase.end + sentence.start };
  return mentionAt(document, block.inline, moved, vocabulary);
}

function readNumber(groups: Record<string, string | undefined>): {
  value: number;
  upTo: number | null;
  form: GradeForm;
} {
  const value = Number(groups.value);
  const upTo = groups.upTo === undefined ? null : Number(groups.upTo);
  return { value, upTo, form: formOf(groups, value, upTo) };
}

function formOf(groups: Record<string, string | undefined>, value: number, upTo: number | null): GradeForm {
  if (upTo !== null) return 'range';
  if (groups.hash !== undefined) return 'hash';
  if (groups.unit === undefined) return 'number';
  if (/^level/i.test(groups.unit) || groups.extra !== undefined) return 'level';
  return Number.isInteger(value) ? 'grade' : 'half';
}

/** Index of the first link that touches the stretch, or null. */
function linkIn(document: Document, start: number, end: number): number | null {
  return (
    document.links.find(({ kind, span }) => kind !== 'image' && span.start < end && start < span.end)
      ?.index ?? null
  );
}

function gradeInCell(document: Document, block: Block, vocabulary: Vocabulary): StatedGrade | null {
  const match =
    /^\s*(?<words>(?:job\s+)?(?<unit>grade|level)\s*(?<hash>#)?\s*(?<value>\d{1,2}(?:\.\d)?))\s*$/i.exec(
      block.inline.text,
    );
  if (match?.groups?.words === undefined || block.table === null) return null;
  const row = document.tables[block.table]?.rows.find((cells) => cells.includes(block.index)) ?? [];
  const named = row
    .map((index) => document.blocks[index])
    .find((cell) => cell !== undefined && cell !== block && looksLikeRole(cell.inline.text, vocabulary));
  if (named === undefined) return null;
  const from = match[0].indexOf(match.groups.words);
  const span = sourceSpan(block.inline, document.path, from, from + match.groups.words.length);
  const text = named.inline.text;
  const phrase = { start: text.length - text.trimStart().length, end: text.trimEnd().length };
  return {
    span,
    ...readNumber(match.groups),
    subject: mentionAt(document, named.inline, phrase, vocabulary),
    link: linkIn(document, span.start, span.end),
    where: 'table',
  };
}
