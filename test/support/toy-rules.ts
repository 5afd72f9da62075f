import { documentRule, type Rule } from '../../src/lint/rule.ts';

const message = { what: 'It is so.', why: 'It matters.', how: 'Mend it.' };

/** Rules that find nothing, to try config on: `pier/one` has options of every kind, `pier/two` none. */
export const toyRules: readonly Rule[] = [
  documentRule({
    id: 'pier/one',
    summary: 'One.',
    details: 'One.',
    needs: [],
    messages: { message },
    options: {
      strict: { type: 'boolean', description: 'Strict.', default: false },
      most: { type: 'integer', description: 'Most.', default: 3, minimum: 1, maximum: 9 },
      style: { type: 'string', description: 'Style.', default: 'plain', enum: ['plain', 'ornate'] },
      words: { type: 'array', description: 'Words.', items: { type: 'string' }, default: ['quay'] },
      names: {
        type: 'object',
        description: 'Names.',
        additionalProperties: { type: 'array', items: { type: 'string' } },
        default: {},
      },
    },
    examples: { wrong: [], right: [] },
    *check() {},
  }),
  documentRule({
    id: 'pier/two',
    summary: 'Two.',
    details: 'Two.',
    needs: [],
    messages: { message },
    options: {},
    examples: { wrong: [], right: [] },
    *check() {},
  }),
  documentRule({
    id: 'link/absolute',
    summary: 'Absolute.',
    details: 'Absolute.',
    needs: [],
    messages: { message },
    options: { origins: { type: 'array', description: 'Origins.', items: { type: 'string' }, default: [] } },
    examples: { wrong: [], right: [] },
    *check() {},
  }),
  documentRule({
    id: 'grade/ladder',
    summary: 'Ladder.',
    details: 'Ladder.',
    needs: [],
    messages: { message },
    options: {
      ladder: {
        type: 'object',
        description: 'Ladder.',
        additionalProperties: { type: 'array', items: { type: 'string' } },
        default: {},
      },
    },
    examples: { wrong: [], right: [] },
    *check() {},
  }),
  documentRule({
    id: 'grade/gap',
    summary: 'Gap.',
    details: 'Gap.',
    needs: [],
    messages: { message },
    options: { allow: { type: 'array', description: 'Allow.', items: { type: 'string' }, default: [] } },
    examples: { wrong: [], right: [] },
    *check() {},
  }),
];
