import { documentRule } from '../../src/lint/rule.ts';
import type { FamilyFacts, Level } from '../../src/model/facts.ts';
import { joinLevels, NameJoin } from '../../src/model/name-join.ts';
import { ofLevel } from '../../src/model/of-level.ts';
import { headOf, isSectionToo } from '../../src/model/page-head.ts';
import { spokenTitle } from '../../src/model/spoken-title.ts';
import { textKey } from '../../src/text/key.ts';

export const rule = documentRule({
  id: 'grade/missing',
  summary: 'A level states no grade.',
  details:
    'Each level of a family needs a grade: in its own text, in a table that names it, or in a sentence of the introduction. Saying that ' +
    'the level is not aligned to a job grade counts. A specialty shares the grade of its level and needs none, and chief officers need ' +
    'one only where the option says so.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'job-family-template-1',
    sentence:
      'The {add the role name} is a [grade #](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).',
  },
  needs: ['frontMatter', 'family'],
  options: {
    executives: {
      type: 'boolean',
      description: 'Whether chief officers need a grade too; many companies have none for them.',
      default: false,
    },
  },
  messages: {
    level: {
      what: '"{level}" states no grade.',
      why: 'Readers cannot look up what the level pays, or compare it with other levels.',
      how: 'Add a sentence to the level: "The {name} is a grade …".',
    },
    page: {
      what: 'The page "{level}" states no grade.',
      why: 'Readers cannot look up what the role pays, or compare it with other roles.',
      how: 'Add a section "Job Grade" with a sentence that states the grade.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'One of two levels has no grade.',
        text: '### Baker\n\nThe Baker is a grade 6.\n\n### ⟦Senior Baker⟧\n\n#### Senior Baker Responsibilities\n\n- Bake wedding cakes\n',
        messages: ['level'],
      },
      {
        caption: 'A chief officer, where these need a grade as well.',
        text: '⟦---\ntitle: Chief Baking Officer⟧\n---\n\nThe Chief Baking Officer reports to the Board.\n\n## Responsibilities\n\n- Decide on recipes\n',
        options: { executives: true },
        messages: ['page'],
      },
      {
        caption: 'A page for one role.',
        text: '⟦---\ntitle: Ferry Captain⟧\n---\n\nThe Ferry Captain reports to the Fleet Director.\n\n## Responsibilities\n\n- Steer the ferry\n',
        messages: ['page'],
      },
    ],
    right: [
      {
        caption: 'Chief officers, who mostly have no grade.',
        text: '---\ntitle: Chief Baking Officer\n---\n\nThe Chief Baking Officer reports to the Board.\n\n## Responsibilities\n\n- Decide on recipes\n',
      },
      {
        caption: 'A table states the grades.',
        text: '| Level | Grade |\n|---|---|\n| Baker | Grade 6 |\n| Senior Baker | Grade 7 |\n\n### Baker\n\n#### Responsibilities\n\n- Bake bread\n\n### Senior Baker\n\n#### Responsibilities\n\n- Bake wedding cakes\n',
      },
      {
        caption: 'A level outside the grades.',
        text: '### Bakery Intern\n\nThe Bakery Intern is not aligned to a job grade.\n',
      },
    ],
  },
  *check({ frontMatter, family }, { executives }) {
    if (!family.isFamily) return;
    const told = new Set<Level>();
    const named = joinLevels(family.levels);
    const graded = gradedNames(family);
    for (const level of family.levels) {
      if (level.kind === 'specialty' || level.evidence.every((kind) => kind === 'name')) continue;
      if (isSectionToo(level, family.levels)) continue;
      if (level.name.seniority === 'executive' && !executives) continue;
      // A "Job Grade" section whose words could not be read is no missing grade.
      if (graded(level) || level.evidence.includes('grade')) continue;
      if (told.has(level)) continue;
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

/** Tells which levels have a grade: one that the level states or another of its name, one that names it, or one in front of all levels. */
function gradedNames({ levels, grades }: FamilyFacts): (level: Level) => boolean {
  const intro = levels.find(({ kind }) => kind !== 'page')?.extent.start ?? Number.POSITIVE_INFINITY;
  if (grades.some(({ subject, span }) => subject === null && span.start < intro)) return () => true;
  const stating = new NameJoin(
    levels.filter(({ index }) => ofLevel(grades, index).length > 0),
    ({ name }) => name,
  );
  const subjects = new NameJoin(
    grades.flatMap(({ subject }) => subject ?? []),
    ({ name }) => name,
  );
  return ({ index, name }) =>
    ofLevel(grades, index).length > 0 ||
    stating.has(name, 'same') ||
    subjects.has(name, 'same', 'variant', 'abridged');
}
