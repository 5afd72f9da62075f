import { corpusRule } from '../../src/lint/rule.ts';
import { compareRoles } from '../../src/model/compare-roles.ts';
import type { Level } from '../../src/model/facts.ts';
import { textKey } from '../../src/text/key.ts';
import {
  describedLevels,
  isDescribed,
  nameKey,
  type Place,
  pointsOf,
  remember,
  repeatedLevels,
  sharedNames,
  shareWords,
  toldApart,
} from './_same-level.ts';

export const rule = corpusRule({
  id: 'level/duplicate',
  summary: 'The same level stands twice, in one family or in two.',
  details:
    'A level has one place. Found are two levels of one page with the same name, a level whose heading stands a second time beside it, ' +
    'and a level that another family describes too, under the same name and with the same list items. "Manager, Pilots" beside "Pilots ' +
    'Manager" may be two tracks and is no finding. Where two pages share several levels, the first one is told.',
  needs: ['sections', 'items', 'family'],
  options: {},
  messages: {
    page: {
      what: 'The level "{level}" stands twice on this page.',
      why: 'Readers, and links to the heading, find the first one only.',
      how: 'Merge the two, or give one of them the name it should have.',
    },
    pages: {
      what: 'The level "{level}" is also described on {path}.',
      why: 'Two descriptions of one level drift apart, and nobody knows which one counts.',
      how: 'Keep one description and link to it from the other page.',
    },
    copy: {
      what: '{count} levels of this page, from "{level}" on, are also described on {path}.',
      why: 'Two descriptions of one level drift apart, and nobody knows which one counts.',
      how: 'Keep one page, and redirect or link to it from the other.',
    },
  },
  yieldsTo: ['level/title'],
  examples: {
    wrong: [
      {
        caption: 'A heading of a level a second time.',
        text: '## Harbour Pilot\n\n### Job Grade\n\nThe Harbour Pilot is a grade 6.\n\n## ⟦Harbour Pilot⟧\n\nSteers ships.\n\n### Responsibilities\n\n- Steers.\n',
        messages: ['page'],
      },
      {
        caption: 'Another family has the level too.',
        path: 'families/pilots.md',
        text: '---\ntitle: Pilots\n---\n\n### ⟦Lock Keeper⟧\n\nThe Lock Keeper is a grade 5.\n\n- Opens the gates for every ship in turn.\n- Keeps a record of the water levels.\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n',
        others: {
          'families/locks.md':
            '---\ntitle: Locks\n---\n\n### Lock Keeper\n\nThe Lock Keeper is a grade 6.\n\n- Opens the gates for every ship in turn.\n- Keeps a record of the water levels.\n\n### Lock Master\n\nThe Lock Master is a grade 7.\n',
        },
        messages: ['pages'],
      },
      {
        caption: 'A page and its copy.',
        path: 'families/pilots.md',
        text: '### ⟦Harbour Pilot⟧\n\nThe Harbour Pilot is a grade 6.\n\n- Guides ships of any size into the port.\n- Plans each trip with the harbour master.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n- Guides the largest ships into the port.\n- Trains the pilots who join the crew.\n',
        others: {
          'families/harbour/pilots.md':
            '### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n- Guides ships of any size into the port.\n- Plans each trip with the harbour master.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n- Guides the largest ships into the port.\n- Trains the pilots who join the crew.\n',
        },
        messages: ['copy'],
      },
      {
        caption: 'A page of its own, and a section of another page.',
        path: 'families/pilots/senior.md',
        text: '---\ntitle: ⟦Senior Harbour Pilot⟧\n---\n\nThe Senior Harbour Pilot is a grade 7.\n\n- Guides the largest ships into the port.\n- Trains the pilots who join the crew.\n',
        others: {
          'families/harbour.md':
            '---\ntitle: Harbour\n---\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n- Guides the largest ships into the port.\n- Trains the pilots who join the crew.\n',
        },
        messages: ['pages'],
      },
    ],
    right: [
      {
        caption: 'Two families with a level of one name and other work.',
        path: 'families/pilots.md',
        text: '### Shift Lead\n\nThe Shift Lead is a grade 7.\n\n- Plans the trips of all pilots on duty.\n- Calls in help in stormy weather at night.\n',
        others: {
          'families/locks.md':
            '### Shift Lead\n\nThe Shift Lead is a grade 6.\n\n- Opens the gates for every ship in turn.\n- Keeps a record of the water levels.\n',
        },
      },
      {
        caption: 'The same rung of other work, and a manager of people beside one of a programme.',
        path: 'families/pilots.md',
        text: '### Harbour Manager\n\nThe Harbour Manager is a grade 6.\n\n### Manager, Harbour\n\nThe Manager, Harbour is a grade 8.\n',
        others: { 'families/locks.md': '### Lock Manager\n\nThe Lock Manager is a grade 6.\n' },
      },
    ],
  },
  look: {
    of: (page) => ({ data: describedLevels(page), places: [] }),
    among: ({ pages }) => sharedNames(pages),
    allows: (shared, { before, after }) => toldApart(before, shared) === toldApart(after, shared),
  },
  *check({ pages }) {
    const families = pages.filter(({ family }) => family.isFamily).sort((a, b) => (a.path < b.path ? -1 : 1));
    const known = new Map<string, Place[]>();
    // Of very many pages, few levels share a name with another.
    const shared = new Set(sharedNames(families));
    for (const page of families) {
      for (const { level, span, first } of repeatedLevels(page)) {
        yield {
          message: 'page',
          span,
          key: `${textKey(level.title)}/twice`,
          data: { level: level.title, path: page.path, count: 2 },
          related: [{ span: first, message: 'The first one stands here.' }],
        };
      }
      const alike = new Map<string, { level: Level; other: Place }[]>();
      const own = page.family.levels.filter((level) => isDescribed(level) && shared.has(nameKey(level)));
      for (const level of own) {
        for (const other of known.get(nameKey(level)) ?? []) {
          const seen = alike.get(other.path) ?? [];
          const same =
            compareRoles(level.name, other.level.name) === 'same' && !seen.some((one) => one.level === level);
          if (same && shareWords(pointsOf(page, level), other.points))
            alike.set(other.path, [...seen, { level, other }]);
        }
      }
      const [found] = [...alike.entries()].sort(
        (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
      );
      const first = found?.[1][0];
      if (found !== undefined && first !== undefined) {
        const [path, both] = found;
        yield {
          message: both.length > 1 ? 'copy' : 'pages',
          span: first.level.titleSpan,
          key: `${textKey(first.level.title)}/${textKey(path)}`,
          data: { level: first.level.title, path, count: both.length },
          related: both
            .slice(0, 5)
            .map(({ other }) => ({ span: other.span, message: `"${other.level.title}" stands here too.` })),
        };
      }
      for (const level of own) {
        remember(known, { path: page.path, level, span: level.titleSpan, points: pointsOf(page, level) });
      }
    }
  },
});
