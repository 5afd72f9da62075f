import { documentRule } from '../../src/lint/rule.ts';
import { sameWork } from '../../src/model/compare-roles.ts';
import type { Level } from '../../src/model/facts.ts';
import { compareSeniority } from '../../src/model/vocabulary.ts';
import { textKey } from '../../src/text/key.ts';

/** How many levels before one are looked at; no family has so many, and a broken page must not take minutes. */
const reach = 60;

export const rule = documentRule({
  id: 'level/order',
  summary: 'Levels of one track are not in ascending order.',
  details:
    'Levels of the same work stand from the most junior to the most senior, individual contributors and managers each on their own. ' +
    'Rungs that stand in another order from house to house ("Junior" and "Associate", "Lead" and "Staff") count as equal. Specialties, ' +
    'levels at different depths and levels of different work are not compared. Of each ladder only the first slip is told.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'template-1-additional-details',
    sentence: 'List levels in ascending order. Start w/ junior/associate and end with the highest level.',
  },
  needs: ['sections', 'family'],
  options: {},
  messages: {
    descends: {
      what: 'The level "{level}" stands after the more senior "{senior}".',
      why: 'Readers go from the first level up to see what the next one asks for.',
      how: 'Move "{level}" in front of "{senior}".',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'The senior level comes first.',
        text: '## Levels\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n### ⟦Harbour Pilot⟧\n\nThe Harbour Pilot is a grade 6.\n',
      },
      {
        caption: 'Managers stand in an order of their own.',
        text: '## Levels\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n### Director, Pilots\n\nThe Director, Pilots is a grade 10.\n\n### ⟦Manager, Pilots⟧\n\nThe Manager, Pilots is a grade 8.\n',
      },
    ],
    right: [
      {
        caption: 'A manager may stand before or after any other level.',
        text: '## Levels\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n### Manager, Pilots\n\nThe Manager, Pilots is a grade 8.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n',
      },
      {
        caption: 'Another role begins at its own first level.',
        text: '## Levels\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n### Lock Keeper\n\nThe Lock Keeper is a grade 5.\n',
      },
    ],
  },
  *check({ sections, family }) {
    if (!family.isFamily) return;
    const levels = family.levels.filter(({ kind }) => kind === 'level');
    const told: Level[] = [];
    for (const [at, level] of levels.entries()) {
      const alike = (other: Level) =>
        other.name.track === level.name.track &&
        sections[other.section]?.depth === sections[level.section]?.depth &&
        sameWork(other.name, level.name);
      const senior = levels
        .slice(Math.max(0, at - reach), at)
        .find((other) => alike(other) && compareSeniority(other.name.seniority, level.name.seniority) > 0);
      if (senior === undefined || told.slice(-reach).some(alike)) continue;
      told.push(level);
      yield {
        message: 'descends',
        span: level.titleSpan,
        key: `${textKey(level.title)}/order`,
        data: { level: level.title, senior: senior.title },
        related: [{ span: senior.titleSpan, message: `"${senior.title}" stands here.` }],
      };
    }
  },
});
