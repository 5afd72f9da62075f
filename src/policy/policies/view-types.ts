import type { SubjectKind } from '../view/subjects.ts';
import { viewSchema } from '../view/view-schema.ts';
import { type Fields, isFields, resolveReference } from './schema-walk.ts';

/** What the view says of a value: null where anything may stand. */
export type ViewType = Fields | null;

/** What a policy about this kind sees. */
export function viewOf(kind: SubjectKind): ViewType {
  return typeBehind({ $ref: `#/definitions/${kind}` });
}

/** The type of one part of a value, null where that is not known, and undefined where there is no such part. */
export function partType(type: ViewType, step: string): ViewType | undefined {
  if (type === null) return null;
  if (isFields(type.items)) return /^\d+$/.test(step) ? typeBehind(type.items) : undefined;
  const { properties } = type;
  // Front matter may hold anything.
  if (!isFields(properties)) return type.type === 'object' ? null : undefined;
  return Object.hasOwn(properties, step) ? typeBehind(properties[step]) : undefined;
}

/** The type of the items of a list, or null. */
export function itemType(type: ViewType): ViewType {
  return type !== null && isFields(type.items) ? typeBehind(type.items) : null;
}

/** Names of the parts, empty where they are not known. */
export function partsOf(type: ViewType): string[] {
  return type !== null && isFields(type.properties) ? Object.keys(type.properties) : [];
}

/** The JSON types that a value can be of, empty where they are not known; `number` stands for whole numbers too. */
export function jsonTypes(type: ViewType): string[] {
  const names = [type?.type].flat().filter((name) => typeof name === 'string');
  const plain = names.map((name) => (name === 'integer' ? 'number' : name));
  return type?.orNull === true ? [...plain, 'null'] : plain;
}

function typeBehind(schema: unknown): ViewType {
  if (!isFields(schema)) return null;
  if (typeof schema.$ref === 'string') {
    const found = isFields(viewSchema) ? resolveReference(viewSchema, schema.$ref) : null;
    return typeBehind(found?.schema);
  }
  if (!Array.isArray(schema.oneOf)) return schema;
  const [first] = schema.oneOf;
  const inner = typeBehind(first);
  return inner && { ...inner, orNull: true };
}
