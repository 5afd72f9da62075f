import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import { slice } from '../../src/text/span.ts';
import { gradeWords, rewordGrade } from './_words.ts';

export const rule = documentRule({
  id: 'grade/label',
  summary: 'A grade is not written as "grade" and one whole number.',
  details:
    'Finds "level 8" and "grade level 8", "grade #7", a bare number ("is a 10"), half grades, ranges, and numbers that no grade can have. ' +
    'In a table, only the number is judged, because its header may say what the column holds. That a level is not aligned to a grade ' +
    'is no finding.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'job-family-template-1',
    sentence:
      'The {add the role name} is a [grade #](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).',
  },
  needs: ['text', 'links', 'family'],
  options: {
    lowest: { type: 'integer', description: 'The lowest grade there is.', default: 1, minimum: 0 },
    highest: { type: 'integer', description: 'The highest grade there is.', default: 25, minimum: 0 },
  },
  messages: {
    level: {
      what: '"{words}" says "level" where a grade is meant.',
      why: 'Levels are the rungs of a job family; readers may take the number for one of those.',
      how: 'Write "grade {value}".',
    },
    hash: {
      what: '"{words}" still has the "#" of the template.',
      why: 'The "#" stood for the number; beside the number it means nothing.',
      how: 'Write "grade {value}".',
    },
    number: {
      what: 'The grade is only a number here: "{words}".',
      why: 'Readers who do not know the template cannot tell what the number counts.',
      how: 'Write "grade {value}".',
    },
    half: {
      what: '"{words}" is a half grade.',
      why: 'Grades are whole numbers, so readers do not find this one in the table of grades.',
      how: 'Find out which whole grade is right.',
    },
    range: {
      what: '"{words}" states several grades for one level.',
      why: 'Readers cannot tell which grade the level has.',
      how: 'State one grade; split the level where it really has two.',
    },
    outside: {
      what: 'There is no grade {value}: grades go from {lowest} to {highest}.',
      why: 'Readers do not find this grade in the table of grades.',
      how: 'Correct the number.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'A number without the word.',
        text: '### Baker\n\n#### Job Grade\n\nThe Baker is a [⟦6⟧](/grades/).\n\n### Senior Baker\n\n#### Job Grade\n\nThe Senior Baker is an [⟦8⟧](/grades/).\n',
        fixed:
          '### Baker\n\n#### Job Grade\n\nThe Baker is a [grade 6](/grades/).\n\n### Senior Baker\n\n#### Job Grade\n\nThe Senior Baker is a [grade 8](/grades/).\n',
        messages: ['number', 'number'],
      },
      {
        caption: 'Other words, and a left-over "#".',
        text: '### Baker\n\nThe Baker is a ⟦level 6⟧.\n\n### Senior Baker\n\nThe Senior Baker is a ⟦job grade [level 7⟧](/grades/).\n\n### Staff Baker\n\nThe Staff Baker is a ⟦grade #8⟧.\n',
        fixed:
          '### Baker\n\nThe Baker is a grade 6.\n\n### Senior Baker\n\nThe Senior Baker is a job [grade 7](/grades/).\n\n### Staff Baker\n\nThe Staff Baker is a grade 8.\n',
        messages: ['level', 'level', 'hash'],
      },
      {
        caption: 'Numbers that only a person can mend.',
        text: '### Baker\n\nThe Baker is a ⟦grade 6.5⟧.\n\n### Senior Baker\n\nThe Senior Baker is a ⟦grade 7-8⟧.\n\n### Staff Baker\n\nThe Staff Baker is a ⟦grade 88⟧.\n',
        messages: ['half', 'range', 'outside'],
      },
      {
        caption: 'Where grades go from 4 to 12.',
        text: '### Baker\n\nThe Baker is a ⟦grade 3⟧.\n\n### Senior Baker\n\nThe Senior Baker is a ⟦grade 17⟧.\n',
        options: { lowest: 4, highest: 12 },
        messages: ['outside', 'outside'],
      },
    ],
    right: [
      {
        caption: 'As it should be.',
        text: '### Baker\n\nThe Baker is a [grade 6](/grades/).\n\n### Senior Baker\n\nThe Senior Baker is a job grade 7.\n',
      },
      {
        caption: 'A sentence that lists the grades of all levels.',
        text: '---\ntitle: Baker\n---\n\nThe roles below are grades 6 to 8.\n\n## Baker\n\n### Responsibilities\n\n- Bake bread\n',
      },
      {
        caption: 'The header of the table says what the number is.',
        text: '| Role | Grade |\n|---|---|\n| Baker | Level 6 |\n\n### Baker\n\n#### Responsibilities\n\n- Bake bread\n',
      },
    ],
  },
  *check({ text, links, family, path }, { lowest, highest }) {
    if (!family.isFamily) return;
    for (const grade of family.grades) {
      const { value, upTo, form, where, span } = grade;
      if (value === null) continue;
      const isOutside = value < lowest || Math.max(value, upTo ?? 0) > highest;
      const message = isOutside ? 'outside' : form;
      if (message === 'grade' || message === 'unaligned') continue;
      if (message === 'range' && /^grades\b/i.test(slice(text, span))) continue;
      if (where === 'table' && message !== 'half' && message !== 'outside') continue;
      const level = grade.level === null ? undefined : family.levels[grade.level];
      const common = {
        span,
        key: `${textKey(level?.title ?? grade.subject?.name.text ?? 'family')}/${message}`,
      };
      const words = gradeWords(slice(text, span));
      if (message === 'outside') {
        const number = value < lowest ? value : Math.max(value, upTo ?? 0);
        yield { message, ...common, data: { value: number, lowest, highest } };
      } else if (message === 'half' || message === 'range') {
        yield { message, ...common, data: { words } };
      } else {
        const link = grade.link === null ? undefined : links[grade.link];
        const fix = rewordGrade(text, path, span, message, link?.span.start);
        yield { message, ...common, data: { words, value }, ...(fix !== null && { fix }) };
      }
    }
  },
});
