import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import { slice } from '../../src/text/span.ts';
import { isLinkedElsewhere, sharedTarget } from './_links.ts';
import { gradeWords } from './_words.ts';

export const rule = documentRule({
  id: 'grade/link',
  summary: 'The grade is not linked to the page that explains grades.',
  details:
    'Where a level states its grade, the words should lead to the page that says what the grade means. Finds grades without a link, ' +
    'links whose brackets are missing ("grade 6 (/grades/)"), and, with the option `target`, links to another page. Tables are left ' +
    'out, and so is a second mention of a grade that is linked once. The fix takes the target that all other grades of the page share.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'job-family-template-1',
    sentence:
      'The {add the role name} is a [grade #](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).',
  },
  needs: ['text', 'links', 'family'],
  options: {
    target: {
      type: 'string',
      description: 'Part of the address of the page that explains grades. Empty: any link will do.',
      default: '',
    },
  },
  messages: {
    unlinked: {
      what: '"{words}" is not linked to the page that explains grades.',
      why: 'Readers who want to know what the grade means have to search for it.',
      how: 'Put a link on the words.',
    },
    brackets: {
      what: 'The link on "{words}" lacks its square brackets.',
      why: 'Readers see the bare address in the text and cannot click it.',
      how: 'Write "[{words}](…)" with the address between the round brackets.',
    },
    elsewhere: {
      what: '"{words}" is linked to "{target}", which is not the page that explains grades.',
      why: 'Readers who follow the link do not learn what the grade means.',
      how: 'Link to the page whose address holds "{expected}".',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'One grade without a link; the other shows where it should lead.',
        text: '### Baker\n\nThe Baker is a [grade 6](/grades/#baking).\n\n### Senior Baker\n\nThe Senior Baker is a ⟦grade 7⟧.\n',
        fixed:
          '### Baker\n\nThe Baker is a [grade 6](/grades/#baking).\n\n### Senior Baker\n\nThe Senior Baker is a [grade 7](/grades/#baking).\n',
        messages: ['unlinked'],
      },
      {
        caption: 'The square brackets are missing.',
        text: '### Baker\n\nThe Baker is a ⟦grade 6. (/grades/#baking)⟧.\n',
        fixed: '### Baker\n\nThe Baker is a [grade 6](/grades/#baking).\n',
        messages: ['brackets'],
      },
      {
        caption: 'A link to some other page.',
        text: '### Baker\n\nThe Baker is a [⟦grade 6⟧](/recipes/).\n',
        options: { target: '/grades/' },
        messages: ['elsewhere'],
      },
    ],
    right: [
      {
        caption: 'Linked, and not aligned.',
        text: '### Baker\n\nThe Baker is a [grade 6](/grades/).\n\n### Bakery Intern\n\nThe Bakery Intern is not aligned to a job grade.\n',
      },
      {
        caption: 'Linked once is enough.',
        text: '### Baker\n\nThe Baker is a [grade 6](/grades/). Until last year, the Baker was a grade 5.\n',
      },
    ],
  },
  *check({ text, links, family, path }, { target }) {
    if (!family.isFamily) return;
    for (const grade of family.grades) {
      if (grade.form === 'unaligned' || grade.where === 'table') continue;
      const level = grade.level === null ? undefined : family.levels[grade.level];
      const owner = level?.title ?? grade.subject?.name.text;
      if (owner === undefined || (grade.link === null && isLinkedElsewhere(grade, family))) continue;
      const words = gradeWords(slice(text, grade.span));
      const key = textKey(owner);
      const link = grade.link === null ? undefined : links[grade.link];
      if (link !== undefined) {
        if (target === '' || link.target.includes(target) || link.target === '') continue;
        const data = { words, target: link.target, expected: target };
        yield { message: 'elsewhere', span: grade.span, key: `${key}/elsewhere`, data };
        continue;
      }
      const bare = /^(\.?)[ \t]*\(((?:\/|https?:\/\/)[^\s()<>]+)\)(\.?)/i.exec(
        text.slice(grade.span.end, grade.span.end + 400),
      );
      if (bare !== null) {
        const [whole, before, address, after] = bare;
        const span = { ...grade.span, end: grade.span.end + whole.length - (after ?? '').length };
        const stop = before === '.' && after === '' ? '.' : '';
        const fix = [{ span, text: `[${words}](${address})${stop}` }];
        yield { message: 'brackets', span, key: `${key}/brackets`, data: { words }, fix };
        continue;
      }
      const shared = sharedTarget(family, links);
      const isWhole = /^(?:job )?grade \d+$/i.test(words) && !/^\s*[[(]/.test(text.slice(grade.span.end));
      const fix =
        shared === null || !isWhole
          ? null
          : [{ span: { ...grade.span, page: path }, text: `[${words}](${shared})` }];
      yield {
        message: 'unlinked',
        span: grade.span,
        key: `${key}/unlinked`,
        data: { words },
        ...(fix !== null && { fix }),
      };
    }
  },
});
