import { isDeepStrictEqual } from 'node:util';
import { Ajv } from 'ajv';
import type { OptionsSchema } from '../../src/lint/options.ts';

const ajv = new Ajv({ allErrors: true, strict: true });

/** What is wrong with the options of an example: unknown, of a wrong type, or no more than the defaults. */
export function optionProblems(schema: OptionsSchema, options: Readonly<Record<string, unknown>>): string[] {
  const problems: string[] = [];
  for (const [name, value] of Object.entries(options)) {
    const option = schema[name];
    if (!option) problems.push(`The rule has no option “${name}”.`);
    else if (!ajv.validate(option, value))
      problems.push(`The option “${name}” is not valid: ${ajv.errorsText(ajv.errors)}.`);
    else if (isDeepStrictEqual(value, option.default))
      problems.push(`The option “${name}” is set to its default; leave it out.`);
  }
  return problems;
}

/** What is wrong with the declaration of the options themselves. */
export function schemaProblems(schema: OptionsSchema): string[] {
  const problems: string[] = [];
  for (const [name, option] of Object.entries(schema)) {
    if (!/^[a-z][A-Za-z]*$/.test(name)) problems.push(`The option “${name}” is not named in camel case.`);
    if (!option.description.endsWith('.'))
      problems.push(`The description of “${name}” does not end with a full stop.`);
    if (!ajv.validate(option, option.default))
      problems.push(`The default of “${name}” is not valid: ${ajv.errorsText(ajv.errors)}.`);
  }
  return problems;
}
