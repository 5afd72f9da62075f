import { documentRule } from '../../src/lint/rule.ts';
import type { Part } from '../../src/model/facts.ts';
import { textKey } from '../../src/text/key.ts';
import { additionOf, hasWording, satisfied, wordingOf } from './_ability.ts';
import { commonParts, hasIncludes, isJob } from './_parts.ts';

export const rule = documentRule({
  id: 'structure/ability',
  summary: 'The requirements that apply to a level lack a bullet that every role must have.',
  details:
    'Looks for each bullet of the option `bullets` in the requirements that apply to a level: its own, those of the whole family, and ' +
    'those of a level that it extends. The words must stand in that order in one item or paragraph, others may come between. If no ' +
    'level has the bullet and the family has common requirements, one finding asks for it there. Specialties are not judged.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'failed-pipeline',
    sentence: 'every role must have `Ability to use GitLab` as a bullet point.',
  },
  needs: ['text', 'masked', 'masks', 'sections', 'blocks', 'items', 'links', 'raws', 'family'],
  options: {
    bullets: {
      type: 'array',
      description: 'Bullets that the requirements of every role must have.',
      items: { type: 'string' },
      default: ['Ability to use GitLab'],
    },
    accepted: {
      type: 'object',
      description: 'Other wordings that count as the bullet of that name.',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      default: {
        'Ability to use GitLab': [
          'Able to use GitLab',
          'Capability to use GitLab',
          'Willingness to learn and use GitLab',
        ],
      },
    },
  },
  messages: {
    missing: {
      what: 'The requirements of {level} lack the bullet "{bullet}".',
      why: 'The policy asks for it in every role.',
      how: 'Add it to the list, or to a list of requirements for all levels.',
    },
  },
  yieldsTo: ['structure/empty'],
  examples: {
    wrong: [
      {
        caption: 'Neither the level nor the family asks for it.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### ⟦Requirements⟧\n\n- Steady hands\n',
        fixed:
          '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Requirements\n\n- Steady hands\n- Ability to use GitLab\n',
      },
      {
        caption: 'A bullet of another company, missing in one level.',
        text: '## Levels\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n#### Requirements\n\n* Able to lift 20 kg\n\n### Senior Bread Engineer\n\nThe Senior Bread Engineer is a grade 6.\n\n#### ⟦Requirements⟧\n\n* Steady hands\n',
        fixed:
          '## Levels\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n#### Requirements\n\n* Able to lift 20 kg\n\n### Senior Bread Engineer\n\nThe Senior Bread Engineer is a grade 6.\n\n#### Requirements\n\n* Steady hands\n* Can lift 20 kg\n',
        options: { bullets: ['Can lift 20 kg'], accepted: { 'Can lift 20 kg': ['Able to lift 20 kg'] } },
      },
      {
        caption: 'Requirements of one rung, beside the level, are not those of all levels.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### ⟦Requirements⟧\n\n- Steady hands\n\n## Senior Level Requirements\n\n- Steady mind\n',
        fixed:
          '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Requirements\n\n- Steady hands\n- Ability to use GitLab\n\n## Senior Level Requirements\n\n- Steady mind\n',
      },
    ],
    right: [
      {
        caption: 'The requirements of all levels have it.',
        text: '## Requirements\n\n- Ability to use Git and GitLab\n\n## Levels\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n#### Requirements\n\n- Steady hands\n',
      },
      {
        caption: 'The level extends one that has it.',
        text: '## Levels\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n#### Requirements\n\n- Ability to use GitLab\n\n### Senior Bread Engineer\n\nThe Senior Bread Engineer is a grade 6.\n\n#### Requirements\n\n- Extends the Bread Engineer requirements\n',
      },
    ],
  },
  *check(facts, { bullets, accepted }) {
    const { family, sections } = facts;
    if (!isJob(facts) || hasIncludes(facts)) return;
    const requirements = family.parts.filter(({ kind }) => kind === 'requirements');
    const common = commonParts(facts).filter(({ kind }) => kind === 'requirements');
    const levels = family.levels.filter(({ kind }) => kind !== 'specialty');
    for (const bullet of bullets) {
      const wordings = [bullet, ...(accepted[bullet] ?? [])].map(wordingOf);
      const known = new Map<Part, boolean>();
      const has = (part: Part): boolean => {
        const found = known.get(part) ?? hasWording(facts, part, wordings);
        known.set(part, found);
        return found;
      };
      if (common.some(has)) continue;
      const fine = satisfied(facts, has);
      const lacking = levels.filter(({ index }) => !fine.has(index));
      const nowhere = lacking.length === levels.length && !requirements.some(has);
      // Requirements of one rung alone are no place for what holds for all.
      const firstOf = new Map([...requirements].reverse().map((part) => [part.level, part]));
      const base = common.find(({ subject }) => subject?.name.explicit !== true);
      const places =
        nowhere && base !== undefined
          ? [{ part: base, who: 'all levels' }]
          : lacking.map(({ index, title }) => ({
              part: firstOf.get(index),
              who: title,
            }));
      for (const { part, who } of places) {
        const section = part === undefined ? undefined : sections[part.section];
        if (part === undefined || section === undefined) continue;
        const common = {
          span: section.titleSpan,
          key: `${textKey(who)}/${textKey(bullet)}`,
          data: { level: who, bullet },
        };
        const fix = additionOf(facts, part, bullet);
        yield { message: 'missing', ...common, ...(fix === null ? {} : { fix }) };
      }
    }
  },
});
