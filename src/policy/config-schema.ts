import type { Rule } from '../lint/rule.ts';
import { ladderOrder } from '../model/vocabulary.ts';
import { anchorStyles } from '../site/anchors/styles.ts';
import { externalSchema } from './external.ts';
import { ladderSchema } from './ladder/ladder-schema.ts';
import { policyDefinitions } from './policies/written-policy.ts';
import { presetNames } from './presets.ts';
import { closed, type JsonSchema, texts } from './schema-parts.ts';
import { waiverSchema } from './waiver-schema.ts';

const severity = { enum: ['off', 'error', 'warning', 'info'] };
const folders = (description: string) => ({
  description,
  type: 'array',
  items: closed('One folder.', { folder: { type: 'string' }, url: { type: 'string', pattern: '^/' } }, [
    'folder',
    'url',
  ]),
});

/** The schema of a config file, made of the options of the rules and of the keys that are always there. */
export function configSchema(rules: readonly Rule[]): JsonSchema {
  const ruleEntries = Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]));
  const rulesSchema = {
    ...closed('Rules by name: a severity, or a mapping of severity and options.', ruleEntries),
    // Which policies there are is known when their files are read.
    patternProperties: { '^policy/': entrySchema('A policy, by its id.', {}) },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'jobfam-lint config',
    definitions: { rules: rulesSchema, ...policyDefinitions },
    ...closed('What jobfam-lint checks, where, and how strictly.', {
      $schema: { description: 'Address of this schema, for editors.', type: 'string' },
      extends: {
        description: `Presets (${presetNames.join(', ')}) or config files to start from; later ones win. Default: recommended.`,
        type: ['string', 'array'],
        items: { type: 'string' },
      },
      site: closed('How the addresses of the site and its files belong together.', {
        layout: { description: 'How files become addresses.', enum: ['hugo', 'middleman', 'plain'] },
        content: folders('Folders that hold pages, and the address under which each is published.'),
        assets: folders('Folders whose files are published as they are: images, documents.'),
        complete: {
          description:
            'Addresses below which every page is in the content folders: only there is a link to a missing page broken. Default: the whole site where Hugo’s config shows that all its pages come from the content folder, else every first folder of the site that holds a page.',
          type: 'array',
          items: { type: 'string', pattern: '^/' },
        },
        origins: {
          description: 'Addresses that are the site itself, such as https://handbook.example.com.',
          type: 'array',
          items: { type: 'string', pattern: '^https?://[^/]+$' },
        },
        redirects: {
          description:
            'Files that list the redirects: YAML with sources, target and comp_op, or _redirects as Netlify and GitLab Pages read it. Default: the file _redirects at the top of the site, where there is one.',
          type: ['string', 'array'],
          items: { type: 'string' },
        },
        anchors: {
          description: 'How headings become anchors.',
          enum: Object.keys(anchorStyles),
        },
        external: externalSchema,
      }),
      families: texts('Globs of the pages to lint when no path is given.'),
      ladder: ladderSchema,
      vocabulary: closed('Words of the company.', {
        seniority: {
          description: 'Words that mean a rung: {"expert": "principal"}.',
          type: 'object',
          additionalProperties: { enum: ladderOrder },
        },
        abbreviations: {
          description: 'Abbreviations and what they stand for: {"sre": "site reliability engineer"}.',
          type: 'object',
          additionalProperties: { type: 'string', minLength: 1 },
        },
        roleNouns: texts('Nouns that make a phrase a role: "gardener".'),
        words: texts('Words that are spelled right.'),
      }),
      rules: { $ref: '#/definitions/rules' },
      overrides: {
        description: 'Other settings for some pages; later ones win.',
        type: 'array',
        items: closed(
          'Settings for some pages.',
          { files: { ...texts('Globs of the pages.'), minItems: 1 }, rules: { $ref: '#/definitions/rules' } },
          ['files', 'rules'],
        ),
      },
      policies: {
        description:
          'What the company asks beside the rules: files, folders or globs of files with policies, relative to this file, or policies themselves.',
        type: 'array',
        items: {
          if: { type: 'object' },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
          then: { $ref: '#/definitions/policy' },
          else: { type: 'string', minLength: 1 },
        },
      },
      waivers: {
        description:
          'Exceptions: findings that do not count for a while. A text is a file with a list of them.',
        type: ['string', 'array'],
        items: { if: { type: 'string' }, else: waiverSchema },
      },
      baseline: {
        description:
          'File with the findings that are known and do not count; “jobfam-lint baseline” writes it.',
        type: 'string',
        minLength: 1,
      },
    }),
  };
}

function ruleSchema(rule: Rule): JsonSchema {
  return entrySchema(rule.summary, Object.fromEntries(Object.entries(rule.options)));
}

function entrySchema(description: string, options: JsonSchema): JsonSchema {
  return {
    description,
    if: { type: 'object' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: closed('Severity and options.', { severity, ...options }),
    else: severity,
  };
}
