import type { ErrorObject } from 'ajv';
import { didYouMean } from '../../text/did-you-mean.ts';

/** What a schema says of a value, in words that finish the sentence "It …". */
export function reasonOf(error: ErrorObject): string {
  const { keyword, params, data } = error;
  switch (keyword) {
    case 'required':
      return `lacks ${quoted(params.missingProperty)}`;
    case 'const':
      return `should be ${quoted(params.allowedValue)}`;
    case 'enum':
      return `should be ${listed(Array.isArray(params.allowedValues) ? params.allowedValues : [])}`;
    case 'pattern':
      return `does not fit the pattern ${String(params.pattern)}`;
    case 'type':
      return data === null ? 'is missing' : `should be ${listed([params.type].flat(), false)}`;
    case 'minimum':
    case 'maximum':
      return `should be at ${keyword === 'minimum' ? 'least' : 'most'} ${params.limit}`;
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `should be ${keyword === 'exclusiveMinimum' ? 'more' : 'less'} than ${params.limit}`;
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return params.limit === 1 ? 'is empty' : `is too short: at least ${params.limit} ${units[keyword]}`;
    case 'maxItems':
    case 'maxLength':
    case 'maxProperties':
      return params.limit === 0
        ? 'should not be there'
        : `is too long: at most ${params.limit} ${units[keyword]}`;
    case 'contains':
      return 'has none of what should be there';
    case 'not':
      return 'is what it should not be';
    case 'additionalProperties':
      return `has ${quoted(params.additionalProperty)}, which should not be there`;
    case 'uniqueItems':
      return 'has an entry twice';
    case 'false schema':
      return 'should not be there';
    case 'anyOf':
    case 'oneOf':
      return 'is none of what it may be';
    default:
      return error.message ?? 'is not as it should be';
  }
}

const units: Readonly<Record<string, string>> = {
  minItems: 'entries',
  maxItems: 'entries',
  minLength: 'characters',
  maxLength: 'characters',
  minProperties: 'parts',
  maxProperties: 'parts',
};

function quoted(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : value === null ? 'missing' : JSON.stringify(value);
}

function listed(values: readonly unknown[], isQuoted = true): string {
  const words = values.map((value) => (isQuoted ? quoted(value) : String(value)));
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('');
}

/** What JSON Schema's own schema says of a schema. */
export function metaSentence(error: ErrorObject, path: readonly string[]): string {
  const { keyword, params, data } = error;
  const name = `“${path.join(' > ')}”`;
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
    const known = params.allowedValues.map(String);
    const near = typeof data === 'string' ? didYouMean(data, known) : [];
    const hint = near.length > 0 ? ` Did you mean “${near.join('” or “')}”?` : ' Choose one of them.';
    return `${name} is ${quoted(data)}, which is none of ${listed(known, false)}.${hint}`;
  }
  const what = typeof data === 'object' && data !== null ? '' : ` is ${quoted(data)}, which`;
  return `${name}${what} is no JSON Schema: it ${reasonOf({ ...error, data: 0 })}. Mend it.`;
}
