import { documentRule } from '../../src/lint/rule.ts';
import type { Level } from '../../src/model/facts.ts';
import { joinLevels } from '../../src/model/name-join.ts';
import { headOf, isSectionToo } from '../../src/model/page-head.ts';
import { spokenTitle } from '../../src/model/spoken-title.ts';
import { textKey } from '../../src/text/key.ts';
import { hasSharedLine, ownLines } from './_lines.ts';

export const rule = documentRule({
  id: 'reports-to/missing',
  summary: 'A level says nowhere whom it reports to.',
  details:
    'Each level of a family needs a sentence "The … reports to …" in its own text, above the group of levels it belongs to, or in the ' +
    'introduction for the whole family. A specialty shares the manager of its level and needs none. A broken sentence counts: ' +
    '`reports-to/malformed` speaks of it.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'job-family-template-1',
    sentence:
      'The {add the position title} reports to the {add the reporting position and link to the job family or heading (if on the same page)}.',
  },
  needs: ['frontMatter', 'sections', 'family'],
  options: {},
  messages: {
    level: {
      what: '"{level}" does not say whom it reports to.',
      why: 'Readers cannot tell who their manager would be, or where the role stands in the organisation.',
      how: 'Add a sentence under the heading: "The {name} reports to the …".',
    },
    page: {
      what: 'The page "{level}" does not say whom the role reports to.',
      why: 'Readers cannot tell who their manager would be, or where the role stands in the organisation.',
      how: 'Add a sentence near the top that says whom the role reports to.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'One of two levels says nothing.',
        text: '### Baker\n\nThe Baker reports to the Head Baker.\n\n### ⟦Senior Baker⟧\n\nThe Senior Baker is a grade 7.\n',
        messages: ['level'],
      },
      {
        caption: 'A page for one role.',
        text: '⟦---\ntitle: Ferry Captain⟧\n---\n\nFerry Captains steer ferries.\n\n## Responsibilities\n\n- Steer the ferry\n',
        messages: ['page'],
      },
    ],
    right: [
      {
        caption: 'The introduction speaks for all levels.',
        text: '---\ntitle: Baker\n---\n\nBakers report to the Head Baker.\n\n## Baker\n\nThe Baker is a grade 6.\n\n## Senior Baker\n\nThe Senior Baker is a grade 7.\n',
      },
      {
        caption: 'A specialty shares the manager of its level.',
        text: '## Baker\n\nThe Baker reports to the Head Baker.\n\n## Specialties\n\n### Pastry Baker\n\n#### Responsibilities\n\n- Make pies\n',
      },
    ],
  },
  *check({ frontMatter, sections, family }) {
    if (!family.isFamily) return;
    const told = new Set<Level>();
    const named = joinLevels(family.levels);
    for (const level of family.levels) {
      if (level.kind === 'specialty' || level.evidence.every((kind) => kind === 'name')) continue;
      if (isSectionToo(level, family.levels)) continue;
      if (told.has(level)) continue;
      const saysIt = ownLines(level, family).length > 0 || hasSharedLine(level, family, sections);
      if (saysIt) continue;
      for (const other of named.related(level.name, 'same')) told.add(other);
      yield {
        message: level.kind === 'page' ? 'page' : 'level',
        span: headOf(level, frontMatter),
        key: `${textKey(level.title)}/missing`,
        data: { level: level.title, name: spokenTitle(level.title) },
      };
    }
  },
});
