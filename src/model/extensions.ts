import type { Block, Document } from '../markdown/document.ts';
import { sourceSpan } from '../markdown/inline-text.ts';
import type { Extension, Mention } from './facts.ts';
import { mentionAt } from './mention.ts';
import { looksLikeRole, parseRoleName } from './role-name.ts';
import { type RolePhrase, readName, readRoleChoices } from './role-phrase.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { subjectBefore } from './subject.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An extension as stated on the page, before it is given to a level. */
export type StatedExtension = Omit<Extension, 'level'>;

/** "teh", "thet", "hte": what becomes of the article in haste. */
const mistyped = String.raw`(?:(?:teh|thet|hte|thte|tha|thr|thw|tje|th)\s+)?`;
const owned = String.raw`(?:(?:all\s+)?(?:of\s+)?(?:the\s+|that\s+)?(?:job\s+)?(?:roles?|responsibilities|requirements|duties|expectations|that)\s+(?:of|for|in|from)\s+)?${mistyped}`;
const openings = [
  // The X role extends the Y role; Extends that of the Y responsibilities.
  new RegExp(String.raw`\bextend(?:s|ing)?\s+(?:upon\s+|on\s+)?${owned}`, 'gi'),
  // All of the responsibilities of the Y, plus; Everything in the Y role, plus.
  /(?:^|[:,]\s*)(?:all\s+(?:of\s+)?the\s+(?:responsibilities|requirements|duties)\s+(?:of|for|from|in)|everything\s+(?:in|from|of))\s+/gi,
  // The X has all of the responsibilities of a Y; the X meets all requirements of the Y.
  /\b(?:has|have|meets?|fulfil?ls?)\s+all\s+(?:of\s+)?(?:the\s+)?(?:responsibilities|requirements|duties|expectations)\s+(?:of|for)\s+/gi,
  // The same responsibilities of a Y; the same requirements as the Y.
  /\bthe\s+same\s+(?:responsibilities|requirements|duties)\s+(?:of|as|for)\s+/gi,
  // In addition to the Y requirements.
  /(?:^|[:,]\s*)in\s+addition\s+to\s+(?:all\s+(?:of\s+)?)?(?:the\s+(?:responsibilities|requirements)\s+(?:of|for)\s+)?/gi,
];
/** What all of these hold; it is looked for first, as most sentences have none of it. */
const sign = /extend|\ball\s|everything|\bthe\s+same\s|in\s+addition/i;
const ownedBehind =
  /^[\])*_"”’]*['’]?s?(?:\s*\([^()]*\))?\s*(?:roles?|positions?|levels?|responsibilities|requirements|duties|expectations|job)\b/i;
const everythingAbove = /^\W*(?:all\s+(?:of\s+)?the\s+above|everything\s+above)\b/i;

/** All sentences of the page by which one role takes over what another has, in the order of the text. */
export function statedExtensions(document: Document, vocabulary: Vocabulary): readonly StatedExtension[] {
  return document.blocks.flatMap((block) =>
    sentencesOf(block.inline).flatMap((sentence) => {
      const extension = readExtension(document, block, sentence, vocabulary);
      return extension === null ? [] : [extension];
    }),
  );
}

function readExtension(
  document: Document,
  block: Block,
  sentence: Sentence,
  vocabulary: Vocabulary,
): StatedExtension | null {
  const { text } = sentence;
  if (!sign.test(text)) return null;
  const at = (start: number, end: number) =>
    sourceSpan(block.inline, document.path, sentence.start + start, sentence.start + end);
  const above = everythingAbove.exec(text);
  if (above !== null) return { span: at(above.index, above[0].length), subject: null, targets: [] };
  for (const opening of openings) {
    for (const match of text.matchAll(opening)) {
      const targets = targetsAt(text, match.index + match[0].length, vocabulary);
      const last = targets.at(-1);
      if (last === undefined) continue;
      const subject = subjectBefore(text, match.index, vocabulary);
      const mention = (phrase: RolePhrase): Mention =>
        mentionAt(
          document,
          block.inline,
          { start: phrase.start + sentence.start, end: phrase.end + sentence.start },
          vocabulary,
        );
      return {
        span: at(subject?.start ?? match.index, last.end),
        subject: subject === null ? null : mention(subject),
        targets: targets.map(mention),
      };
    }
  }
  return null;
}

/** The roles extended; a name that is no known occupation counts where "responsibilities" or the like follow ("the CSM responsibilities"). */
function targetsAt(text: string, from: number, vocabulary: Vocabulary): readonly RolePhrase[] {
  const choices = readRoleChoices(text, from, vocabulary).filter(({ start, end }) =>
    isProper(text.slice(start, end), vocabulary),
  );
  const last = choices.at(-1);
  if (last !== undefined) {
    const also = /^[\])*_"”’\s]*(?:\([^()]*\)\s*)?(?:role\s+)?and\s+/i.exec(
      text.slice(last.end, last.end + 40),
    );
    const second = also === null ? [] : readRoleChoices(text, last.end + also[0].length, vocabulary);
    return [...choices, ...second].map((phrase) => withoutPart(text, phrase));
  }
  const name = readName(text, from, vocabulary);
  if (name === null) return [];
  const short = withoutPart(text, name);
  const owns = short.end < name.end || ownedBehind.test(text.slice(name.end, name.end + 60));
  const word = text.slice(short.start, short.end);
  return owns && (looksLikeRole(word, vocabulary) || /^\p{Lu}/u.test(word)) ? [short] : [];
}

/** "extends partner programmes" names nobody: a lower-case name counts only with a rung in it ("the intermediate recruiter"). */
function isProper(name: string, vocabulary: Vocabulary): boolean {
  return /^\p{Lu}/u.test(name) || parseRoleName(name, vocabulary).explicit;
}

/** "Technical Writer Requirements": the part's name is capitalised too, but does not belong to the role. */
function withoutPart(text: string, phrase: RolePhrase): RolePhrase {
  const name = text.slice(phrase.start, phrase.end);
  const part =
    /(?<![\s:–—-])[\s:–—-]+(?:Job\s+)?(?:Roles?|Responsibilities|Requirements|Duties|Expectations|Positions?)$/i.exec(
      name,
    );
  return part === null ? phrase : { start: phrase.start, end: phrase.start + part.index };
}
