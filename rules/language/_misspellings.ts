import type { PageFacts } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import { commonWords } from '../../src/text/common-words.ts';
import { isEnglishWord } from '../../src/text/dictionary.ts';
import { slipsOf } from '../../src/text/slips.ts';
import type { Span } from '../../src/text/span.ts';
import { SpanSet } from '../../src/text/span-set.ts';
import { isKnownWord, nearWords } from './_spelling.ts';
import type { Term } from './_terms.ts';
import { type Word, wordsOf } from './_tokens.ts';

type Facts = Pick<PageFacts, 'path' | 'text' | 'blocks' | 'sections' | 'raws' | 'links'>;

export interface Misspelling {
  readonly section: number;
  readonly span: Span;
  readonly word: string;
  /** Words it probably stands for, in the case of `word`; empty for a name. */
  readonly near: readonly string[];
  /** The right spelling of a name, or null. */
  readonly name: string | null;
}

/** A word that a page uses this often is its own. */
const often = 5;

export function* misspellingsIn(
  facts: Facts,
  names: readonly string[],
  words: readonly string[],
): Generator<Misspelling> {
  const accepted = new Set(words.map((word) => word.toLowerCase()));
  const nameOf = new Map(names.map((name) => [name.toLowerCase(), name]));
  const texts = [...facts.sections.map(({ inline, index }) => ({ inline, section: index })), ...facts.blocks];
  const found = texts.map(({ inline }) => wordsOf(inline.text));
  const code = new SpanSet([
    ...facts.raws.map(({ span }) => span),
    ...facts.links.filter(({ kind }) => kind === 'autolink').map(({ span }) => span),
  ]);
  const isOwn = ownWords(found);
  for (const [index, { inline, section }] of texts.entries()) {
    const here = found[index] ?? [];
    if (isForeign(here)) continue;
    for (const [at, word] of here.entries()) {
      const { text, lower } = word.term;
      if (accepted.has(lower)) continue;
      const name = nameOf.get(lower) ?? null;
      const near = name === null ? nearest(word.term, nameOf) : [];
      if (name === null ? near.length === 0 || isOwn(lower) : !isMiscased(word, name)) continue;
      if (name === null && [here[at - 1], here[at + 1]].some((beside) => isPersonal(word, beside))) continue;
      const span = sourceSpan(inline, facts.path, word.start, word.start + text.length);
      // "**S**afety" is no word that someone typed: only markup joins it.
      const typed = facts.text.slice(span.start, span.end) === text;
      if (typed && !code.overlaps(span)) yield { section, span, word: text, near, name };
    }
  }
}

/** Words that are probably meant, or else the listed name that a capitalised word is a slip of. */
function nearest(term: Term, nameOf: ReadonlyMap<string, string>): readonly string[] {
  return term.near.length > 0 ? term.near : garbledName(term, nameOf);
}

/** From this length on, a letter lost or added is enough to know a name by. */
const longName = 9;

/** A listed name with two letters swapped, or a long one with a letter too few or too many. Other companies may be called nearly so. */
function garbledName(
  { text, lower, standing }: Term,
  nameOf: ReadonlyMap<string, string>,
): readonly string[] {
  if (standing !== 'unknown' || lower.length < 5 || !/^[A-Z]/.test(text)) return [];
  for (const slip of slipsOf(lower)) {
    const name = nameOf.get(slip);
    if (name === undefined) continue;
    const isSwap = slip.length === lower.length && sorted(slip) === sorted(lower);
    // "Workdays" and "Salesforced" are made of the name.
    const isLost = lower.length >= longName && slip.length !== lower.length && !lower.startsWith(slip);
    if (isSwap || isLost) return [name];
  }
  return [];
}

const sorted = (word: string): string => [...word].sort().join('');

/** Whether the page uses a word (in lower case) often; few pages hold any word that this is asked of. */
function ownWords(found: readonly (readonly Word[])[]): (lower: string) => boolean {
  let counts: Map<string, number> | null = null;
  return (lower) => {
    if (counts === null) {
      counts = new Map();
      for (const { term } of found.flat()) counts.set(term.lower, (counts.get(term.lower) ?? 0) + 1);
    }
    return (counts.get(lower) ?? 0) >= often;
  };
}

/** Text in another language, or a list of names: where four in ten words are unknown, none can be judged. */
function isForeign(words: readonly Word[]): boolean {
  const unknown = words.filter(({ term }) => term.standing === 'unknown').length;
  return unknown >= 3 && unknown >= words.filter(({ term }) => term.standing !== 'open').length * 0.4;
}

/** "Lukas Eipert", "Y Combinator": a capitalised word beside one that is no ordinary word is taken for a part of a name. */
function isPersonal(word: Word, beside: Word | undefined): boolean {
  if (beside === undefined || !/^[A-Z]/.test(word.term.text)) return false;
  const { text, lower } = beside.term;
  if (!/^[A-Z](?:[a-z]|$)/.test(text)) return false;
  const gap =
    beside.start > word.start
      ? beside.start - word.start - word.term.text.length
      : word.start - beside.start - text.length;
  return gap === 1 && lower !== 'a' && lower !== 'i' && (lower.length === 1 || isStrange(lower));
}

function isStrange(word: string): boolean {
  return !isKnownWord(word) && !commonWords.has(nearWords(word)[0] ?? '');
}

function isMiscased({ term: { text, lower }, hyphenated }: Word, name: string): boolean {
  if (text === name || text === text.toUpperCase()) return false;
  // "slack" and "zoom" are words of their own, and "acme-com" is an address.
  return !(text === lower && (hyphenated || isEnglishWord(text)));
}
