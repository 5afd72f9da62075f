import { documentRule } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import { pronounsIn } from './_pronouns.ts';
import { sectionKey } from './_sections.ts';

/** Targets that show one person: an entry of the team page, a profile. */
const person = /\/(?:team|people|staff|authors?)\/#?[\w-]|linkedin\.com\/in\//i;

export const rule = documentRule({
  id: 'language/pronoun',
  summary: 'Gendered pronouns.',
  details:
    'Finds "he", "she", their other cases, and pairs such as "he or she" and "his/her". Stated pronouns of one person — "(she/her)" — ' +
    'are left alone, and so is a paragraph that links to the page of a person: it speaks of that person, not of the role. Where only the pronoun has to change, the neutral form is suggested; where the verb has to follow, only for the ' +
    'common verbs.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'inclusive-language-check',
    sentence: 'Usage of gendered pronouns: we want to be inclusive to all.',
  },
  needs: ['blocks', 'sections', 'links', 'family'],
  options: {},
  messages: {
    gendered: {
      what: '"{pronoun}" gives the person in this role a gender.',
      why: 'Readers of another gender take it that the page does not mean them.',
      how: 'Say "they", name the role, or write the sentence without a pronoun.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'Pronouns and pairs of them.',
        text: '## Baker\n\nThe Baker is a grade 6. ⟦He or she⟧ runs the oven. ⟦She⟧ will train ⟦his/her⟧ team, and plans the week ⟦herself⟧.\n',
      },
      {
        caption: 'A verb that follows.',
        text: '## Baker\n\nThe Baker is a grade 6. When ⟦she⟧ is away, the week belongs to ⟦him⟧.\n',
      },
    ],
    right: [
      {
        caption: 'Neutral words.',
        text: '## Baker\n\nThe Baker is a grade 6. They run the oven with their team and keep the HER system.\n',
      },
      {
        caption: 'One person, with their own pronouns.',
        text: '## Baker\n\nThe Baker is a grade 6. Ask Kim (she/her) about the oven.\n\n[Kim](/company/team/#kim) tells how she became a baker.\n',
      },
    ],
  },
  *check({ blocks, sections, links, family, path }) {
    if (!family.isFamily) return;
    const ofPersons = new Set(links.filter(({ target }) => person.test(target)).map(({ block }) => block));
    for (const { inline, section, index } of blocks) {
      if (ofPersons.has(index)) continue;
      for (const { start, end, neutral } of pronounsIn(inline.text)) {
        const pronoun = inline.text.slice(start, end);
        yield {
          message: 'gendered',
          span: sourceSpan(inline, path, start, end),
          key: sectionKey({ sections }, section, pronoun),
          data: { pronoun },
          suggestions: neutral.map((put) => ({
            title: `Say "${put.text}"`,
            edits: [{ span: sourceSpan(inline, path, start, put.end), text: put.text }],
          })),
        };
      }
    }
  },
});
