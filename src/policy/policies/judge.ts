import type { Ajv, ErrorObject } from 'ajv';
import type { Span } from '../../text/span.ts';
import { loadAjv } from '../load-ajv.ts';
import { type Placed, plain, spanAt, spanWithin, valueAt } from '../view/placed.ts';
import { ajvOptions, judgeKey } from './ajv-options.ts';
import { builtJudges, type Validate } from './built-judges.ts';
import { linearTime, patternOf } from './patterns.ts';
import { reasonOf } from './reasons.ts';
import { isFields, reachable } from './schema-walk.ts';
import type { Schema } from './written-policy.ts';

/** What is wrong at one place of the data. */
export interface Problem {
  /** Keys and indexes that lead to the value. */
  readonly path: readonly string[];
  /** The words that say it, or the nearest words around it; null where there are none, as in data without a page. */
  readonly span: Span | null;
  /** The value itself. */
  readonly value: Placed | undefined;
  /** What the schema says of it, ends of sentences that begin with "It". */
  readonly reasons: readonly string[];
}

/** Judges a value; no problem where the policy is not about it. */
export type Judge = (subject: Placed) => readonly Problem[];

/** Keywords that try several schemas: what each says is of no use where none of them fits. */
const choices = new Set(['anyOf', 'oneOf', 'contains', 'propertyNames']);

let made: Ajv | null = null;

function ajv(): Ajv {
  made ??= new (loadAjv())({ ...ajvOptions, code: { regExp: linearTime } });
  return made;
}

/** The mistakes that JSON Schema's own schema finds in a schema. */
export function metaErrors(schema: Schema): readonly ErrorObject[] {
  if (typeof schema === 'boolean') return [];
  ajv().validateSchema(schema);
  return ajv().errors ?? [];
}

/**
 * Makes the function that judges by a policy, or takes the one that the build has made.
 * @throws Error where ajv does not take one of the schemas
 */
export function judgeOf(when: Schema, schema: Schema): Judge {
  const built = builtJudges?.get(judgeKey(when, schema));
  const isMeant: Validate = built?.isMeant ?? ajv().compile(when);
  const validate: Validate = built?.validate ?? ajv().compile(schema);
  return (subject) => {
    const data = plain(subject);
    if (!isMeant(data) || validate(data)) return [];
    return grouped(toldApart(validate.errors ?? [], schema).map((error) => problemOf(error, subject)));
  };
}

/** Leaves out what says nothing by itself: the errors of alternatives none of which fits, and of the wrapping `if`. */
function toldApart(errors: readonly ErrorObject[], root: Schema): ErrorObject[] {
  const silent = new Set<ErrorObject>();
  for (const [index, error] of errors.entries()) {
    if (error.keyword === 'if') silent.add(error);
    if (!choices.has(error.keyword)) continue;
    const inside = reachable(root, [error.schema].flat());
    for (const before of errors.slice(0, index))
      if (inside.has(before.parentSchema) && isWithin(before.instancePath, error.instancePath))
        silent.add(before);
  }
  return errors.filter((error) => !silent.has(error));
}

function isWithin(path: string, around: string): boolean {
  return path === around || path.startsWith(`${around}/`);
}

function problemOf(error: ErrorObject, subject: Placed): Problem {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const extra = error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : [];
  const value = valueAt(subject, path);
  return {
    path: [...path, ...extra],
    span: wordsOf(error, value) ?? spanAt(subject, [...path, ...extra]),
    value,
    reasons: [reasonOf(error)],
  };
}

/** Where a text holds what it should not, the very words. */
function wordsOf({ keyword, schema }: ErrorObject, value: Placed | undefined): Span | null {
  if (keyword !== 'not' || typeof value?.value !== 'string' || !isFields(schema)) return null;
  if (typeof schema.pattern !== 'string') return null;
  const found = patternOf(schema.pattern).find(value.value);
  return found && found[1] > found[0] ? spanWithin(value, ...found) : null;
}

/** Problems at the same words are one. */
function grouped(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, Problem>();
  for (const problem of problems) {
    const { span, path } = problem;
    const key = span ? `${span.page} ${span.start} ${span.end}` : path.join('/');
    const known = groups.get(key);
    const reasons = [...new Set([...(known?.reasons ?? []), ...problem.reasons])];
    groups.set(key, { ...(known ?? problem), reasons });
  }
  return [...groups.values()];
}
