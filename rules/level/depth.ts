import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import { findClosingSlips } from './_depth-closing.ts';
import { findBeside, findMisplaced, findUneven, type Page } from './_depth-levels.ts';
import { findPartSlips } from './_depth-parts.ts';
import { findSkips } from './_depth-skips.ts';
import { outlineOf } from './_outline.ts';
import { Slips } from './_slips.ts';

const outline =
  'The outline of the page, and with it the table of contents, shows the section in a place where it does not belong.';
const howMany = 'Give the heading {hashes}.';

export const rule = documentRule({
  id: 'level/depth',
  summary: 'A level, or a section of a level, at a wrong depth.',
  details:
    'The depth of a heading, its number of hashes, says what it belongs to. Found are levels beside "Levels" or under a section that ' +
    'holds no levels, levels deeper or shallower than the other levels, sections of a level that do not stand under it, sections for ' +
    'the whole family ("Hiring Process", "Career Ladder", "Performance Indicators") under a level or under each other, and skipped ' +
    'depths. What only follows from a slip is not told again. The fix changes hashes and no words; where text would have to be ' +
    'moved there is none.',
  needs: ['masked', 'sections', 'family'],
  options: {},
  messages: {
    beside: {
      what: 'The level "{title}" stands beside the heading "{other}" instead of under it.',
      why: outline,
      how: howMany,
    },
    listTooDeep: {
      what: 'The heading "{title}" is deeper than the level "{other}", which should stand under it.',
      why: outline,
      how: 'Give "{title}" fewer hashes than the levels have.',
    },
    misplaced: {
      what: 'The level "{title}" stands under "{other}".',
      why: outline,
      how: 'Move it to the other levels, or close "{other}" with a heading for the levels.',
    },
    uneven: {
      what: 'The level "{title}" is at another depth than levels such as "{other}".',
      why: outline,
      how: howMany,
    },
    part: {
      what: 'The section "{title}" belongs to the level "{other}" but does not stand under it.',
      why: outline,
      how: howMany,
    },
    nested: {
      what: 'The sections "{title}" and "{other}" of one level are at different depths, one inside the other.',
      why: outline,
      how: 'Give "{title}" {hashes}.',
    },
    closing: {
      what: 'The section "{title}" speaks for the whole family but stands under "{other}".',
      why: outline,
      how: howMany,
    },
    skipped: {
      what: 'The heading "{title}" skips a depth below "{other}".',
      why: 'Readers who go from heading to heading, many with a screen reader, look for a section in between that is not there.',
      how: howMany,
    },
    noTop: {
      what: 'The heading "{title}" is deeper than the main headings of the page and stands under none of them.',
      why: outline,
      how: 'Put the heading that is missing above it, or give it {hashes}.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'A level beside "Levels", with sections that are deep enough already.',
        text: '## Levels\n\n### Harbour Pilot\n\n#### Job Grade\n\nThe Harbour Pilot is a grade 6.\n\n⟦## Senior Harbour Pilot⟧\n\n#### Job Grade\n\nThe Senior Harbour Pilot is a grade 7.\n',
        fixed:
          '## Levels\n\n### Harbour Pilot\n\n#### Job Grade\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\n#### Job Grade\n\nThe Senior Harbour Pilot is a grade 7.\n',
        messages: ['beside'],
      },
      {
        caption: 'A level behind "Hiring Process", and a ladder under the indicators.',
        text: '## Levels\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n## Hiring Process\n\n- A talk.\n\n⟦### Senior Harbour Pilot⟧\n\nThe Senior Harbour Pilot is a grade 7.\n\n## Performance Indicators\n\n- Ships in port.\n\n⟦### Career Ladder⟧\n\nAsk the harbour master.\n',
        fixed:
          '## Levels\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n## Hiring Process\n\n- A talk.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n## Performance Indicators\n\n- Ships in port.\n\n## Career Ladder\n\nAsk the harbour master.\n',
        messages: ['misplaced', 'closing'],
      },
      {
        caption: 'A section at the depth of its own level, and one a depth above.',
        text: '## Levels\n\n### Lock Keeper\n\n⟦### Lock Keeper Job Grade⟧\n\nThe Lock Keeper is a grade 5.\n\n#### Requirements\n\n- Patience.\n\n### Senior Lock Keeper\n\n#### Job Grade\n\nThe Senior Lock Keeper is a grade 6.\n\n⟦## Responsibilities⟧\n\n- Trains the crew.\n\n#### Requirements\n\n- More patience.\n',
        fixed:
          '## Levels\n\n### Lock Keeper\n\n#### Lock Keeper Job Grade\n\nThe Lock Keeper is a grade 5.\n\n#### Requirements\n\n- Patience.\n\n### Senior Lock Keeper\n\n#### Job Grade\n\nThe Senior Lock Keeper is a grade 6.\n\n#### Responsibilities\n\n- Trains the crew.\n\n#### Requirements\n\n- More patience.\n',
        messages: ['part', 'part'],
      },
      {
        caption: 'A skipped depth, and sections of one level inside one another.',
        text: '## Crane Operator\n\n### Job Grade\n\nThe Crane Operator is a grade 6.\n\n⟦#### Responsibilities⟧\n\n- Lifts.\n\n## About the team\n\n⟦#### Shifts⟧\n\nDay and night.\n',
        fixed:
          '## Crane Operator\n\n### Job Grade\n\nThe Crane Operator is a grade 6.\n\n### Responsibilities\n\n- Lifts.\n\n## About the team\n\n### Shifts\n\nDay and night.\n',
        messages: ['nested', 'skipped'],
      },
      {
        caption: 'One level above all the others.',
        text: '## About\n\n### Tide Analyst\n\nThe Tide Analyst is a grade 6.\n\n### Senior Tide Analyst\n\nThe Senior Tide Analyst is a grade 7.\n\n⟦## Staff Tide Analyst⟧\n\nThe Staff Tide Analyst is a grade 8.\n',
        fixed:
          '## About\n\n### Tide Analyst\n\nThe Tide Analyst is a grade 6.\n\n### Senior Tide Analyst\n\nThe Senior Tide Analyst is a grade 7.\n\n### Staff Tide Analyst\n\nThe Staff Tide Analyst is a grade 8.\n',
        messages: ['uneven'],
      },
      {
        caption: 'Levels without the heading that they should stand under.',
        text: '---\ntitle: Ferry Captain\n---\n\n⟦### Ferry Captain⟧\n\nThe Ferry Captain is a grade 8.\n\n## Hiring Process\n\n- A trip across the bay.\n',
        messages: ['noTop'],
      },
      {
        caption: '"Levels" is deeper than the levels.',
        text: '## Role\n\nWe sail.\n\n⟦### Levels⟧\n\n## Ferry Captain\n\n### Job Grade\n\nThe Ferry Captain is a grade 8.\n',
        messages: ['listTooDeep'],
      },
    ],
    right: [
      {
        caption: 'Everything in its place; the sections for all levels come first or last.',
        text: '## Responsibilities\n\n- Sails.\n\n## Levels\n\n### Ferry Captain\n\n#### Job Grade\n\nThe Ferry Captain is a grade 8.\n\n#### Responsibilities\n\n- Steers.\n\n## Career Ladder\n\nAsk the fleet captain.\n\n## Hiring Process\n\n- A trip.\n',
      },
      {
        caption: 'A page of one level, with all sections under it.',
        text: '## Ferry Captain\n\n### Job Grade\n\nThe Ferry Captain is a grade 8.\n\n### Hiring Process\n\n- A trip.\n\n### Career Ladder\n\nAsk the fleet captain.\n',
      },
      {
        caption: 'Under "Levels" stands an overview; the levels follow in sections of their own.',
        text: '## Levels\n\n- Deckhand\n- Senior Deckhand\n\n## Deckhand\n\nThe Deckhand is a grade 4.\n\n## Senior Deckhand\n\nThe Senior Deckhand is a grade 5.\n',
      },
      {
        caption: 'Levels that have a hiring process each.',
        text: '## Deckhand\n\n### Job Grade\n\nThe Deckhand is a grade 4.\n\n### Hiring Process\n\n- A day on board.\n\n## Senior Deckhand\n\n### Job Grade\n\nThe Senior Deckhand is a grade 5.\n\n### Hiring Process\n\n- A week on board.\n',
      },
    ],
  },
  *check({ masked, sections, family }) {
    if (!family.isFamily) return;
    const headings = outlineOf(sections, family);
    const page: Page = { masked, headings, levels: headings.filter(({ level }) => level?.kind === 'level') };
    const slips = new Slips();
    for (const find of [findBeside, findUneven, findPartSlips, findClosingSlips, findMisplaced, findSkips])
      find(page, slips);
    for (const { heading, kind, other, depth, move, suggestion } of slips.all()) {
      const { section } = heading;
      const hashes = hashCount(depth ?? Math.max(1, section.depth - 1));
      yield {
        message: kind,
        span: section.headingSpan,
        key: `${textKey(other?.section.title ?? '')}/${textKey(section.title)}/${kind}`,
        data: { title: section.title, other: other?.section.title ?? '', hashes },
        ...(move && { fix: move.edits }),
        ...(suggestion && { suggestions: [suggestion] }),
      };
    }
  },
});

function hashCount(depth: number): string {
  return depth === 1 ? 'one hash' : `${['two', 'three', 'four', 'five', 'six'][depth - 2] ?? depth} hashes`;
}
