import { documentRule } from '../../src/lint/rule.ts';
import type { Block } from '../../src/markdown/document.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import type { FamilyFacts } from '../../src/model/facts.ts';
import { sentencesOf } from '../../src/model/sentences.ts';
import { textKey } from '../../src/text/key.ts';
import type { Span } from '../../src/text/span.ts';
import { SpanSet } from '../../src/text/span-set.ts';
import { sameWords, shown } from './_same-words.ts';
import { sectionsUnder } from './_sections.ts';

export const rule = documentRule({
  id: 'duplicate/paragraph',
  summary: 'The same sentences twice outside lists.',
  details:
    'Compares the sentences of paragraphs, leaving case, punctuation and link targets aside. Within one section, a sentence of at least ' +
    '`sameSection` words must not come twice; across the page, at least `elsewhere` words in sentences that follow each other must be the ' +
    'same. What the template has every level say is left alone: whom it reports to, its grade, what it extends, and the hiring process.',
  needs: ['sections', 'blocks', 'family'],
  options: {
    sameSection: {
      type: 'integer',
      description: 'Fewest words of a sentence that must not stand twice in one section.',
      default: 7,
      minimum: 3,
    },
    elsewhere: {
      type: 'integer',
      description:
        'Fewest words, in sentences that follow each other, that must not stand twice on the page.',
      default: 25,
      minimum: 3,
    },
  },
  messages: {
    repeated: {
      what: 'The sentence "{words}" stands on this page already.',
      why: 'What is said twice must be changed twice, and text that was copied often still speaks of the role it came from.',
      how: 'Say here what is particular to this place, or say it once for all.',
    },
  },
  tellsRepetition: true,
  yieldsTo: ['level/title', 'duplicate/phrase', 'duplicate/heading'],
  examples: {
    wrong: [
      {
        caption: 'With other limits, a short sentence is enough.',
        text: '## Ferry Captain\n\nThe Ferry Captain is a grade 7. This role sails. ⟦This role sails.⟧\n\n## Senior Ferry Captain\n\nThe Senior Ferry Captain is a grade 8. ⟦This role sails.⟧\n',
        options: { sameSection: 3, elsewhere: 3 },
      },
      {
        caption: 'A sentence twice in one section.',
        text: '## Ferry Captain\n\nThe Ferry Captain is a grade 7. The Captain keeps passengers safe in all weather. The Captain trains the crew. ⟦The Captain keeps passengers safe in all weather.⟧\n',
      },
      {
        caption: 'A paragraph copied from one level to the next.',
        text: '## Ferry Captain\n\nThe Ferry Captain is a grade 7.\n\nThe business needs a Ferry Captain who knows each sandbank of the river, who plans the timetable with the towns on both banks, and who keeps calm in a storm.\n\n## Senior Ferry Captain\n\nThe Senior Ferry Captain is a grade 8.\n\n⟦The business needs a Ferry Captain who knows each sandbank of the river, who plans the timetable with the towns on both banks, and who keeps calm in a storm.⟧ Winters are hers.\n',
      },
    ],
    right: [
      {
        caption: 'Levels may say the same in a few words.',
        text: '## Ferry Captain\n\nThe Ferry Captain is a grade 7. This role works in shifts.\n\n## Senior Ferry Captain\n\nThe Senior Ferry Captain is a grade 8. This role works in shifts.\n',
      },
      {
        caption: 'The template asks for some sentences in each level.',
        text: '## Ferry Captain\n\nThe Ferry Captain is a grade 7. This role sails.\n\n### Hiring Process\n\nCandidates can expect the hiring process to follow the order below, and may be turned down at any stage of it; the talks take place on board, in any weather.\n\n## Senior Ferry Captain\n\nThe Senior Ferry Captain is a grade 8. This role sails.\n\n### Hiring Process\n\nCandidates can expect the hiring process to follow the order below, and may be turned down at any stage of it; the talks take place on board, in any weather.\n',
      },
    ],
  },
  *check({ sections, blocks, family, path }, { sameSection, elsewhere }) {
    if (!family.isFamily) return;
    const asked = askedFor(family);
    const first = new Map<string, Place>();
    const hiring = sectionsUnder('hiring-process', sections);
    for (const block of blocks) {
      if (block.kind === 'cell' || block.item !== null || hiring.has(block.section)) continue;
      const places = placesIn(block, path).filter(({ span }) => !asked.overlaps(span));
      for (const run of runsOf(places, first)) {
        const count = run.reduce((sum, { place }) => sum + place.count, 0);
        const [{ place: from, other } = {}] = run;
        if (from === undefined || other === undefined) continue;
        const near = run.every(
          (pair) => pair.other.section === pair.place.section && pair.place.count >= sameSection,
        );
        if (!near && count < elsewhere) continue;
        yield {
          message: 'repeated',
          span: { ...from.span, end: run.at(-1)?.place.span.end ?? from.span.end },
          key: `${textKey(sections[block.section]?.title ?? '')}/${textKey(from.text)}`,
          data: { words: shown(from.text) },
          related: [{ span: other.span, message: 'It stands here first.' }],
        };
      }
      for (const place of places) if (!first.has(place.words)) first.set(place.words, place);
    }
  },
});

/** A sentence, and where it stands. */
interface Place {
  readonly text: string;
  readonly words: string;
  readonly count: number;
  readonly span: Span;
  readonly section: number;
}

interface Pair {
  readonly place: Place;
  readonly other: Place;
}

function placesIn(block: Block, page: string): Place[] {
  return sentencesOf(block.inline).map(({ text, start, end }) => {
    // "Some examples of what this level does:" goes with its list, not with the page.
    const words = text.endsWith(':') ? '' : sameWords(text);
    const count = words === '' ? 0 : words.split(' ').length;
    return { text, words, count, span: sourceSpan(block.inline, page, start, end), section: block.section };
  });
}

/** Sentences in a row that all stand earlier on the page, in this paragraph or another. */
function runsOf(places: readonly Place[], first: ReadonlyMap<string, Place>): Pair[][] {
  const runs: Pair[][] = [];
  const here = new Map<string, Place>();
  let run: Pair[] = [];
  for (const place of places) {
    const other = first.get(place.words) ?? here.get(place.words);
    if (place.count > 2 && other !== undefined) run.push({ place, other });
    else {
      if (run.length > 0) runs.push(run);
      run = [];
      here.set(place.words, place);
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Sentences that each level has for itself. */
function askedFor({ grades, reportingLines, extensions }: FamilyFacts): SpanSet {
  return new SpanSet([...grades, ...reportingLines, ...extensions].map(({ span }) => span));
}
