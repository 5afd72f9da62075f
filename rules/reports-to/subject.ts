import { documentRule } from '../../src/lint/rule.ts';
import { misnamedStatements } from '../../src/model/misnamed-statements.ts';
import { isConfirmed, renameSubject } from '../../src/model/subject-fix.ts';
import { textKey } from '../../src/text/key.ts';

export const rule = documentRule({
  id: 'reports-to/subject',
  summary: 'The sentence on who a level reports to names another level or role.',
  details:
    'Under the heading of a level, the sentence "The … reports to …" must speak of that level. A sentence that was copied from another ' +
    'level, or kept when the level was renamed, names somebody else. Other spellings and short forms of the same name are no finding, ' +
    'nor are sentences about several roles, or about those who report to this level.',
  needs: ['text', 'blocks', 'family'],
  options: {},
  messages: {
    level: {
      what: 'The sentence under "{level}" says whom another level reports to: "{subject}".',
      why: 'It looks copied from there, so readers cannot tell whether the manager is right for "{level}".',
      how: 'Write "{level}" in its place, and check that the manager is right.',
    },
    role: {
      what: 'The sentence under "{level}" says whom another role reports to: "{subject}".',
      why: 'Readers cannot tell whether it is about "{level}", or what that other role is.',
      how: 'Write "{level}" in its place, and check that the manager is right.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'The sentence was copied from the level before.',
        text: '## Levels\n\n### Ferry Captain\n\nThe Ferry Captain reports to the Fleet Director.\n\n### Senior Ferry Captain\n\nThe ⟦Ferry Captain⟧ reports to the Fleet Director.\n',
        fixed:
          '## Levels\n\n### Ferry Captain\n\nThe Ferry Captain reports to the Fleet Director.\n\n### Senior Ferry Captain\n\nThe Senior Ferry Captain reports to the Fleet Director.\n',
        messages: ['level'],
      },
      {
        caption: 'The role has been renamed since.',
        text: '### Bakery Analyst\n\nThe ⟦Kitchen Coordinator⟧ reports to the Director of Bakeries.\n\n#### Bakery Analyst Job Grade\n\nThe Bakery Analyst is a grade 6.\n',
        fixed:
          '### Bakery Analyst\n\nThe Bakery Analyst reports to the Director of Bakeries.\n\n#### Bakery Analyst Job Grade\n\nThe Bakery Analyst is a grade 6.\n',
        messages: ['role'],
      },
    ],
    right: [
      {
        caption: 'Another order of the same words, and a short form.',
        text: '### Manager, Bakery Analytics\n\nThe Bakery Analytics Manager reports to the Director of Bakeries.\n\n### Senior Manager, Bakery Analytics (North)\n\nThe Senior Manager, Bakery Analytics reports to the Director of Bakeries.\n',
      },
      {
        caption: 'A sentence about those who report to this level.',
        text: '### Manager, Bakery\n\nThe Manager, Bakery reports to the Director of Bakeries. The Senior Baker reports to the Manager, Bakery.\n\n### Senior Baker\n\nThe Senior Baker reports to the Manager, Bakery.\n',
      },
    ],
  },
  *check({ text, blocks, family, path }) {
    if (!family.isFamily) return;
    for (const { subject, level, kind } of misnamedStatements(
      { text, blocks },
      family,
      family.reportingLines,
    )) {
      const edit = renameSubject({ text, path }, subject, level);
      const isSafe = kind !== 'other-role' || isConfirmed(level, family);
      const title = `Write "${level.title}"`;
      yield {
        message: kind === 'other-role' ? 'role' : 'level',
        span: subject.span,
        key: `${textKey(level.title)}/subject`,
        data: { level: level.title, subject: subject.name.text },
        ...(edit !== null && (isSafe ? { fix: [edit] } : { suggestions: [{ title, edits: [edit] }] })),
      };
    }
  },
});
