import type { Block, Document } from '../markdown/document.ts';
import { sourceSpan } from '../markdown/inline-text.ts';
import type { Mention, ReportingLine } from './facts.ts';
import { linkAt, mentionAt } from './mention.ts';
import { type RolePhrase, readName, readRoleChoices } from './role-phrase.ts';
import { singular } from './role-words.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { speaksOfThisRole, subjectBefore } from './subject.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A reporting line as stated on the page, before it is given to a level. */
export type StatedReportingLine = Omit<ReportingLine, 'level'>;

const adverb = String.raw`(?:\s+(?:directly|jointly|primarily|typically|usually|functionally|administratively|up|either|both|ultimately))*`;
const verbs = new RegExp(
  String.raw`\b(?:reports?|reporting)${adverb}\s+(?:in)?to\b(?<again>${adverb}\s+(?:in)?to\b)?(?:\s+and\s+(?:\w+\s+){1,3}with\b)?:?`,
  'gi',
);
/** "reports intot the Manager": a slip in the preposition. Only where a role follows. */
const misspelledTo = new RegExp(
  String.raw`\breports?${adverb}\s+(?:intot|inot|ino|tot|too|ot|so|ro)\s+(?=(?:the|a|an|our)\s+\p{Lu})`,
  'giu',
);
/** "reports the Director": the preposition is missing. Only where a role follows. */
const withoutTo = new RegExp(String.raw`\breports?${adverb}\s+(?=(?:the|a|an|our)\s+\p{Lu})`, 'giu');

/** "will work with and reporting into": two forms of the verb in one sentence. */
const afterModal = /\b(?:will|may|can|should|would)\b[^.;]*\band\s+reporting\s[^.;]*$/i;

interface Verb {
  readonly start: number;
  readonly end: number;
  readonly broken: 'no-to' | 'doubled-to' | 'other' | null;
}

/** All sentences of the page that say who reports to whom, in the order of the text. */
export function statedReportingLines(
  document: Document,
  vocabulary: Vocabulary,
): readonly StatedReportingLine[] {
  const lines: StatedReportingLine[] = [];
  for (const block of document.blocks) {
    if (!/report/i.test(block.inline.text)) continue;
    for (const sentence of sentencesOf(block.inline)) {
      for (const verb of verbsIn(sentence.text)) {
        const line = readLine(document, block, sentence, verb, vocabulary);
        if (line !== null) lines.push(line);
      }
    }
  }
  return lines;
}

function verbsIn(text: string): readonly Verb[] {
  const found: Verb[] = [...text.matchAll(verbs)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    broken:
      match.groups?.again !== undefined
        ? 'doubled-to'
        : afterModal.test(text.slice(0, match.index) + match[0])
          ? 'other'
          : null,
  }));
  for (const match of text.matchAll(withoutTo)) {
    found.push({ start: match.index, end: match.index + match[0].trimEnd().length, broken: 'no-to' });
  }
  for (const match of text.matchAll(misspelledTo)) {
    found.push({ start: match.index, end: match.index + match[0].trimEnd().length, broken: 'other' });
  }
  return found.sort((a, b) => a.start - b.start);
}

function readLine(
  document: Document,
  block: Block,
  sentence: Sentence,
  verb: Verb,
  vocabulary: Vocabulary,
): StatedReportingLine | null {
  const { text } = sentence;
  const subject = subjectBefore(text, verb.start, vocabulary);
  const choices = managersAfter(
    text.slice(0, clauseEnd(text, verb.end)),
    verb.end,
    subject !== null,
    vocabulary,
  );
  const verbText = text.slice(verb.start, verb.end);
  const link = linkBehind(document, block, sentence, verb.end);
  if (!isReportingLine({ text, verb, verbText, subject, choices, link, inItem: block.item !== null }))
    return null;
  const last = choices.at(-1);
  const mention = (phrase: RolePhrase): Mention =>
    mentionAt(
      document,
      block.inline,
      { start: phrase.start + sentence.start, end: phrase.end + sentence.start },
      vocabulary,
    );
  const start = subject?.start ?? verb.start;
  const end = last?.end ?? verb.end;
  return {
    span: sourceSpan(block.inline, document.path, sentence.start + start, sentence.start + end),
    verbSpan: sourceSpan(block.inline, document.path, sentence.start + verb.start, sentence.start + verb.end),
    subject: subject === null ? null : mention(subject),
    plural: isPlural(text, subject, verb, vocabulary),
    managers: choices.map(mention),
    broken: verb.broken ?? brokenAfter(text, verb, choices),
  };
}

/**
 * The roles named behind the verb. Where the sentence has a subject, any capitalised name is a manager, even one with a slip in it
 * ("Manger, Payroll").
 */
function managersAfter(
  text: string,
  from: number,
  hasSubject: boolean,
  vocabulary: Vocabulary,
): readonly RolePhrase[] {
  const choices = readRoleChoices(text, from, vocabulary).filter(
    ({ start, end }) => hasSubject || /^\p{Lu}/u.test(text.slice(start, end)),
  );
  if (choices.length > 0 || !hasSubject) return choices;
  const name = readName(text, from, vocabulary);
  return name !== null && /^\p{Lu}/u.test(text.slice(name.start)) ? [name] : [];
}

