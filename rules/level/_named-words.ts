import type { PageFacts } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import type { Mention } from '../../src/model/facts.ts';
import { defaultVocabulary } from '../../src/model/vocabulary.ts';
import type { Span } from '../../src/text/span.ts';

/** A word of a heading or of a role name in running text. */
export interface NamedWord {
  readonly word: string;
  readonly span: Span;
  /** Index of the section whose heading it stands in, or in which it stands. */
  readonly section: number;
  readonly isHeading: boolean;
}

/** Nothing but letters beside it: no part of an address, a file name or a mixture with digits. */
const words =
  /(?<![\p{L}\p{N}_@./#\\=-])\p{L}{6,}(?![\p{N}_@\\=]|[./:]\p{L})|(?<=\p{L}{3}[-/])\p{L}{6,}(?![\p{N}_@\\=.:])/gu;

/** The words of all headings and role names of a page, each place once, in the order of the page. */
export function namedWords(page: PageFacts): readonly NamedWord[] {
  const found = new Map<number, NamedWord>();
  for (const { index, depth, inline } of page.sections) {
    if (depth === 0) continue;
    for (const match of inline.text.matchAll(words)) {
      const span = sourceSpan(inline, page.path, match.index, match.index + match[0].length);
      add({ word: match[0], span, section: index, isHeading: true });
    }
  }
  for (const { inline, section } of page.blocks) {
    for (const { start, end } of roleNames(inline.text)) {
      for (const match of inline.text.slice(start, end).matchAll(words)) {
        const span = sourceSpan(
          inline,
          page.path,
          start + match.index,
          start + match.index + match[0].length,
        );
        add({ word: match[0], span, section, isHeading: false });
      }
    }
  }
  for (const { span } of mentions(page)) {
    const source = page.text.slice(span.start, span.end);
    const section = sectionAt(page, span.start);
    for (const match of source.matchAll(words)) {
      const start = span.start + match.index;
      add({
        word: match[0],
        span: { page: page.path, start, end: start + match[0].length },
        section,
        isHeading: false,
      });
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);

  function add(word: NamedWord): void {
    // A word that only markup joins is none that someone typed.
    if (page.text.slice(word.span.start, word.span.end) !== word.word) return;
    if (!found.has(word.span.start)) found.set(word.span.start, word);
  }
}

/** Words with a capital in a row: "Senior Director, Corporate Events and Film". */
const capitals = /\p{Lu}[\p{L}-]*(?:(?:,? (?:of |and |& )?|\/)\(?\p{Lu}[\p{L}-]*\)?)+/gu;
const roleNouns = new Set(defaultVocabulary.roleNouns);

/** Role names of running text, seen by their capitals: at least one of their words says that they are one. */
function* roleNames(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const match of text.matchAll(capitals)) {
    const parts = match[0].toLowerCase().match(/\p{L}+/gu) ?? [];
    if (parts.some((part) => roleNouns.has(part)))
      yield { start: match.index, end: match.index + match[0].length };
  }
}

/** The roles that sentences of the page name, as far as they were read. Those of headings are in the headings. */
function* mentions({ family }: PageFacts): Generator<Mention> {
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

function sectionAt({ sections }: PageFacts, offset: number): number {
  let found = 0;
  for (const { index, bodySpan } of sections)
    if (bodySpan.start <= offset && offset < bodySpan.end) found = index;
  return found;
}

export function headingText({ sections }: PageFacts, section: number): string {
  return sections[section]?.title ?? '';
}
