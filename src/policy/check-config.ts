import { Ajv, type ErrorObject } from 'ajv';
import type { Failure } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { WrittenConfig } from './config.ts';
import { configSchema } from './config-schema.ts';
import type { ParsedConfig } from './parse-config.ts';

/** Makes a function that says every mistake of a config at once, each as a sentence with its line. */
export function configChecker(rules: readonly Rule[]): (file: string, config: ParsedConfig) => Failure[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, strictRequired: false });
  const validate = ajv.compile<WrittenConfig>(configSchema(rules));
  return (file, config) => {
    if (validate(config.data)) return [];
    const failures = (validate.errors ?? [])
      .filter(({ keyword }) => keyword !== 'if')
      .map((error): Failure => {
        const path = stepsOf(error.instancePath);
        const extra =
          error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : [];
        const line = config.lineOf([...path, ...extra], extra.length > 0);
        return { file, line, message: `${file}:${line}: ${sentence(error, path)}` };
      });
    return failures.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  };
}

/** Takes a JSON pointer apart. */
function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function sentence(error: ErrorObject, path: readonly string[]): string {
  const name = nameOf(path);
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
          ? 'The config has no key'
          : `${name} has no key`;
      return `${what} “${key}”. ${hint(key, known, known.length > 0 ? `Known are ${listed(known)}.` : 'Remove it.')}`;
    }
    case 'enum': {
      const allowed = Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : [];
      return `${name} is ${shown(data)}, which is none of ${listed(allowed)}. ${hint(String(data), allowed, 'Choose one of them.')}`;
    }
    case 'type': {
      const wanted = Array.isArray(params.type) ? params.type.map(String) : [String(params.type)];
      return `${name} is ${shown(data)}, but should be ${wanted.map((type) => kinds[type] ?? type).join(' or ')}.`;
    }
    case 'required':
      return `${name} lacks the key “${String(params.missingProperty)}”. Add it.`;
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
  '^[1-9][0-9]*-[1-9][0-9]*$': '7 or "7-8"',
};

/** `rules > grade/gap > allow > item 2` */
function nameOf(path: readonly string[]): string {
  if (path.length === 0) return 'The config';
  return `“${path.map((step) => (/^\d+$/u.test(step) ? `item ${Number(step) + 1}` : step)).join(' > ')}”`;
}

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
