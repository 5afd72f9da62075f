import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/lint/extract.ts';
import type { CorpusFacts } from '../../src/lint/rule.ts';
import { plain, spanAt } from '../../src/policy/view/placed.ts';
import { subjectKinds } from '../../src/policy/view/subjects.ts';
import { corpusView } from '../../src/policy/view/view.ts';
import { viewSchema } from '../../src/policy/view/view-schema.ts';
import { siteFacts, siteOfPages } from '../../src/site/site-facts.ts';

function corpusOf(texts: Readonly<Record<string, string>>): CorpusFacts {
  const pages = Object.entries(texts).map(([path, text]) => extract(path, text));
  return { pages, site: siteFacts(pages, siteOfPages(pages)) };
}

const folder = 'fixtures/families';
const fixtures = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

const bakery = corpusOf({
  'baker.md': [
    '---',
    'title: Baker',
    'layout: role',
    '---',
    '',
    'Bakers *bake* the bread of Harbour Lane.',
    '',
    '## Levels',
    '',
    '### Senior Baker',
    '',
    'The Senior Baker reports to the [Head of Bread](/head.md).',
    '',
    '#### Senior Baker Job Grade',
    '',
    'The Senior Baker is a grade 6.',
    '',
    '#### Senior Baker Requirements',
    '',
    '- Knows **rye** by heart',
    '',
  ].join('\n'),
  'head.md':
    '---\ntitle: Head of Bread\n---\n\nThe Head of Bread is a grade 9.\n\n## Responsibilities\n\n- Bread\n',
  'notes.md': '# Notes\n\nNo job at all, see [the Baker](/baker.md).\n',
});

describe('the view of a corpus', () => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addSchema(viewSchema, 'view');

  it.each(subjectKinds)('of a %s is what the schema says, on every page of the fixtures', (kind) => {
    for (const corpus of [corpusOf(fixtures), bakery]) {
      const subjects = corpusView(corpus).subjects(kind);
      expect(subjects.length).toBeGreaterThan(0);
      for (const { data } of subjects) {
        ajv.validate(`view#/definitions/${kind}`, plain(data));
        expect(ajv.errors).toBe(null);
      }
    }
  });

  it.each(subjectKinds)('of a %s has its words on the page of the subject', (kind) => {
    const every = (value: unknown, path: readonly string[]): string[][] =>
      typeof value === 'object' && value !== null
        ? [[...path], ...Object.entries(value).flatMap(([key, part]) => every(part, [...path, key]))]
        : [[...path]];
    for (const { data, head } of corpusView(bakery).subjects(kind)) {
      const pages = every(plain(data), []).map((path) => spanAt(data, path)?.page ?? head.page);
      expect(new Set(pages)).toEqual(new Set([head.page]));
    }
  });

  it('knows a manager with grade and track from the manager’s own page', () => {
    const [level] = corpusView(bakery).subjects('level');
    expect(level && plain(level.data)).toMatchObject({
      title: 'Senior Baker',
      seniority: 'senior',
      grade: 6,
      managers: [
        { text: 'Head of Bread', linked: true, level: { title: 'Head of Bread', grade: 9, path: 'head.md' } },
      ],
      family: { title: 'Baker', frontMatter: { layout: 'role' } },
    });
  });

  it('shows texts as readers see them, and knows where they stand', () => {
    const [family] = corpusView(bakery).subjects('family');
    const page = bakery.pages[0];
    expect(family && plain(family.data)).toMatchObject({
      introduction: ['Bakers bake the bread of Harbour Lane.'],
    });
    const span = family && spanAt(family.data, ['frontMatter', 'layout']);
    expect(span && page?.text.slice(span.start, span.end)).toBe('role');
  });

  it('leaves out pages that are no job families', () => {
    const paths = corpusView(bakery)
      .subjects('link')
      .map(({ head }) => head.page);
    expect(paths).toEqual(['baker.md']);
  });
});
