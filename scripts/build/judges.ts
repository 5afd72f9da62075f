import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { parse } from 'yaml';
import { bundledFiles } from '../../src/host/bundled-files.ts';
import { ajvOptions, judgeKey } from '../../src/policy/policies/ajv-options.ts';
import { linearTime } from '../../src/policy/policies/patterns.ts';
import type { Schema, WrittenPolicy } from '../../src/policy/policies/written-policy.ts';
import { isModule } from './is-module.ts';

/**
 * Puts the validators of the presets' policies in the place of src/policy/policies/built-judges.ts. The patterns in them are searched for by
 * JavaScript's own engine, which is faster than the one for patterns of other people: a test holds these to linear time.
 */
export const judges = {
  name: 'judges',
  load(id: string) {
    if (!isModule(id, 'src/policy/policies/built-judges.ts')) return null;
    const policies = bundledFiles('presets/gitlab').flatMap(
      ({ text }) => (parse(text) as { readonly policies: readonly WrittenPolicy[] }).policies,
    );
    const ajv = new Ajv({
      ...ajvOptions,
      code: {
        source: true,
        esm: true,
        regExp: Object.assign((source: string) => linearTime(source), { code: 'nativePattern' }),
      },
    });
    const names: Record<string, string> = {};
    const add = (name: string, schema: Schema): string => {
      ajv.addSchema(schema as object, name);
      names[name] = name;
      return name;
    };
    const entries = policies.map(({ when = true, schema }, index) => {
      const [isMeant, validate] = [add(`isMeant${index}`, when), add(`validate${index}`, schema)];
      return `[${JSON.stringify(judgeKey(when, schema))}, { isMeant: ${isMeant}, validate: ${validate} }]`;
    });
    const code = `
import { nativePattern } from './native-pattern.ts';
${standalone.default(ajv, names)}
export const builtJudges = new Map([${entries.join(',\n')}]);
`;
    return { code, moduleType: 'js' as const };
  },
};
