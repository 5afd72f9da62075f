import { ladderOrder } from '../../model/vocabulary.ts';

/** A JSON Schema, draft-07. */
type Schema = Readonly<Record<string, unknown>>;

/** Counts up when a property goes away or changes its meaning; new properties do not count. */
export const viewVersion = 1;

const described = (description: string, schema: Schema): Schema => ({ description, ...schema });
const text = (description: string) => described(description, { type: 'string' });
const optionalText = (description: string) => described(description, { type: ['string', 'null'] });
const flag = (description: string) => described(description, { type: 'boolean' });
const count = (description: string) => described(description, { type: 'integer', minimum: 0 });
const oneOf = (description: string, values: readonly string[], isNullable = false) =>
  described(description, {
    type: isNullable ? ['string', 'null'] : 'string',
    enum: isNullable ? [...values, null] : values,
  });
const list = (description: string, of: string) =>
  described(description, { type: 'array', items: { $ref: `#/definitions/${of}` } });
const texts = (description: string) => described(description, { type: 'array', items: { type: 'string' } });
const maybe = (description: string, of: string) =>
  described(description, { oneOf: [{ $ref: `#/definitions/${of}` }, { type: 'null' }] });
const closed = (description: string, properties: Schema): Schema => ({
  description,
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** The parts of a role's name; null where no role is named. */
const role = (isNullable = false): Schema => ({
  seniority: oneOf('Rung: that of the name, or `intermediate` where it names none.', ladderOrder, isNullable),
  seniorityStated: described('Whether the name says the rung.', {
    type: isNullable ? ['boolean', 'null'] : 'boolean',
  }),
  track: oneOf('Specialists or people managers.', ['individual', 'management'], isNullable),
  discipline: described('What the role does, in lower case: "backend engineer".', {
    type: isNullable ? ['string', 'null'] : 'string',
  }),
  specialty: described('What narrows it, in lower case: "payments"; empty where nothing does.', {
    type: isNullable ? ['string', 'null'] : 'string',
  }),
});

const levelKind = oneOf(
  'A section under the levels, a variant under the specialties, or a page that is one level.',
  ['level', 'specialty', 'page'],
);
const oneGrade = described('The grade; null where none, several or a range is stated.', {
  type: ['integer', 'null'],
});

/** The data that policies judge: one definition for each thing they can be about, and those that they are made of. */
export const viewSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: `policy-view-${viewVersion}`,
  title: 'What policies of jobfam-lint see',
  description: `Version ${viewVersion}. A policy about levels sees a level, one about links a link, and so on.`,
  version: viewVersion,
  definitions: {
    family: closed('A page that describes a job family.', {
      title: optionalText('Title of the page.'),
      path: text('Path of the page, with slashes.'),
      frontMatter: described('What stands between the two `---` at the top.', { type: 'object' }),
      introduction: texts('Paragraphs before the first level or section of a known kind.'),
      levels: list('Its levels, as they stand.', 'level'),
      sections: list('All of its sections, those of its levels too.', 'section'),
      grades: list('All grades that the page states.', 'grade'),
      reportingLines: list('All sentences on who reports to whom.', 'reportingLine'),
      links: list('All links and images.', 'link'),
    }),
    level: closed('One rung of a family.', {
      title: text('Its heading; for a page that is one level, the title.'),
      kind: levelKind,
      depth: count('Depth of its heading, 1 to 6; 0 for a page that is one level.'),
      position: count('Which one on its page, from 1.'),
      ...role(),
      grade: oneGrade,
      grades: list('All that it says of its grade.', 'grade'),
      reportingLines: list('Sentences on whom it reports to, those on all levels too.', 'reportingLine'),
      managers: list('Everyone whom these sentences name as a manager.', 'manager'),
      extends: list('The roles whose responsibilities or requirements it takes over.', 'extension'),
      sections: list('Its sections.', 'section'),
      family: { $ref: '#/definitions/familyReference' },
    }),
    section: closed('A heading and what stands below it, up to the next level or known section.', {
      title: text('The heading.'),
      kind: oneOf('What it is for, by its heading.', [
        'grade',
        'responsibilities',
        'requirements',
        'nice-to-have',
        'indicators',
        'career-ladder',
        'hiring-process',
        'levels',
        'specialties',
        'segments',
        'other',
      ]),
      depth: count('Depth of the heading, 1 to 6.'),
      parent: optionalText('The heading above it, or null.'),
      subsections: texts('Headings below it that are neither levels nor sections of a known kind.'),
      words: count('Number of words below the heading.'),
      paragraphs: texts('Its paragraphs, as readers see them; not those in lists and tables.'),
      items: texts('Its list items, as readers see them.'),
      links: list('The links in it.', 'link'),
      level: maybe('The level it belongs to, or null where it is for the whole family.', 'levelReference'),
      family: { $ref: '#/definitions/familyReference' },
    }),
    grade: closed('What a page says of a grade.', {
      text: text('The words.'),
      value: described('The number, or null where there is none.', { type: ['number', 'null'] }),
      upTo: described('The upper end of a range, or null.', { type: ['number', 'null'] }),
      form: oneOf('How it is written.', ['grade', 'level', 'hash', 'number', 'half', 'range', 'unaligned']),
      where: oneOf('Where it stands.', ['sentence', 'table']),
      link: optionalText('Target of the link on it, or null.'),
      level: maybe('The level it belongs to, or null.', 'levelReference'),
    }),
    reportingLine: closed('A sentence on who reports to whom.', {
      text: text('The words, with the markdown in them.'),
      verb: text('"reports to", "report directly to".'),
      plural: flag('Whether it speaks of all levels.'),
      broken: oneOf(
        'What is broken in it, or null.',
        ['no-to', 'doubled-to', 'no-manager', 'stray-article', 'other'],
        true,
      ),
      managers: list('The managers it names; where one or another is meant, both.', 'manager'),
      level: maybe('The level it belongs to; null where it speaks of the whole family.', 'levelReference'),
    }),
    manager: closed('A manager that a sentence names.', {
      text: text('The name.'),
      ...role(),
      linked: flag('Whether the name is a link.'),
      link: maybe('That link, or null.', 'link'),
      level: maybe('The level that is meant, on whatever page; null where it is not sure.', 'levelReference'),
    }),
    extension: closed('A role that a level takes something over from.', {
      text: text('The name, or the whole sentence where it names none ("All of the above").'),
      ...role(true),
    }),
    link: closed('A link or an image.', {
      text: text('The words between the brackets.'),
      target: text('The target as written.'),
      kind: oneOf('How it is written.', ['inline', 'reference', 'autolink', 'image']),
      verdict: oneOf(
        'Whether it leads somewhere: `outside` for other sites, `unjudged` where nobody can tell.',
        ['found', 'no-page', 'no-anchor', 'loop', 'unjudged', 'outside'],
      ),
      url: optionalText('Site path that it names, without the anchor; null for other sites.'),
      anchor: optionalText('The part after `#`, or null.'),
      redirected: flag('Whether a redirect lies between.'),
      page: optionalText('Path of the page it leads to in the end, or null.'),
      pageTitle: optionalText('Title of that page, or null.'),
      section: text('The heading it stands under; empty before the first.'),
    }),
    levelReference: closed('A level that something else refers to.', {
      title: text('Its heading.'),
      kind: levelKind,
      ...role(),
      grade: oneGrade,
      path: text('Path of its page.'),
      family: optionalText('Title of its page.'),
    }),
    familyReference: closed('The page that something stands on.', {
      title: optionalText('Its title.'),
      path: text('Its path.'),
      frontMatter: described('What stands between the two `---` at the top.', { type: 'object' }),
    }),
  },
};
