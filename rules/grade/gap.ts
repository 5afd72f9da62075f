import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import { Ladders } from './_steps.ts';

export const rule = documentRule({
  id: 'grade/gap',
  summary: 'Going up one track of a family, the grades skip a number.',
  details:
    'Follows each ladder of a family up: levels of the same work on one track, individual contributors apart from managers. A grade ' +
    'that skips a number is a slip, or the sign of a level that is missing. Specialties, half grades and levels without a grade are ' +
    'left out; a number that another level of the ladder has is not skipped. Steps that a company knows to be wide go into `allow`.',
  needs: ['family'],
  options: {
    allow: {
      type: 'array',
      description: 'Steps that are no gaps: pairs ("10-12"), or a whole ladder ("5-6-7-8-9-10-12").',
      items: { type: 'string' },
      default: [],
    },
  },
  messages: {
    gap: {
      what: 'The grades go from {below} ("{junior}") to {grade} ("{level}").',
      why: 'Either one of the two grades is wrong, or a level between them is missing.',
      how: 'Check both grades; if they are right, add the step "{below}-{grade}" to the option `allow`.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'Grade 8 is skipped.',
        text: '### Senior Baker\n\nThe Senior Baker is a grade 7.\n\n### Staff Baker\n\nThe Staff Baker is a ⟦grade 9⟧.\n',
      },
      {
        caption: 'Managers whose work shares a word are one ladder.',
        text: '### Manager, Ferry Lines\n\nThe Manager, Ferry Lines is a grade 8.\n\n### Director, Ferry Services\n\nThe Director, Ferry Services is a ⟦grade 10⟧.\n',
      },
    ],
    right: [
      {
        caption: 'Managers have a ladder of their own.',
        text: '### Baker\n\nThe Baker is a grade 6.\n\n### Senior Baker\n\nThe Senior Baker is a grade 7.\n\n### Director, Bakery\n\nThe Director, Bakery is a grade 10.\n',
      },
      {
        caption: 'A step that the company allows.',
        text: '### Director, Bakery\n\nThe Director, Bakery is a grade 10.\n\n### VP, Bakery\n\nThe VP, Bakery is a grade 12.\n',
        options: { allow: ['10-12'] },
      },
    ],
  },
  *check({ family }, { allow }) {
    if (!family.isFamily) return;
    const allowed = new Set(allow.flatMap(pairsIn));
    const ladders = new Ladders(family);
    const told = new Set<number>();
    for (const step of ladders.steps()) {
      const { from, to } = step;
      if (to.value <= from.value + 1 || allowed.has(`${from.value}-${to.value}`)) continue;
      // A level that several others lead up to has one gap below it.
      if (told.has(to.level.index) || ladders.isFilled(step)) continue;
      told.add(to.level.index);
      yield {
        message: 'gap',
        span: to.grade.span,
        key: `${textKey(to.level.title)}/gap`,
        data: { below: from.value, junior: from.level.title, grade: to.value, level: to.level.title },
        related: [{ span: from.grade.span, message: `"${from.level.title}" has grade ${from.value}.` }],
      };
    }
  },
});

function pairsIn(ladder: string): readonly string[] {
  const grades = ladder.split(/[^0-9]+/).filter((part) => part !== '');
  return grades.slice(1).map((grade, index) => `${grades[index]}-${grade}`);
}
