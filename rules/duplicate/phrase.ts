import { documentRule } from '../../src/lint/rule.ts';
import type { Link } from '../../src/markdown/document.ts';
import { textKey } from '../../src/text/key.ts';
import { type Span, slice } from '../../src/text/span.ts';
import { SpanSet } from '../../src/text/span-set.ts';
import { repair, repeatedWords, wordsAroundBrackets } from './_repeats.ts';

export const rule = documentRule({
  id: 'duplicate/phrase',
  summary: 'Words that stand twice in a row.',
  details:
    'Finds a word, or a run of words, that is said again at once within a sentence: "the the", "may move to the may move to the". ' +
    'Doublings that English allows are left alone: "at at least one job", "had had", "from time to time to", "open source source ' +
    'control", names such as "New York, New York", and the texts of links that follow each other. Code and template code are not judged. ' +
    'The fix leaves one of the two, the one with a link where there is one.',
  needs: ['masked', 'masks', 'sections', 'blocks', 'links', 'raws'],
  options: {},
  messages: {
    repeated: {
      what: '"{words}" stands here twice in a row.',
      why: 'The sentence does not read well, and readers wonder whether something is missing between them.',
      how: 'Leave the words once.',
    },
    around: {
      what: 'The word "{words}" stands before the round brackets and again behind them.',
      why: 'The sentence does not read well.',
      how: 'Leave the word in one of the two places.',
    },
  },
  yieldsTo: ['reports-to/malformed'],
  examples: {
    wrong: [
      {
        caption: 'A small word twice.',
        text: '- Keep the tide tables ⟦with with⟧ care.\n',
        fixed: '- Keep the tide tables with care.\n',
        messages: ['repeated'],
      },
      {
        caption: 'A run of words before a link.',
        text: 'A Pilot ⟦may move on to the may move on to the⟧ [Harbour Master](/roles/harbour-master/) role.\n',
        fixed: 'A Pilot may move on to the [Harbour Master](/roles/harbour-master/) role.\n',
        messages: ['repeated'],
      },
      {
        caption: 'Twice over a line break, and with a capital.',
        text: 'Plans the work ⟦of\nof⟧ the dock. ⟦The the⟧ crew follows.\n',
        fixed: 'Plans the work\nof the dock. The crew follows.\n',
        messages: ['repeated', 'repeated'],
      },
      {
        caption: 'One of the two in a link: the link stays whole.',
        text: 'See ⟦the [the⟧ rota](/rota/) and write in the [dock ⟦channel](/dock/) channel⟧.\n',
        fixed: 'See [the rota](/rota/) and write in the [dock channel](/dock/).\n',
        messages: ['repeated', 'repeated'],
      },
      {
        caption: 'A doubled noun that ends its clause.',
        text: 'Answers questions in the ⟦channel channel⟧.\n',
        fixed: 'Answers questions in the channel.\n',
        messages: ['repeated'],
      },
      {
        caption: 'A word on both sides of brackets.',
        text: 'Has used ⟦tools (saws, planes, chisels) tools⟧ for years.\n',
        messages: ['around'],
      },
    ],
    right: [
      {
        caption: 'English doubles some words.',
        text: 'Stayed at at least one yard. Ports had had pilots before. Helps from time to time to train open source source control.\n',
      },
      {
        caption: 'Names, links in a row, code and template code.',
        text: 'New York, New York. [Pilot](/a/) [Pilot](/b/) works. Run `make make`. Owned by {{< team "a" >}} and {{< team "b" >}} and us.\n',
      },
    ],
  },
  *check({ masked, masks, sections, blocks, links, raws, path }) {
    const notText = new SpanSet([...masks, ...raws].map(({ span }) => span));
    const stretches = [
      ...sections.map(({ inline, index }) => ({ inline, section: index })),
      ...blocks.map(({ inline, section }) => ({ inline, section })),
    ];
    for (const { inline, section } of stretches) {
      const keyOf = (words: string) => `${textKey(sections[section]?.title ?? '')}/${textKey(words)}`;
      for (const {
        words,
        stretches: [first, second],
      } of wordsAroundBrackets(inline, path)) {
        if (first === undefined || second === undefined) continue;
        const span = { ...first, end: second.end };
        if (!notText.overlaps(span)) yield { message: 'around', span, key: keyOf(words), data: { words } };
      }
      for (const repeated of repeatedWords(inline, path)) {
        const [first, second] = repeated.stretches;
        const last = repeated.stretches.at(-1);
        if (first === undefined || second === undefined || last === undefined) continue;
        const span = { ...first, end: last.end };
        if (
          notText.overlaps(span) ||
          isBreak(slice(masked, { ...first, start: first.end, end: second.start }))
        )
          continue;
        const near = links.filter((link) => link.span.start < span.end && span.start < link.span.end);
        if (near.some((link) => link.kind === 'image') || areLinksInARow(near, first, second)) continue;
        if (isSetApart(masked, first, second)) continue;
        const fix = repair(repeated, masked, near);
        yield {
          message: 'repeated',
          span,
          key: keyOf(repeated.words),
          data: { words: repeated.words },
          ...(fix && { fix }),
        };
      }
    }
  },
});

/** A line break that readers see: two blanks, or a backslash, at the end of the line. */
const isBreak = (source: string): boolean => /(?: {2}|\\)\r?\n/.test(source);

/** "**If you are away** If you are away, …", "the **Sign button** button": the first words are a title or a name. */
const isSetApart = (source: string, first: Span, second: Span): boolean =>
  /[*_`]/.test(source.charAt(first.end)) && !/[*_`]/.test(source.charAt(second.end));

/** The first words end one link and the second begin another. */
function areLinksInARow(links: readonly Link[], first: Span, second: Span): boolean {
  const of = (offset: number) => links.find((link) => link.span.start <= offset && offset < link.span.end);
  const from = of(first.end - 1);
  const to = of(second.start);
  return from !== undefined && to !== undefined && from !== to;
}
