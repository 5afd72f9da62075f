import type { ErrorObject } from 'ajv';
import type { Failure } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { configSchema } from './config-schema.ts';
import { nameOf } from './key-path.ts';
import { checkLadder } from './ladder/check-ladder.ts';
import { loadAjv } from './load-ajv.ts';
import type { ParsedConfig } from './parse-config.ts';
import type { JsonSchema } from './schema-parts.ts';
import { waiverSchema } from './waiver-schema.ts';

/** Says every mistake of a file at once, each as a sentence with its line. */
export type Check = (file: string, config: ParsedConfig) => Failure[];

export function configChecker(rules: readonly Rule[]): Check {
  const schema = configSchema(rules);
  return (file, config) => {
    const check = checker(withoutUnused(schema, config.data), 'The config');
    return byLine([...check(file, config), ...checkLadder(file, config)]);
  };
}

/** The same schema for this config. Rules that it does not set keep their name alone: making a validator of all their options takes long. */
function withoutUnused(schema: JsonSchema, data: unknown): JsonSchema {
  const written = fieldsOf(data);
  const overrides = Array.isArray(written.overrides) ? written.overrides.map(fieldsOf) : [];
  const used = new Set([written, ...overrides].flatMap(({ rules }) => Object.keys(fieldsOf(rules))));
  const definitions = fieldsOf(schema.definitions);
  const rules = fieldsOf(definitions.rules);
  const properties = Object.fromEntries(
    Object.entries(fieldsOf(rules.properties)).map(([id, rule]) => [id, used.has(id) ? rule : true]),
  );
  return { ...schema, definitions: { ...definitions, rules: { ...rules, properties } } };
}

/** The value where it is a mapping; else an empty one. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** For a file that holds nothing but waivers. */
export function waiversChecker(): Check {
  return checker({ type: 'array', items: waiverSchema }, 'The file');
}

/** @param whole what to call the whole file in sentences */
export function checker(schema: JsonSchema, whole: string): Check {
  // The schemas are our own, and tests say that they are schemas.
  const ajv = new (loadAjv())({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictRequired: false,
    validateSchema: false,
  });
  const validate = ajv.compile<unknown>(schema);
  return (file, config) => {
    if (validate(config.data)) return [];
    const failures = (validate.errors ?? [])
      .filter(({ keyword }) => keyword !== 'if')
      .map((error): Failure => {
        const path = stepsOf(error.instancePath);
        const extra =
          error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : [];
        const line = config.lineOf([...path, ...extra], extra.length > 0);
        return { file, line, message: `${file}:${line}: ${sentence(error, path, whole)}` };
      });
    return byLine(failures);
  };
}

function byLine(failures: readonly Failure[]): Failure[] {
  return [...failures].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Takes a JSON pointer apart. */
function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function sentence(error: ErrorObject, path: readonly string[], whole: string): string {
  const name = path.length === 0 ? whole : nameOf(path);
  const { params, parentSchema, data } = error;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const known = Object.keys(parentSchema?.properties ?? {}).filter((one) => one !== '$schema');
      const at = path.at(-1);
      if (at === 'rules')
        return `There is no rule “${key}”. ${hint(key, known, '“jobfam-lint rules” lists all rules.')}`;
      const isRule = path.at(-2) === 'rules';
      const what = isRule
        ? `The rule ${at} has no option`
        : path.length === 0
          ? `${whole} has no key`
          : `${name} has no key`;
      return `${what} “${key}”. ${hint(key, known, known.length > 0 ? `Known are ${listed(known)}.` : 'Remove it.')}`;
    }
    case 'enum': {
      const allowed = Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : [];
      const [only] = allowed;
      if (allowed.length === 1) return `${name} is ${shown(data)}, but the only word it can be is “${only}”.`;
      return `${name} is ${shown(data)}, which is none of ${listed(allowed)}. ${hint(String(data), allowed, 'Choose one of them.')}`;
    }
    case 'type': {
      const wanted = Array.isArray(params.type) ? params.type.map(String) : [String(params.type)];
      return `${name} is ${shown(data)}, but should be ${wanted.map((type) => kinds[type] ?? type).join(' or ')}.`;
    }
    case 'required': {
      const key = String(params.missingProperty);
      const meaning: unknown = parentSchema?.properties?.[key]?.description;
      const what =
        typeof meaning === 'string' ? `: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}` : '.';
      return `${name} lacks the key “${key}”${what} Add it.`;
    }
    case 'minimum':
    case 'maximum':
      return `${name} is ${shown(data)}, but should be ${error.keyword === 'minimum' ? 'at least' : 'at most'} ${params.limit}.`;
    case 'minItems':
    case 'minLength':
      return `${name} is empty. Fill it in, or remove it.`;
    case 'pattern':
      return `${name} is ${shown(data)}, but should look like ${looks[String(params.pattern)] ?? params.pattern}.`;
    default:
      return `${name} ${error.message ?? 'is wrong'}.`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a mapping of keys to values',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

const looks: Readonly<Record<string, string>> = {
  '^/': '/handbook/, with a leading slash',
  '^https?://[^/]+$': 'https://handbook.example.com, without a path',
  '^[1-9][0-9]?-[1-9][0-9]?$': '7 or "7-8"',
  '^[a-z][a-z0-9]*(-[a-z0-9]+)*$': 'senior-has-grade, in small letters with hyphens between words',
  '^(sha256:)?[0-9a-f]{16,64}$': 'sha256:0123456789abcdef',
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}$': '2027-03-31',
  '^[0-9a-f]{16}$': '16 digits and letters from a to f, as --format json gives it',
};

function hint(word: string, known: readonly string[], otherwise: string): string {
  const near = didYouMean(word, known);
  return near.length > 0 ? `Did you mean ${near.map((one) => `“${one}”`).join(' or ')}?` : otherwise;
}

function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('');
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string'
    ? `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`
    : String(value);
}
