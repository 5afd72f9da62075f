import type { Block, Document } from '../markdown/document.ts';
import { sourceSpan } from '../markdown/inline-text.ts';
import type { Mention } from './facts.ts';
import { headingKind } from './heading-kind.ts';
import { linkAt, linkIn, mentionAt } from './mention.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { readNumber, type StatedGrade } from './stated-grade.ts';
import { subjectBefore } from './subject.ts';
import { gradeInCell } from './table-grades.ts';
import type { Vocabulary } from './vocabulary.ts';

const number = String.raw`(?<value>\d{1,2}(?:\.\d)?)(?:\s*(?:[-–—/,]|to|or|and|through)\s*(?:grade\s*)?(?:\d{1,2},\s*)?(?<upTo>\d{1,2}(?:\.\d)?))?`;
/** "is a grade 6", "is at job grade level 11", "is a level 8", "is grade #7". */
const worded = new RegExp(
  String.raw`\b(?:is|are|be)\s+(?:currently\s+|also\s+|considered\s+)?(?:at\s+)?(?:an?\s+|the\s+)?(?<words>(?:job\s+)?(?<unit>grades?|levels?)\s*(?<extra>levels?\s*)?(?::\s*)?(?:[[(]\s*)?(?:(?<hash>#)\s*)?${number}\]?)`,
  'i',
);
/** "is a [10]": only the number, in brackets or linked. */
const bare = new RegExp(
  String.raw`\b(?:is|are)\s+(?:at\s+)?(?:an?\s+)?(?<words>[[(]?(?<hash>#)?${number}[\])]?)(?=\s*(?:[.,;]|and\b|job\b|$))`,
  'i',
);
/** "Grade 7" where a heading already says what the sentence is about. */
const alone = new RegExp(
  String.raw`(?<words>\b(?:job\s+)?(?<unit>grades?|levels?)\s*(?::\s*)?(?:[[(]\s*)?(?:(?<hash>#)\s*)?${number}\]?)`,
  'i',
);
const numeral = new RegExp(String.raw`^\s*(?<words>[[(]?(?<hash>#)?${number}[\])]?)\s*(?:\.\s*)?$`, 'i');
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
  // All that follows needs a number or the word.
  if (!/\d|grade/i.test(sentence.text)) return null;
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
