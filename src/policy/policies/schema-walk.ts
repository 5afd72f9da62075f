import type { Schema } from './written-policy.ts';

/** Keywords whose value is a schema for the same value. */
const inPlace = ['not', 'if', 'then', 'else'] as const;
/** Keywords whose value is a list of schemas for the same value. */
const inPlaceLists = ['allOf', 'anyOf', 'oneOf'] as const;
/** Keywords whose value is a schema for the parts of a list. */
const ofItems = ['items', 'additionalItems', 'contains'] as const;

export type Fields = Readonly<Record<string, unknown>>;

/** A schema inside a schema, and how the value it is for is reached from that of the outer one. */
export interface SubSchema {
  readonly schema: Fields;
  /** Steps from the outer schema. */
  readonly path: readonly string[];
  readonly of: 'same' | 'items' | 'any' | { readonly property: string } | { readonly item: number };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schemas that stand directly in a schema; those of `definitions` only by reference. */
export function subSchemas(schema: Fields): SubSchema[] {
  const found: SubSchema[] = [];
  const add = (value: unknown, path: readonly string[], of: SubSchema['of']) => {
    if (isFields(value)) found.push({ schema: value, path, of });
  };
  for (const key of inPlace) add(schema[key], [key], 'same');
  for (const key of inPlaceLists) each(schema[key], (value, index) => add(value, [key, index], 'same'));
  for (const key of ofItems) add(schema[key], [key], 'items');
  each(schema.items, (value, index) => add(value, ['items', index], { item: Number(index) }));
  for (const [key, value] of entries(schema.properties)) add(value, ['properties', key], { property: key });
  for (const [key, value] of entries(schema.patternProperties)) add(value, ['patternProperties', key], 'any');
  add(schema.additionalProperties, ['additionalProperties'], 'any');
  for (const [key, value] of entries(schema.dependencies)) add(value, ['dependencies', key], 'same');
  return found;
}

/** The schema that a reference inside of `root` means, with its path; null where it means none. */
export function resolveReference(
  root: Fields,
  reference: string,
): { readonly schema: unknown; readonly path: readonly string[] } | null {
  if (reference !== '#' && !reference.startsWith('#/')) return null;
  const path = reference
    .split('/')
    .slice(1)
    .map((step) => decoded(step).replaceAll('~1', '/').replaceAll('~0', '~'));
  let at: unknown = root;
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)];
    else if (isFields(at) && Object.hasOwn(at, step)) at = at[step];
    else return null;
  }
  return at === undefined ? null : { schema: at, path };
}

/** Every schema that takes part in judging the value of a schema itself, references followed, each once. */
export function reachable(root: Schema, from: readonly unknown[]): Set<unknown> {
  const seen = new Set<unknown>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!isFields(at) || seen.has(at)) continue;
    seen.add(at);
    open.push(...subSchemas(at).map(({ schema }) => schema));
    if (typeof at.$ref === 'string' && isFields(root)) open.push(resolveReference(root, at.$ref)?.schema);
  }
  return seen;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function each(value: unknown, visit: (item: unknown, index: string) => void): void {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, String(index));
}

function entries(value: unknown): [string, unknown][] {
  return isFields(value) ? Object.entries(value) : [];
}
