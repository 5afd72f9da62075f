import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import { gradedLevels } from './_steps.ts';

export const rule = documentRule({
  id: 'grade/ladder',
  summary: "The grade differs from the company's ladder for that seniority and track.",
  details:
    'Compares each stated grade with the `ladder` of the config, which gives the grade of each rung for individual contributors and for ' +
    'managers. Families with other grades are named there as exceptions. A level whose name says no rung ("Baker") is compared with ' +
    '"intermediate" only where the option `plain` is on. Without a ladder the rule is silent.',
  needs: ['family'],
  options: {
    ladder: {
      type: 'object',
      description:
        'Grades or ranges by track and rung: "individual/senior": ["7"], "management/director": ["10-11"].',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      default: {},
    },
    plain: {
      type: 'boolean',
      description: 'Whether names without a rung are taken for intermediate ones.',
      default: false,
    },
  },
  messages: {
    differs: {
      what: '"{level}" has grade {grade}, but the ladder has {expected} for {rung}.',
      why: 'Levels of the same seniority should have the same grade in all families.',
      how: 'Correct the grade, or add the family to the exceptions of the ladder.',
    },
  },
  yieldsTo: ['grade/order', 'grade/gap'],
  examples: {
    wrong: [
      {
        caption: 'Senior levels have grade 7 here, directors 10 or 11; the plain name says no rung.',
        text: '### Baker\n\nThe Baker is a grade 5.\n\n### Senior Baker\n\nThe Senior Baker is a ⟦grade 8⟧.\n\n### Director, Bakery\n\nThe Director, Bakery is a grade 11.\n',
        options: {
          ladder: {
            'individual/intermediate': ['6'],
            'individual/senior': ['7'],
            'management/director': ['10-11'],
          },
        },
      },
      {
        caption: 'A plain name, where it means an intermediate level.',
        text: '### Baker\n\nThe Baker is a ⟦grade 5⟧.\n',
        options: { ladder: { 'individual/intermediate': ['6'] }, plain: true },
      },
    ],
    right: [
      {
        caption: 'Without a ladder nothing is compared.',
        text: '### Senior Baker\n\nThe Senior Baker is a grade 8.\n',
      },
      {
        caption: 'A half grade is a matter of `grade/label`.',
        text: '### Senior Baker\n\nThe Senior Baker is a grade 7.5.\n',
      },
    ],
  },
  *check({ family }, { ladder, plain }) {
    if (!family.isFamily) return;
    for (const { level, grade, value } of gradedLevels(family)) {
      const { track, seniority, explicit } = level.name;
      const grades = ladder[`${track}/${seniority}`] ?? [];
      if (grades.length === 0 || (!explicit && !plain) || grades.some((range) => holds(range, value)))
        continue;
      yield {
        message: 'differs',
        span: grade.span,
        key: `${textKey(level.title)}/ladder`,
        data: {
          level: level.title,
          grade: value,
          expected: grades.join(' or '),
          rung: seniority.replace('-', ' '),
        },
      };
    }
  },
});

/** "7" or "7-8". */
function holds(range: string, value: number): boolean {
  const [low, high] = range.split('-').map((part) => Number(part.trim()));
  return low !== undefined && value >= low && value <= (high ?? low);
}
