import { documentRule } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import { sentencesOf } from '../../src/model/sentences.ts';
import { experienceIn } from './_experience.ts';
import { sectionKey, sectionsOfKind } from './_sections.ts';

export const rule = documentRule({
  id: 'language/experience',
  summary: 'A level of a low grade asks for prior experience.',
  details:
    'Reads the requirements of each level whose grade is in the option `grades`, and the common requirements where all levels of the page ' +
    'have such a grade. A sentence that asks for experience is a finding; where it says that experience is a plus, preferred or not ' +
    'needed, or speaks of the experience of users or customers, it is none. A number of years is the matter of `language/years`.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'things-to-keep-in-mind',
    sentence:
      'For grade 4 & 5 roles, we avoid listing any kind of prior experience requirements to encourage people with unique career or educational journeys to see themselves in a particular role.',
  },
  needs: ['blocks', 'sections', 'family'],
  options: {
    grades: {
      type: 'array',
      description: 'Grades of levels that must not ask for prior experience.',
      items: { type: 'integer' },
      default: [4, 5],
    },
  },
  messages: {
    experience: {
      what: '"{words}" asks for prior experience, and {level} is a grade {grade}.',
      why: 'At this grade, demands for experience keep out people who came by another way and could do the work.',
      how: 'Say what a person should be able to do, or call the experience a plus.',
    },
  },
  yieldsTo: ['language/years'],
  examples: {
    wrong: [
      {
        caption: 'A grade 5 level that asks for experience.',
        text: '## Junior Baker\n\nThe Junior Baker is a grade 5.\n\n### Junior Baker Requirements\n\n- ⟦Prior experience⟧ in a bakery\n- Works neatly\n',
      },
      {
        caption: 'Another choice of grades.',
        text: '## Baker\n\nThe Baker is a grade 6.\n\n### Baker Requirements\n\n- ⟦Experience⟧ with rye bread\n',
        options: { grades: [6] },
      },
    ],
    right: [
      {
        caption: 'Experience that helps, and the experience of customers.',
        text: '## Junior Baker\n\nThe Junior Baker is a grade 5.\n\n### Junior Baker Requirements\n\n- Experience with rye bread is a plus\n- A sense for the customer experience in a bakery\n',
      },
      {
        caption: 'A higher grade.',
        text: '## Baker\n\nThe Baker is a grade 6.\n\n### Baker Requirements\n\n- Experience with rye bread\n',
      },
    ],
  },
  *check(facts, { grades }) {
    const { family, blocks, path } = facts;
    if (!family.isFamily) return;
    const asking = sectionsOfKind(facts, 'requirements');
    const stated = family.grades.filter(({ value, upTo }) => value !== null && upTo === null);
    const low = stated.filter(({ value }) => value !== null && grades.includes(value));
    const gradeOf = new Map(low.map((grade) => [grade.level, grade]));
    const common = low.length === family.grades.length ? low[0] : undefined;
    for (const { inline, section } of blocks) {
      const owner = asking.get(section);
      if (owner === undefined) continue;
      const grade = owner === null ? common : gradeOf.get(owner);
      if (grade === undefined || grade.value === null) continue;
      const level = owner === null ? 'every level of this page' : (family.levels[owner]?.title ?? '');
      for (const sentence of sentencesOf(inline)) {
        const found = experienceIn(sentence.text);
        if (found === null) continue;
        const words = sentence.text.slice(found.start, found.end);
        yield {
          message: 'experience',
          span: sourceSpan(inline, path, sentence.start + found.start, sentence.start + found.end),
          key: sectionKey(facts, section, words),
          data: { words, level, grade: grade.value },
        };
      }
    }
  },
});