/** Where another "reports to" follows, this one's manager ends before the "and" that leads to it. */
function clauseEnd(text: string, from: number): number {
  verbs.lastIndex = from;
  const next = verbs.exec(text);
  verbs.lastIndex = 0;
  if (next === null) return text.length;
  const between = text.slice(from, next.index);
  const comma = between.search(/[,;]\s+(?:and\s+)?(?=\p{Lu})/u);
  const and = between.includes(', and ') || between.includes('; ') ? comma : between.lastIndexOf(' and ');
  return and < 0 ? text.length : from + and;
}

interface Reading {
  readonly text: string;
  readonly verb: Verb;
  readonly verbText: string;
  readonly subject: RolePhrase | null;
  readonly choices: readonly RolePhrase[];
  readonly link: boolean;
  readonly inItem: boolean;
}

/** Tells "The Analyst reports to the Manager" from "prepare reports to the Director of Finance". */
function isReportingLine(reading: Reading): boolean {
  const { text, verb, verbText, subject, choices, link, inItem } = reading;
  const before = text.slice(0, verb.start).trim();
  const reports = /^reports?\b/i.test(verbText);
  const named = choices.length > 0;
  if (subject !== null) {
    if (inItem && !startsSentence(text, subject)) return false;
    return verb.broken === 'no-to' ? named : named || link || reports || verb.broken === 'other';
  }
  if (verb.broken === 'other' && !reports) return named || link || /into$/i.test(verbText);
  if (verb.broken === 'no-to' || verb.broken === 'other' || /\b(?:who|that|which)(?:\s+\w+)?$/i.test(before))
    return false;
  if (/^this\s+is\s+an?\b/i.test(before) && !reports) return named;
  if (speaksOfThisRole(text, verb.start)) return reports;
  if (/^[*_"]*$/.test(before)) return opensSentence(reading);
  // Without a subject that can be read, only an unmistakable verb in running text counts.
  return !inItem && named && reports && !isNoun(before);
}

/** "Reports to the CEO" and "Reporting to the CEO, …" say who reports; "Report to the VP on what sells" is a task. */
function opensSentence({ text, verbText, choices, link }: Reading): boolean {
  if (!/^report\b/i.test(verbText)) return choices.length > 0 || link;
  return choices.length > 0 && /^[\s.)\]]*$/.test(text.slice(choices.at(-1)?.end));
}

/** In a list, "Work with Product Managers and report to …" is a task; only an item that begins with the role says who reports. */
function startsSentence(text: string, subject: RolePhrase): boolean {
  return /^[\s*_]*(?:(?:as|the|an?|our|each|all)\s+)*$/i.test(text.slice(0, subject.start));
}

/** "monthly reports to the Director", "direct reports to": the word before makes it a noun. */
function isNoun(before: string): boolean {
  return /\b(?:direct|monthly|weekly|quarterly|annual|daily|regular|status|financial|management|the|a|these|those|of|and|all|their|any|other|its|our|provide[sd]?|prepare[sd]?|creat(?:e|es|ing)|present(?:s|ing)?|submit(?:s|ting)?|deliver(?:s|ing)?|with|for)$/i.test(
    before,
  );
}

function linkBehind(document: Document, block: Block, sentence: Sentence, end: number): boolean {
  const at = sentence.start + end;
  const next = block.inline.text.slice(at).search(/[\p{L}\p{N}]/u);
  if (next < 0) return false;
  const behind = /^(?:(?:the|a|an|our)\s+)?/i.exec(block.inline.text.slice(at + next))?.[0].length ?? 0;
  const from = at + next + behind;
  if (from >= block.inline.text.length) return false;
  return linkAt(document, sourceSpan(block.inline, document.path, from, from + 1).start) !== null;
}

function brokenAfter(
  text: string,
  verb: Verb,
  choices: readonly RolePhrase[],
): StatedReportingLine['broken'] {
  const rest = text.slice(verb.end);
  if (/^[\s.:;]*$/.test(rest)) return 'no-manager';
  if (choices.length > 0 && /^\s+(?:The\b|(?:the|an?)\s+(?:the|an?)\s)/.test(rest)) return 'stray-article';
  return null;
}

/** "Product Designers report to": one sentence for all levels. */
function isPlural(text: string, subject: RolePhrase | null, verb: Verb, vocabulary: Vocabulary): boolean {
  if (subject === null)
    return /\b(?:they|these|all|individuals|roles|positions|levels|job family|this family)\b[^.]*$/i.test(
      text.slice(0, verb.start),
    );
  if (!/^report\b/i.test(text.slice(verb.start, verb.end))) return false;
  const words = text.slice(subject.start, subject.end).split(/[\s,]+/);
  return words.some((word) => {
    const lower = word.toLowerCase().replace(/[^a-z]/g, '');
    return lower !== singular(lower) && vocabulary.roleNouns.includes(singular(lower));
  });
}
