import type { PageFacts } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import { commonWords } from '../../src/text/common-words.ts';
import { isEnglishWord } from '../../src/text/dictionary.ts';
import { slipsBetween } from '../../src/text/slips.ts';
import type { Span } from '../../src/text/span.ts';
import { SpanSet } from '../../src/text/span-set.ts';
import { isKnownWord, nearWords } from './_spelling.ts';
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
  const found = texts.map(({ inline }) => [...wordsOf(inline.text)]);
  const code = new SpanSet([
    ...facts.raws.map(({ span }) => span),
    ...facts.links.filter(({ kind }) => kind === 'autolink').map(({ span }) => span),
  ]);
  const counts = new Map<string, number>();
  for (const lower of found.flat().map(({ text }) => text.toLowerCase())) {
    counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  for (const [index, { inline, section }] of texts.entries()) {
    const here = found[index] ?? [];
    if (isForeign(here)) continue;
    for (const [at, word] of here.entries()) {
      const lower = word.text.toLowerCase();
      if (accepted.has(lower)) continue;
      const name = nameOf.get(lower) ?? null;
      const near = name === null ? nearTo(word, counts.get(lower) ?? 0) : [];
      if (name === null ? near.length === 0 : !isMiscased(word, name)) continue;
      if (name === null && [here[at - 1], here[at + 1]].some((beside) => isPersonal(word, beside))) continue;
      const span = sourceSpan(inline, facts.path, word.start, word.start + word.text.length);
      // "**S**afety" is no word that someone typed: only markup joins it.
      const typed = facts.text.slice(span.start, span.end) === word.text;
      if (typed && !code.overlaps(span)) yield { section, span, word: word.text, near, name };
    }
  }
}

/** Text in another language, or a list of names: where four in ten words are unknown, none can be judged. */
function isForeign(words: readonly Word[]): boolean {
  const judged = words.filter(({ text }) => text.length >= 4 && /^[A-Za-z][a-z]+$/.test(text));
  if (judged.length < 3) return false;
  const unknown = judged.filter(({ text }) => !isKnownWord(text.toLowerCase()) && !isEnglishWord(text));
  return unknown.length >= 3 && unknown.length >= judged.length * 0.4;
}

/** "Lukas Eipert", "Y Combinator": a capitalised word beside one that is no ordinary word is taken for a part of a name. */
function isPersonal(word: Word, beside: Word | undefined): boolean {
  if (beside === undefined || !/^[A-Z]/.test(word.text) || !/^[A-Z](?:[a-z]|$)/.test(beside.text))
    return false;
  const gap =
    beside.start > word.start
      ? beside.start - word.start - word.text.length
      : word.start - beside.start - beside.text.length;
  const lower = beside.text.toLowerCase();
  return gap === 1 && lower !== 'a' && lower !== 'i' && (lower.length === 1 || isStrange(lower));
}

function isStrange(word: string): boolean {
  return !isKnownWord(word) && !commonWords.has(nearWords(word)[0] ?? '');
}

function nearTo({ text }: Word, count: number): readonly string[] {
  const capitalised = /^[A-Z][a-z]+$/.test(text);
  if (text.length < 4 || count >= often || !(capitalised || /^[a-z]+$/.test(text))) return [];
  const lower = text.toLowerCase();
  if (isKnownWord(lower) || (capitalised && isEnglishWord(text))) return [];
  const near = nearWords(lower);
  const [best] = near;
  if (best === undefined) return [];
  const common = commonWords.has(best);
  const slips = slipsBetween(lower, best);
  if (capitalised && !(common && lower.length >= 6 && slips <= (lower.length < 10 ? 1 : 2))) return [];
  if (!common && lower.length < 7) return [];
  // "Outreachy", "Screeny": names are made that way.
  if (capitalised && lower.slice(0, -1) === best && lower.at(-1) !== best.at(-1)) return [];
  return capitalised ? near.map((word) => word.charAt(0).toUpperCase() + word.slice(1)) : near;
}

function isMiscased({ text, hyphenated }: Word, name: string): boolean {
  if (text === name || text === text.toUpperCase()) return false;
  // "slack" and "zoom" are words of their own, and "acme-com" is an address.
  return !(text === text.toLowerCase() && (hyphenated || isEnglishWord(text)));
}
