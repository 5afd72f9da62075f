import { documentRule } from '../../src/lint/rule.ts';
import { misnamedStatements } from '../../src/model/misnamed-statements.ts';
import { isConfirmed, renameSubject } from '../../src/model/subject-fix.ts';
import { textKey } from '../../src/text/key.ts';

export const rule = documentRule({
  id: 'grade/subject',
  summary: 'The grade sentence names another level or role than its section.',
  details:
    'Under the heading of a level, the sentence "The … is a grade …" must speak of that level. A sentence that was copied from another ' +
    'level, or kept when the level was renamed, names somebody else. Other spellings and short forms of the same name are no finding, ' +
    'nor are grades in tables.',
  needs: ['text', 'blocks', 'family'],
  options: {},
  messages: {
    level: {
      what: 'The grade sentence under "{level}" speaks of another level: "{subject}".',
      why: 'It looks copied from there, so readers cannot tell whether the grade is right for "{level}".',
      how: 'Write "{level}" in its place, and check that the grade is right.',
    },
    role: {
      what: 'The grade sentence under "{level}" speaks of another role: "{subject}".',
      why: 'Readers cannot tell whether the grade is that of "{level}", or what that other role is.',
      how: 'Write "{level}" in its place, and check that the grade is right.',
    },
  },
  yieldsTo: ['reports-to/subject'],
  examples: {
    wrong: [
      {
        caption: 'The sentence was copied from the level before.',
        text: '### Senior Baker\n\n#### Job Grade\n\nThe Senior Baker is a grade 7.\n\n### Staff Baker\n\n#### Job Grade\n\nThe ⟦Senior Baker⟧ is a grade 8.\n',
        fixed:
          '### Senior Baker\n\n#### Job Grade\n\nThe Senior Baker is a grade 7.\n\n### Staff Baker\n\n#### Job Grade\n\nThe Staff Baker is a grade 8.\n',
        messages: ['level'],
      },
      {
        caption: 'A name that the family no longer uses.',
        text: '### Bakery Analyst\n\nThe Bakery Analyst reports to the Director of Bakeries.\n\n#### Bakery Analyst Job Grade\n\nThe ⟦Kitchen Coordinator⟧ is a [grade 6](/grades/).\n',
        fixed:
          '### Bakery Analyst\n\nThe Bakery Analyst reports to the Director of Bakeries.\n\n#### Bakery Analyst Job Grade\n\nThe Bakery Analyst is a [grade 6](/grades/).\n',
        messages: ['role'],
      },
    ],
    right: [
      {
        caption: 'Another order of the same words.',
        text: '### Manager, Bakery Analytics\n\n#### Job Grade\n\nThe Bakery Analytics Manager is a grade 8.\n',
      },
      {
        caption: 'The plain level is often called "(Intermediate)" in its heading.',
        text: '### Baker (Intermediate)\n\nThe Baker is a grade 6.\n\n### Senior Baker\n\nThe Senior Baker is a grade 7.\n',
      },
    ],
  },
  *check({ text, blocks, family, path }) {
    if (!family.isFamily) return;
    for (const { subject, level, kind } of misnamedStatements({ text, blocks }, family, family.grades)) {
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
