import { documentRule } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import { type Coded, codedWords, wordsOfTitles } from './_coded.ts';
import { excluding, feminine, fixed, growth, masculine } from './_coded-words.ts';
import { findEach, finderOf } from './_phrases.ts';
import { sectionKey } from './_sections.ts';

const list = (description: string, words: readonly string[]) =>
  ({ type: 'array', description, items: { type: 'string' }, default: words }) as const;

export const rule = documentRule({
  id: 'language/inclusive',
  summary:
    'Words that leave people out, and a page more masculine- than feminine-coded or more fixed- than growth-coded.',
  details:
    'Reports each phrase of the option `words` with better ones. Further, it counts the coded words of the running text: where the ' +
    'masculine-coded ones outnumber the feminine-coded ones by more than `margin`, or the fixed-coded ones the growth-coded ones, the ' +
    'page has one finding, at the first such word, that lists them. Words of role names ("Analyst", "Individual Contributor") are not ' +
    'counted: the text cannot do without them. The lists of the defaults come from Gaucher, Friesen and Kay (2011) and from Dweck (2006).',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'inclusive-language-check',
    sentence:
      "If you're using language that is marked as subtly masculine-coded, fixed-coded or using misused words, the pipeline will fail and you will need to fix it before following the approval flow.",
  },
  needs: ['blocks', 'sections', 'family'],
  options: {
    words: {
      type: 'object',
      description:
        'Phrases that leave people out, each with better ones. `*` at the end of a phrase stands for any ending.',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      default: excluding,
    },
    masculine: list('Masculine-coded words. `*` at the end stands for any ending.', masculine),
    feminine: list('Feminine-coded words, which balance the masculine-coded ones.', feminine),
    fixed: list('Words that present ability as a gift.', fixed),
    growth: list('Words that present ability as something to be learned.', growth),
    margin: {
      type: 'integer',
      description: 'How many more words of one kind than of the other are still in balance.',
      default: 0,
      minimum: 0,
    },
  },
  messages: {
    excluding: {
      what: '"{words}" leaves some readers out.',
      why: 'Words that come from a barrier, or take one group for granted, tell others that they are not meant.',
      how: 'Say it another way{instead}.',
    },
    masculine: {
      what: 'The page has more masculine-coded words ({many}) than feminine-coded ones ({few}): {words}.',
      why: 'Research shows that such wording makes women feel that they would not belong, whatever the role is.',
      how: 'Replace some of these words, or say more about working together.',
    },
    fixed: {
      what: 'The page has more words that call ability a gift ({many}) than words that call it learned ({few}): {words}.',
      why: 'Praise of talent keeps away people who have been told that they have none; they can learn what the role needs.',
      how: 'Say what the person does and learns instead.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'A word that leaves people out.',
        text: '## Baker\n\nThe Baker is a grade 6. Finds the ⟦manpower⟧ for the night and supports a kind team.\n',
        messages: ['excluding'],
      },
      {
        caption: 'Unbalanced words: one finding each, at the first word.',
        text: '## Baker\n\nThe Baker is a grade 6. An ⟦ambitious⟧, fearless and ⟦brilliant⟧ fighter for bread, and a genius at dough, who shares flour.\n',
        messages: ['masculine', 'fixed'],
      },
    ],
    right: [
      {
        caption: 'Balanced words; those of the role name do not count.',
        text: '## Bread Analyst\n\nThe Bread Analyst is a grade 6. Analyst of crumbs, ambitious and supportive.\n',
      },
      {
        caption: 'A wider margin.',
        text: '## Baker\n\nThe Baker is a grade 6. An ambitious and fearless friend of bread.\n',
        options: { margin: 2 },
      },
    ],
  },
  *check({ blocks, sections, family, path }, options) {
    if (!family.isFamily) return;
    const { masculine, feminine, fixed, growth } = options;
    const finders = [phrasesOf(options.words), masculine, feminine, fixed, growth].map(finderOf);
    const titles = wordsOfTitles(family);
    const coded: readonly Coded[][] = [[], [], [], []];
    for (const { inline, section } of blocks) {
      const [excluded = [], ...others] = findEach(finders, inline.text);
      for (const [index, matches] of others.entries())
        coded[index]?.push(...codedWords(inline, matches, titles));
      for (const { start, end } of excluded) {
        const words = inline.text.slice(start, end);
        const span = sourceSpan(inline, path, start, end);
        const better = options.words[words.toLowerCase().replace(/\s+/g, ' ')] ?? [];
        yield {
          message: 'excluding',
          span,
          key: sectionKey({ sections }, section, words),
          data: { words, instead: better.length > 0 ? `, such as "${better.join('" or "')}"` : '' },
          suggestions: better.map((text) => ({ title: `Say "${text}"`, edits: [{ span, text }] })),
        };
      }
    }
    const [masculineOnes = [], feminineOnes = [], fixedOnes = [], growthOnes = []] = coded;
    const pairs = [
      ['masculine', masculineOnes, feminineOnes],
      ['fixed', fixedOnes, growthOnes],
    ] as const;
    for (const [message, many, few] of pairs) {
      const [first] = many;
      if (first === undefined || many.length <= few.length + options.margin) continue;
      const words = [...new Set(many.map(({ text }) => text.toLowerCase()))].slice(0, 12).join(', ');
      const span = sourceSpan(first.inline, path, first.start, first.end);
      yield { message, span, key: message, data: { many: many.length, few: few.length, words } };
    }
  },
});

const phraseLists = new WeakMap<object, readonly string[]>();

/** The phrases of the option `words`: always the same list for the same option. */
function phrasesOf(words: Readonly<Record<string, unknown>>): readonly string[] {
  const list = phraseLists.get(words) ?? Object.keys(words);
  phraseLists.set(words, list);
  return list;
}
