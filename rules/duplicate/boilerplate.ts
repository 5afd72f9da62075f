import { mostAmended } from '../../src/lint/most-amended.ts';
import { corpusRule, type Suggestion } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import { textKey } from '../../src/text/key.ts';
import { type Span, slice } from '../../src/text/span.ts';
import {
  type Boilerplate,
  Boilerplates,
  type Common,
  difference,
  isLikeBefore,
  isSlight,
  type Placed,
  placedBlocks,
  printedBlocks,
  printOf,
  type WordedPage,
  Wordings,
  wordPlaces,
} from './_boilerplate.ts';

const common = 'Applicants will be asked to meet the crew before an offer is made to them.';
const crews = Object.fromEntries(
  ['cook', 'diver', 'pilot', 'stoker'].map((role) => [
    `families/${role}.md`,
    `---\ntitle: Senior Ship ${role}\n---\n\n## Job Grade\n\nA grade 6.\n\n## Hiring Process\n\n${common}\n`,
  ]),
);
const crewPage = (text: string): string =>
  `---\ntitle: Ship Engineer\n---\n\n## Job Grade\n\nA grade 6.\n\n## Hiring Process\n\n${text}\n`;

/** A wording that more pages have is meant as it is. */
const mostAlike = 2;

export const rule = corpusRule({
  id: 'duplicate/boilerplate',
  summary: 'A paragraph that most families share is worded slightly differently here.',
  details:
    'Some paragraphs and list items are meant to be the same on all pages, such as how hiring works. Found are those that differ a little ' +
    'from a wording that most families share, where hardly any other page has them like that. Punctuation, case and links do not count. ' +
    'Wordings that several families share are taken as meant.',
  needs: ['text', 'blocks', 'family'],
  options: {
    share: {
      type: 'integer',
      minimum: 1,
      maximum: 100,
      description: 'How many of a hundred families must share a wording.',
      default: 40,
    },
    families: {
      type: 'integer',
      minimum: 2,
      description: 'How many pages must have a wording at least, whatever the share.',
      default: 10,
    },
  },
  messages: {
    differs: {
      what: 'Here it says "{here}", where {pages} other job families say "{there}".',
      why: 'Readers wonder whether the difference means something, and the next change of the wording will miss this page.',
      how: 'Take over the common wording, unless this page means something else.',
    },
  },
  yieldsTo: ['duplicate/phrase', 'structure/placeholder', 'language/misspelled'],
  examples: {
    wrong: [
      {
        caption: 'A word was exchanged, and another added.',
        path: 'families/engineer.md',
        text: crewPage('Applicants will be asked to meet ⟦their new⟧ crew before an offer is made to them.'),
        others: crews,
        options: { families: 4 },
      },
      {
        caption: 'A letter is missing; half of the families have the wording.',
        path: 'families/engineer.md',
        text: crewPage('Applicants will be asked to meet the crew before ⟦a⟧ offer is made to them.'),
        others: {
          ...crews,
          ...Object.fromEntries(
            ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [
              `families/${name}.md`,
              crewPage('Ask the harbour.'),
            ]),
          ),
        },
        options: { families: 4, share: 30 },
      },
    ],
    right: [
      {
        caption: 'The common wording, with other punctuation and a link.',
        path: 'families/engineer.md',
        text: crewPage(
          'Applicants will be asked to [meet the crew](/crew/), before an offer is made to them!',
        ),
        others: crews,
      },
      {
        caption: 'Another text on the same matter.',
        path: 'families/engineer.md',
        text: crewPage('Applicants talk to the harbour master first, and may meet the crew later on.'),
        others: crews,
      },
    ],
  },
  look: {
    of: (page) => ({ data: printedBlocks(page), places: [] }),
    among({ pages }, options): Common {
      const { counts, common, boilerplates, differing } = surveyed(pages, options);
      return {
        wordings: boilerplates.all.map(({ words }) => words),
        telling: [...counts.keys(), ...common.keys(), ...differing.map(({ print }) => print)],
      };
    },
    allows: (among, change) => isLikeBefore(among as Common, change),
  },
  *check({ pages }, options) {
    const { wordings, differing } = surveyed(pages, options);
    const asked = new Set(differing.map(({ print }) => print));
    const pagesOf = wordings.pagesWith((print) => asked.has(print));
    for (const { page, block, words, near, print } of differing) {
      // What several families say alike is meant.
      if ((pagesOf.get(print) ?? 0) > mostAlike) continue;
      const { from, here, there } = difference(words, near.words);
      if (!isSlight({ here, there }, page)) continue;
      const places = wordPlaces(block.inline.text);
      const [start, end] = [places[from], places[from + here.length - 1]];
      const span =
        here.length > 0 && start !== undefined && end !== undefined
          ? sourceSpan(block.inline, page.path, start.start, end.end)
          : block.span;
      const suggestion = replaceBy(near.first, page.text, block.span);
      yield {
        message: 'differs',
        span,
        key: textKey(near.words.join(' ')),
        data: {
          here: excerpt({ block }, from, here.length),
          there: excerpt(near.first, from, there.length),
          pages: near.pages,
        },
        ...(suggestion !== null && { suggestions: [suggestion] }),
        related: [{ span: near.first.block.span, message: 'This is the common wording.' }],
      };
    }
  },
});

