import { didYouMean } from '../../text/did-you-mean.ts';
import { patternProblem } from './patterns.ts';
import { type Fields, isFields, resolveReference, subSchemas } from './schema-walk.ts';
import { itemType, jsonTypes, partsOf, partType, type ViewType } from './view-types.ts';

/** A mistake in a schema: where it stands, from the schema's own top, and a sentence on it. */
export interface SchemaMistake {
  readonly path: readonly string[];
  /** Whether the key at the end of the path is wrong, and not its value. */
  readonly ofKey: boolean;
  readonly sentence: string;
}

/** The keywords of JSON Schema, draft-07, that policies may use. `format` is not among them: `pattern` says the same and more. */
const keywords = (
  '$schema $ref $comment title description default examples definitions type enum const multipleOf maximum exclusiveMaximum minimum ' +
  'exclusiveMinimum maxLength minLength pattern items additionalItems maxItems minItems uniqueItems contains maxProperties ' +
  'minProperties required properties patternProperties additionalProperties dependencies propertyNames if then else allOf anyOf ' +
  'oneOf not'
).split(' ');

const jsonTypeNames = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

/**
 * Finds what JSON Schema itself would let pass: unknown keywords, properties and words that the data never has (a policy that asks for
 * them would be silent, or cry always), references that lead nowhere or in a circle, patterns that can take forever.
 * @param name the key that the schema stands under
 */
export function schemaMistakes(root: unknown, type: ViewType, name: string): SchemaMistake[] {
  if (!isFields(root)) return [];
  const checker = new Checker(root, name);
  checker.check(root, [], type, []);
  for (const [name, schema] of Object.entries(isFields(root.definitions) ? root.definitions : {}))
    if (isFields(schema)) checker.check(schema, ['definitions', name], null, []);
  const known = new Set<string>();
  return checker.mistakes.filter(({ path, sentence }) => {
    const key = JSON.stringify([path, sentence]);
    return !known.has(key) && known.add(key);
  });
}

class Checker {
  readonly mistakes: SchemaMistake[] = [];
  readonly #root: Fields;
  readonly #name: string;
  readonly #seen = new Map<Fields, Set<ViewType>>();

  constructor(root: Fields, name: string) {
    this.#root = root;
    this.#name = name;
  }

  /** @param around schemas that judge the same value and led here */
  check(schema: Fields, path: readonly string[], type: ViewType, around: readonly Fields[]): void {
    if (around.includes(schema)) {
      this.#add(
        path,
        'leads back to itself without going a step into the data, so it would never end. Take one “$ref” out.',
      );
      return;
    }
    const seen = this.#seen.get(schema) ?? new Set();
    if (seen.has(type)) return;
    this.#seen.set(schema, seen.add(type));
    this.#checkKeywords(schema, path);
    this.#checkPatterns(schema, path);
    this.#checkValues(schema, path, type);
    this.#follow(schema, path, type, around);
    for (const part of subSchemas(schema)) {
      const at = [...path, ...part.path];
      if (part.of === 'same') this.check(part.schema, at, type, [...around, schema]);
      else this.check(part.schema, at, this.#partOf(type, part.of, at), []);
    }
  }

