import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import { commonParts, hasIncludes, headOf, isJob, kindOfName } from './_parts.ts';
import { explains, misnamedGrade, sectionsNamed } from './_required.ts';

export const rule = documentRule({
  id: 'structure/required',
  summary: 'A section that every job family must have is missing.',
  details:
    'Every family needs the sections that the option `sections` names, somewhere on its page: for the whole family or under its levels. ' +
    'Those in `levels` must also stand under each level of which most others have one, unless the family has one for everybody, the ' +
    'level extends another, or its text speaks of the section. Grades that are stated nowhere are left to `grade/missing`; a level may ' +
    'state its grade without a heading, but not under a heading of another name. Pages into which the site puts text of other files ' +
    'are not judged.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'failed-pipeline',
    sentence: 'We have a CI job that checks job families for hard requirements',
  },
  needs: ['text', 'frontMatter', 'masks', 'sections', 'blocks', 'items', 'family'],
  options: {
    sections: {
      type: 'array',
      description: 'Names of the sections that a family must have somewhere.',
      items: { type: 'string' },
      default: [
        'Job Grade',
        'Responsibilities',
        'Requirements',
        'Performance Indicators',
        'Career Ladder',
        'Hiring Process',
      ],
    },
    levels: {
      type: 'array',
      description: 'Names of the sections that each level must have, if the family has none for all levels.',
      items: { type: 'string' },
      default: ['Job Grade', 'Responsibilities', 'Requirements'],
    },
    synonyms: {
      type: 'object',
      description: 'Further headings that count as a section of that name.',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      default: {},
    },
  },
  messages: {
    family: {
      what: 'The page has no section "{section}".',
      why: 'Readers look for it on every job family, and the policy asks for it.',
      how: 'Add a heading "{section}" with what belongs under it.',
    },
    level: {
      what: '"{level}" has no section "{section}", unlike other levels of this page.',
      why: 'Readers cannot tell whether it was forgotten or whether that of another level applies.',
      how: 'Add the section, or say which level this one extends.',
    },
  },
  yieldsTo: ['grade/missing'],
  examples: {
    wrong: [
      {
        caption: 'Nothing says how people are hired.',
        text: '⟦---⟧\ntitle: Bread Engineer\n---\n\n## Responsibilities\n\n- Bakes\n\n## Requirements\n\n- Hands\n\n## Job Grade\n\nThe Bread Engineer is a grade 5.\n\n## Performance Indicators\n\n- Loaves\n\n## Career Ladder\n\nHead of Bread.\n',
        messages: ['family'],
      },
      {
        caption: 'One level lacks what the other has.',
        text: '## Levels\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n#### Responsibilities\n\n- Bakes\n\n### ⟦Senior Bread Engineer⟧\n\nThe Senior Bread Engineer is a grade 6.\n',
        options: { sections: [], levels: ['Responsibilities'] },
        messages: ['level'],
      },
    ],
    right: [
      {
        caption: 'What stands above the levels is for all of them.',
        text: '## Responsibilities\n\n- Bakes\n\n## Levels\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Senior Bread Engineer\n\nThe Senior Bread Engineer is a grade 6.\n\n#### Responsibilities\n\n- Plans\n',
        options: { sections: ['Responsibilities'] },
      },
      {
        caption: 'Another name that the policy accepts.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Expectations\n\n- Bakes\n',
        options: { sections: ['Responsibilities'], synonyms: { Responsibilities: ['Expectations'] } },
      },
    ],
  },
  *check(facts, { sections: required, levels: perLevel, synonyms }) {
    const { family } = facts;
    if (!isJob(facts) || hasIncludes(facts)) return;
    for (const name of required) {
      if (sectionsNamed(facts, name, synonyms[name] ?? []).size > 0) continue;
      if (kindOfName(name) === 'grade' && family.grades.length === 0) continue;
      yield {
        message: 'family',
        span: headOf(facts),
        key: `family/${textKey(name)}`,
        data: { section: name },
      };
    }
    const common = new Set(commonParts(facts).map(({ section }) => section));
    const levels = family.levels.filter(({ kind, evidence }) => kind === 'level' && evidence.some(isOwn));
    for (const name of perLevel) {
      const named = sectionsNamed(facts, name, synonyms[name] ?? []);
      if ([...named].some((section) => common.has(section))) continue;
      const owners = new Set(
        family.parts.filter(({ section }) => named.has(section)).map(({ level }) => level),
      );
      const isGrade = kindOfName(name) === 'grade';
      if (levels.filter(({ index }) => owners.has(index)).length * 2 <= levels.length - Number(!isGrade))
        continue;
      for (const level of levels) {
        if (owners.has(level.index)) continue;
        const span = isGrade
          ? misnamedGrade(facts, level)
          : explains(facts, level, name)
            ? null
            : level.titleSpan;
        if (span === null) continue;
        const key = `${textKey(level.title)}/${textKey(name)}`;
        yield { message: 'level', span, key, data: { level: level.title, section: name } };
      }
    }
  },
});

const isOwn = (evidence: string): boolean => evidence !== 'name';
