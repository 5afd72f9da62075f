import type { PageFacts } from '../../src/lint/rule.ts';
import type { InlineText } from '../../src/markdown/document.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import type { Mention } from '../../src/model/facts.ts';
import { defaultVocabulary } from '../../src/model/vocabulary.ts';
import { memo } from '../../src/text/memo.ts';
import type { Span } from '../../src/text/span.ts';

/** A word of a heading or of a role name in running text. */
export interface NamedWord {
  readonly word: string;
  /** What `start` counts in: a text as readers see it, or null for the page itself. */
  readonly inline: InlineText | null;
  readonly start: number;
  readonly isHeading: boolean;
}

/** Nothing but letters beside it: no part of an address, a file name or a mixture with digits. */
const words =
  /(?<![\p{L}\p{N}_@./#\\=’'-])\p{L}{6,}(?![\p{L}\p{N}_@\\=]|[./:]\p{L})|(?<=\p{L}{3}[-/])\p{L}{6,}(?![\p{L}\p{N}_@\\=.:])/gu;

/** What names are looked for in. */
export type NamingPage = Pick<PageFacts, 'path' | 'text' | 'sections' | 'blocks' | 'family'>;

/** A heading, or the name of a role in running text. */
export interface NamedPhrase {
  readonly text: string;
  readonly inline: InlineText | null;
  readonly start: number;
  readonly isHeading: boolean;
}

/** All headings and role names of a page. A place may come more than once. */
export function* namedPhrases(page: NamingPage): Generator<NamedPhrase> {
  for (const { depth, inline } of page.sections)
    if (depth > 0) yield { text: inline.text, inline, start: 0, isHeading: true };
  for (const { inline } of page.blocks) {
    for (const { text, start } of rolesIn(inline.text)) yield { text, inline, start, isHeading: false };
  }
  for (const { span } of mentions(page)) {
    const text = page.text.slice(span.start, span.end);
    yield { text, inline: null, start: span.start, isHeading: false };
  }
}

/** The words of all headings and role names of a page. A place may come more than once. */
export function* namedWords(page: NamingPage): Generator<NamedWord> {
  for (const { text, inline, start, isHeading } of namedPhrases(page)) {
    for (const { 0: word, index } of text.matchAll(words))
      yield { word, inline, start: start + index, isHeading };
  }
}

/** Where the word stands in the page, or null where only markup joins it: nobody typed that word. */
export function typedSpan(
  { word, inline, start }: NamedWord,
  { path, text }: Pick<PageFacts, 'path' | 'text'>,
): Span | null {
  const span = phraseSpan({ text: word, inline, start }, { path });
  return text.slice(span.start, span.end) === word ? span : null;
}

/** Where a phrase stands in the page, with the markup in it. */
export function phraseSpan(
  { text, inline, start }: Pick<NamedPhrase, 'text' | 'inline' | 'start'>,
  { path }: Pick<PageFacts, 'path'>,
): Span {
  const end = start + text.length;
  return inline === null ? { page: path, start, end } : sourceSpan(inline, path, start, end);
}

/** Words with a capital in a row: "Senior Director, Corporate Events and Film". */
const capitals = /(?<![\p{L}-])\p{Lu}[\p{L}-]*(?:(?:,? (?:of |and |& )?|\/)\(?\p{Lu}[\p{L}-]*\)?)+/gu;

/** Of some hundred pages, all texts. */
const mostTexts = 20_000;

/** Role names in running text. All pages are gone through several times, and most texts hold none. */
const rolesIn = memo(
  (text): readonly Pick<NamedPhrase, 'text' | 'start'>[] =>
    Array.from(text.matchAll(capitals), ({ 0: name, index }) => ({ text: name, start: index })).filter(
      ({ text: name }) => isRole(name),
    ),
  mostTexts,
);

const roleNouns = new Set(defaultVocabulary.roleNouns);

/** At least one word of a role name says that it is one. */
function isRole(name: string): boolean {
  return (name.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => roleNouns.has(word));
}

/** The roles that were read from sentences; their last word may be the one that is wrong. */
function* mentions({ family }: Pick<PageFacts, 'family'>): Generator<Mention> {
  for (const { subject } of family.grades) if (subject !== null) yield subject;
  for (const { subject, managers } of family.reportingLines) {
    if (subject !== null) yield subject;
    yield* managers;
  }
  for (const { subject, targets } of family.extensions) {
    if (subject !== null) yield subject;
    yield* targets;
  }
}
