import { documentRule } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import { sectionKey } from './_sections.ts';
import { yearsIn } from './_years.ts';

export const rule = documentRule({
  id: 'language/years',
  summary: 'A specific number of years of experience.',
  details:
    'Finds sentences that ask for a number of years: "3+ years of", "a minimum of two years\' experience", "6-8 years in", "5 plus years ' +
    'managing". Other spans of time are left alone: "ten years ago", "every two years", "a 3-year roadmap", "the fiscal year", years of ' +
    'school. So are years without a number ("several years of experience").',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'things-to-keep-in-mind',
    sentence:
      "We don't include a specific number of years of experience unless they are directly relevant to the ability to perform in the role at the level required.",
  },
  needs: ['blocks', 'sections', 'family'],
  options: {},
  messages: {
    years: {
      what: '"{words}" asks for a specific number of years.',
      why: 'Years say little about what a person is able to do, and they keep out people who came another way.',
      how: 'Ask for relevant, progressive experience, and say what that means for this role.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'The forms in which years are asked for.',
        text: "## Baker\n\nThe Baker is a grade 6.\n\n### Requirements\n\n- ⟦3+ years of pastry experience⟧\n- A minimum of ⟦two (2) years' experience⟧ with sourdough\n- ⟦6-8 years⟧ of oven maintenance\n- At least ⟦5 plus years⟧ managing a bakery\n",
      },
      {
        caption: 'Each number of a sentence counts.',
        text: '## Baker\n\nThe Baker is a grade 6. It takes ⟦10 or more years of baking experience⟧ with ⟦4+ years⟧ in a leading role.\n',
      },
    ],
    right: [
      {
        caption: 'Other spans of time.',
        text: '## Baker\n\nThe Baker is a grade 6.\n\n### Responsibilities\n\n- Own the 3-year roadmap and the fiscal year budget\n- Replace the ovens every 2 years; the last 5 years of records are kept\n- The bakery opened 10 years ago and grew four years in a row\n- Completed 2 years of baking school\n',
      },
      {
        caption: 'Experience that is described, not counted.',
        text: '## Baker\n\nThe Baker is a grade 6.\n\n### Requirements\n\n- Several years of relevant, progressive experience with bread\n',
      },
    ],
  },
  *check({ blocks, sections, family, path }) {
    if (!family.isFamily) return;
    for (const { inline, section } of blocks) {
      for (const { start, end } of yearsIn(inline.text)) {
        const words = inline.text.slice(start, end);
        const span = sourceSpan(inline, path, start, end);
        yield { message: 'years', span, key: sectionKey({ sections }, section, words), data: { words } };
      }
    }
  },
});
