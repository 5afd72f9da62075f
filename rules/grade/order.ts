import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import { Ladders } from './_steps.ts';

export const rule = documentRule({
  id: 'grade/order',
  summary: 'Going up one track of a family, the grade falls.',
  details:
    'Follows each ladder of a family up: levels of the same work on one track, individual contributors apart from managers. A more ' +
    'senior level must not have a lower grade than the level below it. The same grade is fine, unless the option `equal` is off. ' +
    'Specialties and levels without a clear grade are left out.',
  needs: ['family'],
  options: {
    equal: {
      type: 'boolean',
      description: 'Whether a level may have the grade of the level below it.',
      default: true,
    },
  },
  messages: {
    falls: {
      what: '"{level}" has grade {grade}, lower than grade {below} of "{junior}".',
      why: 'A promotion would lower the grade, so one of the two is wrong.',
      how: 'Check both grades and correct the wrong one.',
    },
    equal: {
      what: '"{level}" has the same grade as "{junior}": {grade}.',
      why: 'A promotion would not change the grade, so one of the two may be a copy.',
      how: 'Check both grades and correct the wrong one.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'The senior level has the lower grade.',
        text: '### Baker\n\nThe Baker is a grade 7.\n\n### Senior Baker\n\nThe Senior Baker is a ⟦grade 6⟧.\n',
        messages: ['falls'],
      },
      {
        caption: 'Where every level must have a grade of its own.',
        text: '### Staff Baker\n\nThe Staff Baker is a grade 8.\n\n### Principal Baker\n\nThe Principal Baker is a ⟦grade 8⟧.\n',
        options: { equal: false },
        messages: ['equal'],
      },
    ],
    right: [
      {
        caption: 'A manager may stand beside a staff level.',
        text: '### Staff Baker\n\nThe Staff Baker is a grade 9.\n\n### Manager, Bakery\n\nThe Manager, Bakery is a grade 8.\n',
      },
      {
        caption: 'Levels written from the top down.',
        text: '### Senior Baker\n\nThe Senior Baker is a grade 7.\n\n### Baker\n\nThe Baker is a grade 6.\n',
      },
    ],
  },
  *check({ family }, { equal }) {
    if (!family.isFamily) return;
    for (const { from, to } of new Ladders(family).steps()) {
      if (to.value > from.value || (equal && to.value === from.value)) continue;
      yield {
        message: to.value === from.value ? 'equal' : 'falls',
        span: to.grade.span,
        key: `${textKey(to.level.title)}/order`,
        data: { level: to.level.title, grade: to.value, below: from.value, junior: from.level.title },
        related: [{ span: from.grade.span, message: `"${from.level.title}" has grade ${from.value}.` }],
      };
    }
  },
});
