import { documentRule, type PageFacts } from '../../src/lint/rule.ts';
import type { Part } from '../../src/model/facts.ts';
import { textKey } from '../../src/text/key.ts';
import { commonParts, holds, isJob, kindOfName } from './_parts.ts';

export const rule = documentRule({
  id: 'structure/order',
  summary: 'Sections stand in another order than in the template.',
  details:
    'Looks at the sections of the whole family and at those of each level apart. Only sections that the options name count; others may ' +
    'stand anywhere. Of sections out of order, as few as possible are named: those that must move so that the rest is right.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'template-1-additional-details',
    sentence:
      'List any overarching responsibilities or requirements that are applicable for the entire job family before listing the levels.',
  },
  needs: ['text', 'masks', 'sections', 'items', 'family'],
  options: {
    family: {
      type: 'array',
      description: 'Names of the sections of a family, in the order of the template.',
      items: { type: 'string' },
      default: [
        'Responsibilities',
        'Requirements',
        'Levels',
        'Segment',
        'Specialties',
        'Performance Indicators',
        'Career Ladder',
        'Hiring Process',
      ],
    },
    level: {
      type: 'array',
      description: 'Names of the sections of a level, in the order of the template.',
      items: { type: 'string' },
      default: [
        'Job Grade',
        'Responsibilities',
        'Requirements',
        'Performance Indicators',
        'Career Ladder',
        'Hiring Process',
      ],
    },
  },
  messages: {
    order: {
      what: '"{title}" stands behind "{before}"; in the template it comes before it.',
      why: 'Readers who know other job families look for it in the usual place.',
      how: 'Move the section in front of "{before}".',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'The career ladder comes last.',
        text: '## Levels\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n## Hiring Process\n\n- A call\n\n## ⟦Career Ladder⟧\n\nHead of Bread.\n',
      },
      {
        caption: 'Inside a level.',
        text: '## Levels\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n#### Requirements\n\n- Hands\n\n#### ⟦Responsibilities⟧\n\n- Bakes\n',
      },
    ],
    right: [
      {
        caption: 'An order of the company.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Requirements\n\n- Hands\n\n### Responsibilities\n\n- Bakes\n',
        options: { level: ['Requirements', 'Responsibilities'] },
      },
      {
        caption: 'A section that holds the levels, though its name is that of the career ladder.',
        text: '## Career Paths\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Senior Bread Engineer\n\nThe Senior Bread Engineer is a grade 6.\n\n## Performance Indicators\n\n- Loaves\n',
      },
      {
        caption: 'As in the template, with a section that the template does not know.',
        text: '## Levels\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n## Career Ladder\n\nHead of Bread.\n\n## Tools\n\nOvens.\n\n## Hiring Process\n\n- A call\n',
      },
    ],
  },
  *check(facts, { family: familyOrder, level: levelOrder }) {
    const { family, sections } = facts;
    if (!isJob(facts)) return;
    const shallow = Math.min(...commonParts(facts).map(({ section }) => sections[section]?.depth ?? 6));
    const ofFamily = commonParts(facts).filter(
      ({ section, kind }) =>
        (sections[section]?.depth ?? 6) === shallow &&
        (kind !== 'career-ladder' || !holdsLevels(facts, section)),
    );
    const pageLevel = family.levels.some(({ kind }) => kind === 'page');
    const groups = [
      { parts: ofFamily, order: pageLevel ? ['Job Grade', ...familyOrder] : familyOrder, of: 'family' },
      ...family.levels
        .filter(({ kind }) => kind === 'level')
        .map(({ index, title }) => ({
          parts: family.parts.filter(({ level }) => level === index),
          order: levelOrder,
          of: title,
        })),
    ];
    for (const { parts, order, of } of groups) {
      for (const { part, before } of outOfOrder(parts, order)) {
        const section = sections[part.section];
        if (section === undefined) continue;
        const data = { title: section.title, before: sections[before.section]?.title ?? '' };
        yield {
          message: 'order',
          span: section.titleSpan,
          key: `${textKey(of)}/${textKey(section.title)}`,
          data,
        };
      }
    }
  },
});

/** "Career Paths" may be the list of levels by another name. */
function holdsLevels({ sections, family }: Pick<PageFacts, 'sections' | 'family'>, index: number): boolean {
  const extent = sections[index]?.span;
  return (
    extent !== undefined &&
    family.levels.some(({ kind, titleSpan }) => kind === 'level' && holds(extent, titleSpan))
  );
}

/** The fewest parts that stand too late, each with the first part that it should stand in front of. */
function outOfOrder(parts: readonly Part[], order: readonly string[]): { part: Part; before: Part }[] {
  const ranks = new Map(order.map((name, rank) => [kindOfName(name), rank]));
  const seen = new Set<string>();
  const ranked = parts.flatMap((part) => {
    const rank = ranks.get(part.kind);
    // A section that stands there twice is another matter.
    if (rank === undefined || seen.has(part.kind)) return [];
    seen.add(part.kind);
    return [{ part, rank }];
  });
  const kept = longestRise(ranked.map(({ rank }) => rank));
  return ranked.flatMap(({ part, rank }, index) => {
    const before = kept.has(index) ? undefined : ranked.find((other, at) => at < index && other.rank > rank);
    return before === undefined ? [] : [{ part, before: before.part }];
  });
}

/** Indexes of a longest run of numbers that never falls; a page has some ten sections, so squares do. */
function longestRise(numbers: readonly number[]): Set<number> {
  const runs: number[][] = [];
  for (const [index, number] of numbers.entries()) {
    const longest = runs
      .filter((run) => (numbers[run.at(-1) ?? 0] ?? 0) <= number)
      .reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, index]);
  }
  return new Set(runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []));
}