  #partOf(
    type: ViewType,
    of: 'items' | 'any' | { property: string } | { item: number },
    at: readonly string[],
  ): ViewType {
    if (of === 'any') return null;
    if (of === 'items' || 'item' in of) return itemType(type);
    const part = partType(type, of.property);
    if (part !== undefined) return part;
    this.#unknownPart(of.property, type, at, true);
    return null;
  }

  #unknownPart(name: string, type: ViewType, path: readonly string[], ofKey: boolean): void {
    const parts = partsOf(type);
    const all = parts.length > 0 ? `Known are ${parts.join(', ')}.` : 'This value has no properties.';
    this.mistakes.push({
      path,
      ofKey,
      sentence: `The data has no property “${name}” here. ${hint(name, parts, all)}`,
    });
  }

  #checkKeywords(schema: Fields, path: readonly string[]): void {
    for (const key of Object.keys(schema).filter((one) => !keywords.includes(one))) {
      const sentence = `There is no keyword “${key}” in the JSON Schema of policies. ${hint(key, keywords, 'docs/policies.md lists them.')}`;
      this.mistakes.push({ path: [...path, key], ofKey: true, sentence });
    }
  }

  #checkPatterns(schema: Fields, path: readonly string[]): void {
    const patterns: [string, readonly string[], boolean][] = [
      ...(typeof schema.pattern === 'string'
        ? [[schema.pattern, [...path, 'pattern'], false] satisfies [string, readonly string[], boolean]]
        : []),
      ...Object.keys(isFields(schema.patternProperties) ? schema.patternProperties : {}).map(
        (key): [string, readonly string[], boolean] => [key, [...path, 'patternProperties', key], true],
      ),
    ];
    for (const [pattern, at, ofKey] of patterns) {
      const problem = patternProblem(pattern);
      if (problem !== null)
        this.mistakes.push({ path: at, ofKey, sentence: `The pattern “${pattern}” ${problem}` });
    }
  }

  /** Types and words that the data cannot have. */
  #checkValues(schema: Fields, path: readonly string[], type: ViewType): void {
    if (type === null) return;
    const can = jsonTypes(type);
    const wanted = [schema.type].flat().filter((name) => typeof name === 'string');
    const isNever =
      wanted.length > 0 &&
      can.length > 0 &&
      wanted.every((name) => jsonTypeNames.includes(name)) &&
      wanted.every((name) => !can.includes(name === 'integer' ? 'number' : name));
    if (isNever)
      this.#add(
        [...path, 'type'],
        `is ${wanted.join(' or ')}, but the data has ${can.join(' or ')} here. Write one of these.`,
      );
    for (const [index, name] of (Array.isArray(schema.required) ? schema.required : []).entries()) {
      if (typeof name === 'string' && partType(type, name) === undefined)
        this.#unknownPart(name, type, [...path, 'required', String(index)], false);
    }
    const words = Array.isArray(type.enum) ? type.enum : null;
    if (words === null) return;
    const known = words.filter((word) => typeof word === 'string');
    const stated: [unknown, string[]][] = [
      ...('const' in schema ? [[schema.const, [...path, 'const']] satisfies [unknown, string[]]] : []),
      ...(Array.isArray(schema.enum) ? schema.enum : []).map((word, index): [unknown, string[]] => [
        word,
        [...path, 'enum', String(index)],
      ]),
    ];
    for (const [word, at] of stated) {
      if (words.includes(word) || (word === null && can.includes('null'))) continue;
      const sentence = `The data never has “${String(word)}” here. ${hint(String(word), known, `It has ${known.join(', ')}.`)}`;
      this.mistakes.push({ path: at, ofKey: false, sentence });
    }
  }

  #follow(schema: Fields, path: readonly string[], type: ViewType, around: readonly Fields[]): void {
    const reference = schema.$ref;
    if (typeof reference !== 'string') return;
    const found = resolveReference(this.#root, reference);
    if (found === null) {
      const names = Object.keys(isFields(this.#root.definitions) ? this.#root.definitions : {});
      const near = didYouMean(
        reference,
        names.map((name) => `#/definitions/${name}`),
      );
      this.#add(
        [...path, '$ref'],
        `is “${reference}”, which is not in this schema. ${near.length > 0 ? `Did you mean “${near.join('” or “')}”?` : 'Only #/definitions/… of the same schema can be meant.'}`,
      );
    } else if (isFields(found.schema)) {
      if (around.includes(found.schema) || found.schema === schema)
        this.check(found.schema, [...path, '$ref'], type, [...around, found.schema]);
      else this.check(found.schema, found.path, type, [...around, schema]);
    }
  }

  #add(path: readonly string[], rest: string): void {
    this.mistakes.push({ path, ofKey: false, sentence: `“${[this.#name, ...path].join(' > ')}” ${rest}` });
  }
}

function hint(word: string, known: readonly string[], otherwise: string): string {
  const near = didYouMean(word, known);
  return near.length > 0 ? `Did you mean ${near.map((one) => `“${one}”`).join(' or ')}?` : otherwise;
}
