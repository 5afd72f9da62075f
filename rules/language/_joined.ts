import type { PageFacts } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import type { Span } from '../../src/text/span.ts';
import { slice } from '../../src/text/span.ts';
import { SpanSet } from '../../src/text/span-set.ts';

type Facts = Pick<PageFacts, 'path' | 'text' | 'blocks' | 'sections' | 'raws' | 'links'>;

/** Two words with a comma and no blank between them. */
export interface Joined {
  readonly section: number;
  readonly span: Span;
  readonly words: string;
  /** The same with the blank. */
  readonly apart: string;
}

// Short words, figures and signs around them may be anything: "a,b", "10,000", "foo_bar,baz".
const joined =
  /(?<![\p{L}\p{N}_.,/@#$%&=\\'’-])\p{L}\p{Ll}{2,},\p{L}\p{Ll}{2,}(?![\p{L}\p{N}_/@#$%&=\\(-]|[.,]\S)/gu;

/** Words that were joined by a comma whose blank is missing. */
export function* joinedWords({ path, text, blocks, sections, raws, links }: Facts): Generator<Joined> {
  const code = new SpanSet([
    ...raws.map(({ span }) => span),
    ...links.flatMap(({ kind, span }) => (kind === 'autolink' ? [span] : [])),
  ]);
  const texts = [...sections.map(({ inline, index }) => ({ inline, section: index })), ...blocks];
  for (const { inline, section } of texts) {
    if (!inline.text.includes(',')) continue;
    for (const { 0: words, index } of inline.text.matchAll(joined)) {
      const span = sourceSpan(inline, path, index, index + words.length);
      if (slice(text, span) !== words || code.overlaps(span)) continue;
      yield { section, span, words, apart: words.replace(',', ', ') };
    }
  }
}
