import type { ErrorObject } from 'ajv';

/** What ajv makes of a schema. */
export interface Validate {
  (data: unknown): boolean;
  /** What the last call found. */
  errors?: ErrorObject[] | null;
}

/** Validators of a policy that comes with the program. */
export interface BuiltJudge {
  readonly isMeant: Validate;
  readonly validate: Validate;
}

/**
 * By `judgeKey`. Null here: the build puts the validators of the presets' policies in the place, so that a run under them need not load
 * ajv and make them.
 */
export const builtJudges: ReadonlyMap<string, BuiltJudge> | null = null;
