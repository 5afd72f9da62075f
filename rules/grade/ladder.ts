import { corpusRule, nothingElse } from '../../src/lint/rule.ts';
import { standingsOf } from '../../src/model/ladder/compare.ts';
import { housesOf } from '../../src/model/ladder/house.ts';
import { ladderRows } from '../../src/model/ladder/rows.ts';
import { rangeWords, rungWords } from '../../src/model/ladder/words.ts';
import { textKey } from '../../src/text/key.ts';

/** Families that state grade 7 for their senior level, for the examples: fewer would not be enough to go by. */
const elsewhere = Object.fromEntries(
  ['Brewer', 'Carter', 'Cooper', 'Fisher', 'Fletcher', 'Glover', 'Mason', 'Miller', 'Potter', 'Weaver'].map(
    (name) => [
      `job-families/${name.toLowerCase()}.md`,
      `---\ntitle: ${name}\n---\n\n### Senior ${name}\n\nThe Senior ${name} is a grade 7.\n`,
    ],
  ),
);

export const rule = corpusRule({
  id: 'grade/ladder',
  summary: "The grade differs from the company's ladder for that seniority and track.",
  details:
    'Compares each stated grade with the `ladder` of the config, which gives the grade of each rung for individual contributors and for ' +
    'managers. Families with other grades are named there as exceptions. Without a ladder the rule is silent.\n\n' +
    'With `ladder: infer`, what the ladder does not say is derived from all families: the grade, or the two neighbouring grades, that at ' +
    'least nine in ten of them state for a rung, if five or more state any. A level that stands out is then named, with the number of ' +
    'families that this rests on, unless its whole family keeps the same distance from the ladder: that family has a ladder of its own.\n\n' +
    'A name may leave open which rung it means. “Baker” is compared with “intermediate” only where the option `plain` is on; “Senior Pricing ' +
    'Manager” may lead people or manage prices, and is named only where the written ladder has its grade for neither; “Senior Principal ' +
    'Baker” stands between two rungs and is never named.',
  needs: ['family'],
  options: {
    ladder: {
      type: 'object',
      description:
        'Grades or ranges by track and rung: "individual/senior": ["7"], "management/director": ["10-11"].',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      default: {},
    },
    named: {
      type: 'object',
      description:
        'The same for single families, their name in small letters and hyphens in front: "legal-counsel/individual/senior": ["8"].',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      default: {},
    },
    infer: {
      type: 'boolean',
      description: 'Whether grades that are not written down are derived from what most families state.',
      default: false,
    },
    plain: {
      type: 'boolean',
      description: 'Whether names without a rung are taken for intermediate ones.',
      default: false,
    },
  },
  messages: {
    differs: {
      what: '"{level}" has grade {grade}, but the ladder has {expected} for "{rung}".',
      why: 'Levels of the same seniority should have the same grade in all families.',
      how: 'Correct the grade, or add the family to the exceptions of the ladder.',
    },
    'stands-out': {
      what: '"{level}" has grade {grade}, but {agreeing} of {families} families have {expected} for "{rung}".',
      why: 'Levels of the same seniority nearly always have the same grade, so this one may be a slip.',
      how: 'Check the grade. If it is right, add the family to the exceptions of the ladder, with the reason.',
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
        messages: ['differs'],
      },
      {
        caption: 'A plain name, where it means an intermediate level.',
        text: '### Baker\n\nThe Baker is a ⟦grade 5⟧.\n',
        options: { ladder: { 'individual/intermediate': ['6'] }, plain: true },
        messages: ['differs'],
      },
      {
        caption: 'Ten other families give their senior level grade 7.',
        text: '### Baker\n\nThe Baker is a grade 6.\n\n### Senior Baker\n\nThe Senior Baker is a ⟦grade 8⟧.\n',
        others: elsewhere,
        options: { infer: true },
        messages: ['stands-out'],
      },
      {
        caption:
          'A manager of people, or one of bread? Grade 9 fits the one, grade 7 the other, grade 8 neither.',
        text: '### Senior Bread Manager\n\nThe Senior Bread Manager is a grade 9.\n\n### Senior Cake Manager\n\nThe Senior Cake Manager is a ⟦grade 8⟧.\n',
        options: { ladder: { 'individual/senior': ['7'], 'management/senior-manager': ['9'] } },
        messages: ['differs'],
      },
      {
        caption: 'The family has an exception of its own, by its name.',
        text: '---\ntitle: Baker\n---\n\n### Senior Baker\n\nThe Senior Baker is a ⟦grade 7⟧.\n',
        options: { ladder: { 'individual/senior': ['7'] }, named: { 'baker/individual/senior': ['8'] } },
        messages: ['differs'],
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
  look: nothingElse,
  *check({ pages }, options) {
    const rows = ladderRows(pages, options.plain);
    const houseOf = housesOf(options, rows);
    for (const row of rows) {
      for (const { level, standing } of standingsOf(row, houseOf(row))) {
        if (level.stated === null || (standing.kind !== 'differs' && standing.kind !== 'stands-out'))
          continue;
        const { title } = level.level;
        const common = {
          span: level.stated.span,
          key: `${textKey(title)}/ladder`,
        };
        const data = { level: title, grade: level.stated.value, rung: rungWords(standing.rung) };
        if (standing.kind === 'differs') {
          const expected = standing.expected.map(rangeWords).join(' or ');
          yield { message: 'differs', ...common, data: { ...data, expected } };
        } else {
          const { agreeing, families } = standing.expected;
          const expected = `grade ${rangeWords(standing.expected)}`;
          yield { message: 'stands-out', ...common, data: { ...data, expected, agreeing, families } };
        }
      }
    }
  },
});
