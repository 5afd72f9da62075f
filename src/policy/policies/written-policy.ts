import type { SubjectKind } from '../view/subjects.ts';
import { subjectKinds } from '../view/subjects.ts';
import { viewVersion } from '../view/view-schema.ts';

/** A JSON Schema, draft-07. */
export type Schema = Readonly<Record<string, unknown>> | boolean;

/** A page or data that a policy is tried on. */
export interface WrittenExample {
  readonly caption?: string;
  /** Markdown of a page; ⟦…⟧ marks the words that the policy must point at. */
  readonly page?: string;
  /** Path of the page. */
  readonly path?: string;
  /** Other pages of the corpus by path. */
  readonly others?: Readonly<Record<string, string>>;
  /** What the policy would see, in place of a page; parts that matter not may be missing. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Where the policy is written down for people. */
export interface WrittenLink {
  readonly url?: string;
  readonly page?: string;
  readonly anchor?: string;
  readonly sentence?: string;
  readonly hash?: string;
}

/** A policy as people write it, after validation; schema/policy.schema.json describes every key. */
export interface WrittenPolicy {
  readonly id: string;
  readonly view?: number;
  readonly title: string;
  readonly description: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly owner: string;
  readonly link?: string | WrittenLink;
  readonly appliesTo: SubjectKind;
  readonly when?: Schema;
  readonly schema: Schema;
  readonly message: string;
  readonly how?: string;
  readonly examples?: {
    readonly valid?: readonly WrittenExample[];
    readonly invalid?: readonly WrittenExample[];
  };
}

const text = (description: string) => ({ description, type: 'string', minLength: 1 });
const closed = (description: string, properties: object, required: readonly string[] = []) => ({
  description,
  type: 'object',
  properties,
  additionalProperties: false,
  ...(required.length > 0 && { required }),
});
const jsonSchema = (description: string) => ({ description, type: ['object', 'boolean'] });

const example = closed('A page or data that the policy is tried on.', {
  caption: text('What the example shows.'),
  page: text('Markdown of a page; ⟦…⟧ marks the words that the policy must point at.'),
  path: text('Path of the page. Default: job-families/example/index.md.'),
  others: {
    description: 'Other pages by path, such as that of the manager.',
    type: 'object',
    additionalProperties: { type: 'string' },
  },
  data: {
    description: 'What the policy would see, in place of a page. Parts that do not matter may be missing.',
    type: 'object',
  },
});
const examples = (description: string) => ({
  description,
  type: 'array',
  items: { $ref: '#/definitions/example' },
});

const policy = closed(
  'What a company asks of its job families.',
  {
    id: {
      description: 'Name in reports and comments, behind “policy/”: small letters, digits and hyphens.',
      type: 'string',
      pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
    },
    view: {
      description: 'Version of the data that the schema is written for.',
      type: 'integer',
      enum: [viewVersion],
    },
    title: text('One sentence: what is asked.'),
    description: text('Why it is asked; every finding says so.'),
    severity: { description: 'How bad it is where a page breaks it.', enum: ['error', 'warning', 'info'] },
    owner: text('Who decides on it: a team, a person.'),
    link: {
      description:
        'Where it is written down: an address, or page#anchor, where the page is a file relative to the config, or the path of a page of the site with a leading slash.',
      type: ['string', 'object'],
      minLength: 1,
      properties: {
        url: text('An address.'),
        page: text('A file relative to the config, or the path of a page of the site with a leading slash.'),
        anchor: text('The heading under which it stands.'),
        sentence: text('The sentence that is enforced; when it no longer stands there, that is a finding.'),
        hash: {
          description:
            'sha256 of the sentence, its first 16 digits or more, in place of the sentence itself; “jobfam-lint policy list --format json” gives it.',
          type: 'string',
          pattern: '^(sha256:)?[0-9a-f]{16,64}$',
        },
      },
      additionalProperties: false,
    },
    appliesTo: { description: 'What it is about: each of them is judged by itself.', enum: subjectKinds },
    when: jsonSchema('Which of them it is about, as JSON Schema; default: all.'),
    schema: jsonSchema('What they must be, as JSON Schema.'),
    message: text(
      'What is wrong, in a sentence. {level.title} and the like stand for the words of the page, {reason} for what the schema says.',
    ),
    how: text('What to do, in a sentence. Placeholders as in the message.'),
    examples: closed('Tried by “jobfam-lint policy test”.', {
      valid: examples('Must give no finding.'),
      invalid: examples('Must give a finding.'),
    }),
  },
  ['id', 'title', 'description', 'severity', 'owner', 'appliesTo', 'schema', 'message'],
);

/** For schemas that speak of policies. */
export const policyDefinitions = { example, policy };

/** The schema of one policy. */
export const policySchema = { ...policy, definitions: { example } };

/** The schema of a file of policies: one of them, a list, or a list under `policies`. */
export const policyFileSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'jobfam-lint policies',
  definitions: policyDefinitions,
  anyOf: [
    { $ref: '#/definitions/policy' },
    { type: 'array', items: { $ref: '#/definitions/policy' } },
    closed(
      'A file of policies.',
      {
        $schema: { description: 'Address of this schema, for editors.', type: 'string' },
        policies: { type: 'array', items: { $ref: '#/definitions/policy' } },
      },
      ['policies'],
    ),
  ],
};
