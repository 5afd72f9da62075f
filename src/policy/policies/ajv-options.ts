import type { Options } from 'ajv';
import type { Schema } from './written-policy.ts';

/** How schemas of policies are read. Strict: what ajv does not know is an error. */
export const ajvOptions: Options = {
  strict: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  allErrors: true,
  verbose: true,
  logger: false,
};

/** The name under which the build keeps the validators of a policy: whatever else is changed of it, they stay. */
export const judgeKey = (when: Schema, schema: Schema): string => JSON.stringify([when, schema]);
