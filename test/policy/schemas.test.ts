import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { configSchema } from '../../src/policy/config-schema.ts';
import { policySchema } from '../../src/policy/policies/written-policy.ts';
import { waiverSchema } from '../../src/policy/waiver-schema.ts';

it.each([
  ['of configs', configSchema(rules)],
  ['of policies', policySchema],
  ['of waivers', waiverSchema],
])('the schema %s is one', (_, schema) => {
  const ajv = new Ajv({ allErrors: true });
  ajv.validateSchema(schema);
  expect(ajv.errors ?? []).toEqual([]);
});
