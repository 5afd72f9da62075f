import { documentRule } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import { finderOf } from './_phrases.ts';
import { hiringSections, sectionKey } from './_sections.ts';

/** "Say that you will finish it": what someone tells another is no offer. */
const reported = /\b(?:say|state|promise|confirm|explain)(?:ing|s)?(?:\sthat)?\s$/i;

export const rule = documentRule({
  id: 'language/vacancy',
  summary: 'Phrases that make a job family read like a vacancy.',
  details:
    'Finds the phrases of the option `phrases`, in text and headings: "you will", "we\'re hiring", "exciting opportunity". The word "you" ' +
    'alone is no finding, because many pages speak to the person in the role. The description of the hiring process is not judged: it ' +
    'speaks to candidates by right.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'things-to-keep-in-mind',
    sentence:
      'The verbiage you don\'t want to use includes phrases like "you will", or "exciting opportunity" or "we\'re hiring for".',
  },
  needs: ['blocks', 'sections', 'family'],
  options: {
    phrases: {
      type: 'array',
      description:
        'Phrases that a vacancy would use. Case, kinds of apostrophes and line breaks do not count; `*` at the end stands for any ending.',
      items: { type: 'string' },
      default: [
        'you will',
        "you'll",
        'you would be',
        "you'd be",
        'in this role you',
        'in this role, you',
        'in this position you',
        'in this position, you',
        'your job is to',
        'your mission is to',
        'we are hiring',
        "we're hiring",
        'we are looking for',
        "we're looking for",
        'we are seeking',
        "we're seeking",
        'we are searching for',
        "we're searching for",
        'we want you',
        'are you looking for',
        'are you passionate',
        'are you ready',
        'do you love',
        'do you want to work',
        'the ideal candidate',
        'our ideal candidate',
        'the perfect candidate',
        'the successful candidate',
        'the qualified candidate',
        'the right candidate will',
        'the candidate will',
        'the candidate should',
        'the candidate must',
        'successful candidates will have',
        'exciting opportunity',
        'amazing opportunity',
        'fantastic opportunity',
        'incredible opportunity',
        'rare opportunity',
        'a great opportunity',
        'a unique opportunity',
        'once-in-a-lifetime',
        'dream job',
        'join our team',
        'join our growing',
        'join us',
        'come join',
        'come work with us',
        'apply now',
        'apply today',
        'reasons to work for',
        'this role is for you',
        'this job is for you',
        'this is the role for you',
        'this is the job for you',
      ],
    },
  },
  messages: {
    phrase: {
      what: '"{phrase}" reads like a vacancy.',
      why: 'The people who already hold the role use this page too, in reviews and promotions, long after the vacancy is filled.',
      how: 'Describe the role itself: "Plans the week" instead of "You will plan the week".',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'The page talks to someone who might apply.',
        text: "## Baker\n\nThe Baker is a grade 6. ⟦We’re looking for⟧ someone who loves bread. As a Baker, ⟦you will⟧ knead.\n\n### What ⟦you’ll⟧ do\n\n- ⟦You'll⟧ bake\n",
      },
      {
        caption: 'A phrase of your own, broken over two lines.',
        text: '## Baker\n\nThe Baker is a grade 6. A ⟦once in a\nblue moon⟧ chance.\n',
        options: { phrases: ['once in a blue moon'] },
      },
    ],
    right: [
      {
        caption: 'The role described; "you" alone is fine.',
        text: '## Baker\n\nThe Baker is a grade 6.\n\n### Responsibilities\n\n- Bakes bread and talks with the people around you\n- Finds every opportunity to waste less\n- Where a loaf is late, say that you will bring it\n',
      },
      {
        caption: 'The hiring process speaks to candidates.',
        text: '## Baker\n\nThe Baker is a grade 6.\n\n## Hiring Process\n\n- The successful candidate gets an offer; before that, you will bake with us.\n',
      },
    ],
  },
  *check({ blocks, sections, family, path }, { phrases }) {
    if (!family.isFamily) return;
    const finder = finderOf(phrases);
    const hiring = hiringSections({ family, sections });
    const headings = sections.map(({ inline, index }) => ({ inline, section: index }));
    for (const { inline, section } of [...headings, ...blocks]) {
      if (hiring.has(section)) continue;
      for (const { start, end } of finder.find(inline.text)) {
        if (reported.test(inline.text.slice(Math.max(0, start - 30), start))) continue;
        const phrase = inline.text.slice(start, end);
        const span = sourceSpan(inline, path, start, end);
        yield { message: 'phrase', span, key: sectionKey({ sections }, section, phrase), data: { phrase } };
      }
    }
  },
});
