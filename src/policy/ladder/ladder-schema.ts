import { ladderOrder } from '../../model/vocabulary.ts';
import { closed, texts } from '../schema-parts.ts';

const grades = (description: string) =>
  closed(
    description,
    Object.fromEntries(
      ladderOrder.map((rung) => [
        rung,
        {
          description: `Grade of this rung, or a range such as "7-8".`,
          type: ['integer', 'string'],
          minimum: 1,
          maximum: 99,
          pattern: '^[1-9][0-9]?-[1-9][0-9]?$',
        },
      ]),
    ),
  );
const tracks = {
  individual: grades('Grades of individual contributors.'),
  management: grades('Grades of people managers.'),
};

/** The key `ladder` of a config. */
export const ladderSchema = {
  description:
    'The grade of each rung; the word “infer” alone derives all of them from what most families state.',
  if: { type: 'string' },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  then: { enum: ['infer'] },
  else: closed('The grade of each rung.', {
    infer: {
      description: 'Whether grades that are not written down are derived from what most families state.',
      type: 'boolean',
    },
    ...tracks,
    exceptions: {
      description:
        'Families with grades of their own. Of several that hold for a page by its path, the last one alone counts.',
      type: 'array',
      items: closed(
        'Families and their grades: by the paths of pages, by the names of families, or by both.',
        {
          families: { ...texts('Globs of the pages.'), minItems: 1 },
          names: { ...texts('Names of families, as the titles of their pages say them.'), minItems: 1 },
          reason: { description: 'Why they have grades of their own.', type: 'string', minLength: 1 },
          ...tracks,
        },
        ['reason'],
      ),
    },
  }),
};