interface Survey {
  readonly wordings: Wordings;
  /** Of wordings that are common or nearly so, the number of pages. */
  readonly counts: ReadonlyMap<number, number>;
  readonly common: ReadonlyMap<number, number>;
  readonly boilerplates: Boilerplates;
  readonly differing: readonly Differing[];
}

interface Sharing {
  readonly share: number;
  readonly families: number;
}

const made = new WeakMap<readonly WordedPage[], { readonly options: Sharing; readonly survey: Survey }>();

/** What is common on pages, and what differs a little from it. */
function surveyed(pages: readonly WordedPage[], options: Sharing): Survey {
  const known = made.get(pages);
  if (known?.options === options) return known.survey;
  const own = pages.filter(({ family }) => family.isFamily);
  const wordings = new Wordings(own);
  const least = Math.max(options.families, Math.ceil((own.length * options.share) / 100));
  const nearly = least - mostAmended;
  const likely = wordings.pagesWith((print) => wordings.mostPages(print) >= nearly);
  const counts = new Map([...likely].filter(([, count]) => count >= nearly));
  const common = new Map([...counts].filter(([, count]) => count >= least));
  const boilerplates = new Boilerplates(firstPlaces(own, wordings, common));
  const differing = common.size === 0 ? [] : [...differingIn(own, wordings, boilerplates, common)];
  const survey = { wordings, counts, common, boilerplates, differing };
  made.set(pages, { options, survey });
  return survey;
}

/** Each common wording, with the place where it stands first. */
function firstPlaces(
  pages: readonly WordedPage[],
  wordings: Wordings,
  common: ReadonlyMap<number, number>,
): readonly Boilerplate[] {
  const found = new Map<number, Boilerplate>();
  for (const [at, page] of pages.entries()) {
    const prints = wordings.of(at);
    if (!prints.some((print) => common.has(print) && !found.has(print))) continue;
    for (const [place, first] of placedBlocks(page).entries()) {
      const print = prints[place] ?? 0;
      const count = common.get(print);
      if (count !== undefined && !found.has(print))
        found.set(print, { words: first.words, pages: count, first });
    }
  }
  return [...found.values()];
}

interface Differing extends Placed {
  readonly near: Boilerplate;
  readonly print: number;
}

/** Blocks that are nearly a common wording, on pages that do not have it as well. */
function* differingIn(
  pages: readonly WordedPage[],
  wordings: Wordings,
  boilerplates: Boilerplates,
  common: ReadonlyMap<number, number>,
): Generator<Differing> {
  for (const [at, page] of pages.entries()) {
    const prints = wordings.of(at);
    for (const [place, placed] of placedBlocks(page).entries()) {
      const print = prints[place] ?? 0;
      const near = common.has(print) ? null : boilerplates.nearest(placed.words);
      if (near !== null && !prints.includes(printOf(near.words))) yield { ...placed, near, print };
    }
  }
}

/** The words that differ as they are written, with one on either side, so that words left out can be seen. */
function excerpt({ block }: Pick<Placed, 'block'>, from: number, count: number): string {
  const { text } = block.inline;
  const around = wordPlaces(text).slice(Math.max(0, from - 1), from + count + 1);
  return text.slice(around[0]?.start, around.at(-1)?.end);
}

/** The common wording as the first page writes it, where it means the same on another page. */
function replaceBy({ page, block }: Placed, text: string, span: Span): Suggestion | null {
  const source = slice(page.text, block.span);
  const isPlain = !/\n|<|\{|\]\((?!\/|https?:)|\]\[/.test(source);
  if (!isPlain || slice(text, span).includes('\n')) return null;
  return { title: 'Take over the common wording', edits: [{ span, text: source }] };
}
