import { corpusRule } from '../../src/lint/rule.ts';
import { renameSubject } from '../../src/model/subject-fix.ts';
import { corpusOf } from '../../src/site/graph/reporting-graph.ts';
import { textKey } from '../../src/text/key.ts';
import { judgeExtension } from './_extends.ts';
import { takenParts } from './_taken-part.ts';

export const rule = corpusRule({
  id: 'level/extends',
  summary:
    'A level extends itself, a more senior level or one that does not exist, or the sentence names another level.',
  details:
    'A level may take over what a more junior one has: "extends the Pilot role", "the same requirements as the Pilot". Found are ' +
    'sentences whose subject is another level than the one they stand in, a level that extends itself or a level above it, and ' +
    'unlinked names that no level of the family bears although they must mean one: the work is the same, or a level of that rung ' +
    'stands on the page; links to a page that has not the level named or to another level of the same page, and requirements that take over the ' +
    'responsibilities of a level, or the other way round. Roles of other families are not judged, nor are short forms without ' +
    'specialty or brackets.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'template-1-additional-details',
    sentence:
      'You can then add a first bullet that says, "Extends the {name of lower job level} responsibilities" or "Extends the {name of lower job level} requirements."',
  },
  needs: ['text', 'sections', 'blocks', 'links', 'family'],
  options: {},
  messages: {
    subject: {
      what: 'The sentence on what "{level}" takes over speaks of another level: "{name}".',
      why: 'It looks copied from there, so readers cannot tell what holds for "{level}".',
      how: 'Write "{level}" in its place, and check from which level it takes over.',
    },
    itself: {
      what: 'The level "{level}" extends itself: "{name}".',
      why: 'Readers look for what the level takes over and are sent back to where they are.',
      how: 'Name the level below it.',
    },
    senior: {
      what: 'The level "{level}" extends "{name}", which is more senior.',
      why: 'A level takes over what more junior levels have, not the other way round.',
      how: 'Name the level below it.',
    },
    misled: {
      what: 'The level "{level}" extends "{name}", but the link leads to "{there}".',
      why: 'Readers who follow the link read the wrong text, or the one they come from.',
      how: 'Let the link lead to the heading "{name}".',
    },
    part: {
      what: 'Under "{heading}", a sentence takes over {noun} instead of {kind}.',
      why: 'It looks copied from the other section, so readers cannot tell whether the {kind} are meant.',
      how: 'Write "{kind}" if those are meant; else move the sentence.',
    },
    lacking: {
      what: 'The level "{level}" extends "{name}", but the page that the link leads to has no such level.',
      why: 'Readers who follow the link look in vain for what they are to take over.',
      how: 'Name a level of that page, or link to the page that has this one.',
    },
    unknown: {
      what: 'The level "{level}" extends "{name}", but the family has no level of that name.',
      why: 'Readers cannot find what they are told to look up.',
      how: 'Name the level as its heading does, or link to the page that has it.',
    },
  },
  yieldsTo: ['duplicate/phrase', 'link/malformed'],
  examples: {
    wrong: [
      {
        caption: 'A copied sentence: it names the level before, as subject and as target.',
        text: '### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n### Staff Harbour Pilot\n\nThe Staff Harbour Pilot is a grade 8.\n\nThe ⟦Senior Harbour Pilot⟧ role extends the Senior Harbour Pilot role.\n',
        messages: ['subject'],
      },
      {
        caption: 'A level that extends itself, and one that extends the level above.',
        text: '### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n- Extends the ⟦Senior Harbour Pilot⟧ responsibilities\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n- Extends the ⟦Senior Harbour Pilot⟧ responsibilities\n',
        messages: ['senior', 'itself'],
      },
      {
        caption: 'The same in other words.',
        text: '### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n### Staff Harbour Pilot\n\nThe Staff Harbour Pilot is a grade 8.\n\nThe ⟦Senior Harbour Pilot⟧ has all of the responsibilities of an Intermediate Harbour Pilot, plus:\n\n- Advise the harbour\n',
        messages: ['subject'],
      },
      {
        caption: 'The role has been renamed since, and a word was lost.',
        text: '### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n- Extends the ⟦Ship Pilot⟧ responsibilities\n\n### Staff Harbour Pilot\n\nThe Staff Harbour Pilot is a grade 8.\n\n- Extends the ⟦Senior Pilot⟧ responsibilities\n',
        messages: ['unknown', 'unknown'],
      },
      {
        caption: 'The linked page has other rungs only.',
        text: '### Staff Lock Keeper\n\nThe Staff Lock Keeper is a grade 8.\n\nThe Staff Lock Keeper role extends the [⟦Staff Harbour Pilot⟧](/job-families/pilots/) role.\n',
        others: {
          'job-families/pilots.md':
            '---\ntitle: Harbour Pilot\n---\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n',
        },
        messages: ['lacking'],
      },
      {
        caption: 'A link to the level’s own heading, and requirements that take over responsibilities.',
        text: '### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\nThe Senior Harbour Pilot extends the [⟦Harbour Pilot⟧](#senior-harbour-pilot) role.\n\n#### Requirements\n\n- Extends the Harbour Pilot ⟦responsibilities⟧\n',
        messages: ['misled', 'part'],
      },
    ],
    right: [
      {
        caption: 'Full, short and bare names of the level below.',
        text: '### Harbour Pilot (Intermediate)\n\nThe Harbour Pilot (Intermediate) is a grade 6.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n- Extends the Harbour Pilot responsibilities\n\n### Staff Harbour Pilot\n\nThe Staff Harbour Pilot is a grade 8.\n\n- Extends the Senior responsibilities\n',
      },
      {
        caption: 'Both parts at once, and requirements that are work.',
        text: '### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n#### Responsibilities\n\n- The same responsibilities and requirements as the Harbour Pilot\n- Extends the harbour to meet all the requirements of larger ships\n',
      },
      {
        caption: 'A role of another family.',
        text: '### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n- Extends the Deck Officer responsibilities\n',
      },
      {
        caption: 'A level of the linked page.',
        text: '### Staff Lock Keeper\n\nThe Staff Lock Keeper is a grade 8.\n\nThe Staff Lock Keeper role extends the [Senior Harbour Pilot](/job-families/pilots/) role.\n',
        others: {
          'job-families/pilots.md':
            '---\ntitle: Harbour Pilot\n---\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n',
        },
      },
    ],
  },
  look: {
    of(page) {
      const taken = [...takenParts(page)];
      return {
        data: taken.map(({ noun, kind, heading, level }) => [noun, kind, heading, level]),
        places: taken.map(({ span }) => span),
      };
    },
  },
  *check({ pages, site }) {
    const corpus = corpusOf(pages, site);
    for (const page of pages) {
      const { family, text, path } = page;
      if (!family.isFamily) continue;
      for (const extension of family.extensions) {
        const found = judgeExtension(extension, page, corpus);
        if (found === null) continue;
        const { kind, mention, level, meant } = found;
        const edit =
          meant === null || kind === 'misled' || (kind !== 'subject' && meant === level)
            ? null
            : renameSubject({ text, path }, mention, meant);
        const title = `Write "${meant?.title ?? ''}"`;
        yield {
          message: kind,
          span: mention.span,
          key: `${textKey(level.title)}/extends/${textKey(mention.name.text)}`,
          data: { level: level.title, name: mention.name.text, there: meant?.title ?? '' },
          ...(edit !== null && { suggestions: [{ title, edits: [edit] }] }),
        };
      }
      for (const { span, noun, kind, heading, level } of takenParts(page)) {
        const written = /^\p{Lu}/u.test(noun) ? kind.charAt(0).toUpperCase() + kind.slice(1) : kind;
        yield {
          message: 'part',
          span,
          key: `${textKey(level)}/${kind}/part`,
          data: { heading, noun: noun.toLowerCase(), kind },
          suggestions: [{ title: `Write "${written}"`, edits: [{ span, text: written }] }],
        };
      }
    }
  },
});
