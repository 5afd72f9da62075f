import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import { findBeside } from './_depth-beside.ts';
import { findClosingSlips } from './_depth-closing.ts';
import { examples } from './_depth-examples.ts';
import { findMisplaced, findUneven, type Page } from './_depth-levels.ts';
import { findPartSlips } from './_depth-parts.ts';
import { findSkips } from './_depth-skips.ts';
import { outlineOf } from './_outline.ts';
import { Slips } from './_slips.ts';

const outline =
  'The outline of the page, and with it the table of contents, shows the section in a place where it does not belong.';
const howMany = 'Give the heading {hashes}{along}.';

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
      how: 'Give "{title}" {hashes}.',
    },
    listAtTop: {
      what: 'The heading "{title}" is deeper than the level "{other}", which should stand under it.',
      why: outline,
      how: 'Give "{title}" {hashes}, and each level one more.',
    },
    misplaced: {
      what: 'The level "{title}" stands under "{other}".',
      why: outline,
      how: 'Move it to the other levels.',
    },
    allMisplaced: {
      what: 'The level "{title}" stands under "{other}".',
      why: outline,
      how: 'Move "{other}" behind the levels.',
    },
    unlisted: {
      what: 'The level "{title}" stands under "{other}".',
      why: outline,
      how: 'Put the heading "Levels" above it, with one hash less than the level has.',
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
      how: howMany,
    },
    noParent: {
      what: 'The heading "{title}" is deeper than the main headings of the page and stands under none of them.',
      why: outline,
      how: 'Put the heading that it belongs to above it.',
    },
    noList: {
      what: 'The level "{title}" is deeper than the main headings of the page and stands under none of them.',
      why: outline,
      how: 'Put the heading "Levels" above it, with one hash less than the level has.',
    },
  },
  examples,
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
      const along = (move?.headings.length ?? 0) > 1 ? ', and move the headings below it along' : '';
      yield {
        message: kind,
        span: section.headingSpan,
        key: `${textKey(other?.section.title ?? '')}/${textKey(section.title)}/${kind}`,
        data: { title: section.title, other: other?.section.title ?? '', hashes, along },
        ...(move && { fix: move.edits }),
        ...(suggestion && { suggestions: [suggestion] }),
      };
    }
  },
});

function hashCount(depth: number): string {
  return depth === 1 ? 'one hash' : `${['two', 'three', 'four', 'five', 'six'][depth - 2] ?? depth} hashes`;
}
