import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { isModule } from './is-module.ts';

/**
 * Puts a validator made ahead in the place of src/policy/built-check.ts: making it takes ajv some hundred milliseconds. It is made of the
 * published schema; where that is not the one of the rules, as before `npm run docs`, the program does without.
 */
export const configCheck = {
  name: 'config-check',
  load(id: string) {
    if (!isModule(id, 'src/policy/built-check.ts')) return null;
    const schema = JSON.parse(readFileSync('schema/config.schema.json', 'utf8'));
    const ajv = new Ajv({
      allowUnionTypes: true,
      strictRequired: false,
      messages: false,
      // Lengths are only asked to be 1 or more, so units will do; counting characters would take a part of ajv along.
      unicode: false,
      code: { source: true, esm: true, optimize: 2 },
    });
    const code = standalone.default(ajv, ajv.compile(schema));
    const text = JSON.stringify(JSON.stringify(schema));
    return {
      code: `${code}\nexport const builtCheck = { schema: ${text}, isValid: (data) => validate(data) };\n`,
      moduleType: 'js' as const,
    };
  },
};
