import { documentRule } from '../../src/lint/rule.ts';
import { isConfirmed, renameSubject } from '../../src/model/subject-fix.ts';
import { textKey } from '../../src/text/key.ts';
import { slice } from '../../src/text/span.ts';
import { doubled, echoes, glued, mislabelledParts, untitledParts } from './_mislabelled.ts';

const why =
  'Readers who find the section by its heading, or in the table of contents, take it for another level’s.';

export const rule = documentRule({
  id: 'level/label',
  summary: 'A heading inside a level names another level or role.',
  details:
    'Sections of a level often bear its name: "Senior Pilot Job Grade". The name must then be that of the level. Found are names of ' +
    'other levels and roles, names that lost a word, a longer name in several sections of a level whose sentences keep to its title, and a title repeated where "Job Grade" should stand. Just the rung ("Senior ' +
    'Job Grade"), a name without its specialty or brackets, and other spellings are no finding. The fix writes the title of the ' +
    'level as it stands.',
  needs: ['text', 'sections', 'family'],
  options: {},
  messages: {
    other: {
      what: 'The heading "{heading}" stands under "{level}" but names "{subject}".',
      why,
      how: 'Write "{level}" in its place, and check that the section was not copied.',
    },
    short: {
      what: 'The heading "{heading}" leaves out a part of the name "{level}".',
      why,
      how: 'Write "{level}" in full.',
    },
    long: {
      what: 'The heading "{heading}" gives "{level}" a longer name, and a sentence of the level does not.',
      why: 'Readers cannot tell which of the two names is right, or whether two roles are meant.',
      how: 'Settle on one name for the heading of the level, the headings of its sections and its sentences.',
    },
    glued: {
      what: 'In the heading "{heading}" a blank is missing behind "{level}".',
      why: 'The heading reads as another name.',
      how: 'Put a blank behind "{level}".',
    },
    doubled: {
      what: 'The heading "{heading}" names two sections at once.',
      why: 'Readers cannot tell what it holds, and links to the section that is meant find another name.',
      how: 'Leave out the one that the section does not hold.',
    },
    untitled: {
      what: 'Behind "{level}" sections of "{subject}" begin, which has no heading of its own.',
      why,
      how: 'Put a heading "{subject}" above "{heading}".',
    },
    echo: {
      what: 'The heading "{heading}" over the grade only repeats the title of the level.',
      why: 'The page has the same heading twice, and none that says where the grade is.',
      how: 'Write "{level} Job Grade".',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'A heading kept from the level before, and one that lost its noun.',
        text: '### Harbour Pilot\n\n#### Harbour Pilot Job Grade\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\n#### ⟦Senior Harbour⟧ Job Grade\n\nThe Senior Harbour Pilot is a grade 7.\n\n#### ⟦Harbour Pilot⟧ Requirements\n\n- Ten trips.\n',
        fixed:
          '### Harbour Pilot\n\n#### Harbour Pilot Job Grade\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\n#### Senior Harbour Pilot Job Grade\n\nThe Senior Harbour Pilot is a grade 7.\n\n#### Senior Harbour Pilot Requirements\n\n- Ten trips.\n',
        messages: ['short', 'other'],
      },
      {
        caption: 'Sections of a level whose own heading is missing.',
        text: '### Lock Keeper\n\n#### Lock Keeper Job Grade\n\nThe Lock Keeper is a grade 5.\n\n#### ⟦Manager, Locks⟧ Job Grade\n\nThe Manager, Locks is a grade 8.\n\n#### Manager, Locks Responsibilities\n\n- Knows all locks.\n',
        messages: ['untitled'],
      },
      {
        caption: 'The title again, in place of "Job Grade", and a missing blank.',
        text: '### Tide Analyst\n\n#### ⟦Tide Analyst⟧\n\nThe Tide Analyst is a grade 6.\n\n#### ⟦Tide AnalystResponsibilities⟧\n\n- Reads the tide tables.\n',
        fixed:
          '### Tide Analyst\n\n#### Tide Analyst Job Grade\n\nThe Tide Analyst is a grade 6.\n\n#### Tide Analyst Responsibilities\n\n- Reads the tide tables.\n',
        messages: ['echo', 'glued'],
      },
      {
        caption: 'Sections that were renamed, in a level that was not.',
        text: '### Tide Analyst\n\n#### ⟦River and Tide Analyst⟧ Job Grade\n\nThe Tide Analyst is a grade 6.\n\n#### ⟦River and Tide Analyst⟧ Requirements\n\n- Patience.\n',
        messages: ['long', 'long'],
      },
      {
        caption: 'Two sections in one heading.',
        text: '### Tide Analyst\n\nThe Tide Analyst is a grade 6.\n\n#### Responsibilities\n\n- Reads the tide tables.\n\n#### ⟦Tide Analyst Responsibilities Requirements⟧\n\n- Patience.\n',
        messages: ['doubled'],
      },
    ],
    right: [
      {
        caption: 'Just the rung, and a name without its brackets.',
        text: '### Senior Harbour Pilot\n\n#### Senior Job Grade\n\nThe Senior Harbour Pilot is a grade 7.\n\n### Harbour Pilot (Deep Sea)\n\n#### Harbour Pilot Responsibilities\n\n- Sails.\n\n#### Requirements\n\n- Ten trips.\n',
      },
      {
        caption: 'A level called by a short name in its heading alone.',
        text: '### Analyst\n\n#### Tide Analyst Job Grade\n\nThe Tide Analyst is a grade 6.\n\n#### Tide Analyst Requirements\n\n- Patience.\n',
      },
      {
        caption: 'An acronym of the name.',
        text: '### Customer Success Manager\n\n#### CSM Job Grade\n\nThe Customer Success Manager is a grade 6.\n',
      },
    ],
  },
  *check({ text, sections, family, path }) {
    if (!family.isFamily) return;
    for (const { level, subject, part, kind } of mislabelledParts(family)) {
      const heading = sections[part.section]?.title ?? '';
      const edit = renameSubject({ text, path }, subject, level);
      const isSafe = kind !== 'long' && (kind !== 'other-role' || isConfirmed(level, family));
      const title = `Write "${level.title}"`;
      yield {
        message: kind === 'short' || kind === 'long' ? kind : 'other',
        span: subject.span,
        key: `${textKey(level.title)}/${part.kind}`,
        data: { heading, level: level.title, subject: subject.name.text },
        ...(edit !== null && (isSafe ? { fix: [edit] } : { suggestions: [{ title, edits: [edit] }] })),
      };
    }
    for (const { part, subject, before } of untitledParts(family, sections)) {
      const heading = sections[part.section]?.title ?? '';
      yield {
        message: 'untitled',
        span: subject.span,
        key: `${textKey(subject.name.text)}/untitled`,
        data: { heading, level: before.title, subject: subject.name.text },
      };
    }
    for (const { section, level } of glued(family, sections)) {
      const at = section.titleSpan.start + level.title.trim().length;
      const plain = slice(text, section.titleSpan) === section.title;
      yield {
        message: 'glued',
        span: section.titleSpan,
        key: `${textKey(level.title)}/glued`,
        data: { heading: section.title, level: level.title, subject: level.title },
        ...(plain && { fix: [{ span: { page: path, start: at, end: at }, text: ' ' }] }),
      };
    }
    for (const section of doubled(family, sections)) {
      yield {
        message: 'doubled',
        span: section.titleSpan,
        key: `${textKey(section.title)}/doubled`,
        data: { heading: section.title, level: '', subject: '' },
      };
    }
    for (const { section, level } of echoes(family, sections)) {
      const at = section.titleSpan.end;
      yield {
        message: 'echo',
        span: section.titleSpan,
        key: `${textKey(level.title)}/echo`,
        data: { heading: section.title, level: level.title, subject: level.title },
        fix: [{ span: { page: path, start: at, end: at }, text: ' Job Grade' }],
      };
    }
  },
});
