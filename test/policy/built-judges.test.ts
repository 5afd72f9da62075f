import { Ajv, type ErrorObject } from 'ajv';
import { describe, expect, it } from 'vitest';
import { judges } from '../../scripts/build/judges.ts';
import { bundledFiles } from '../../src/host/bundled-files.ts';
import { extract } from '../../src/lint/extract.ts';
import { ajvOptions, judgeKey } from '../../src/policy/policies/ajv-options.ts';
import type { BuiltJudge } from '../../src/policy/policies/built-judges.ts';
import { loadPolicies } from '../../src/policy/policies/load-policies.ts';
import { nativePattern } from '../../src/policy/policies/native-pattern.ts';
import { linearTime } from '../../src/policy/policies/patterns.ts';
import { plain } from '../../src/policy/view/placed.ts';
import { corpusView } from '../../src/policy/view/view.ts';
import { siteFacts, siteOfPages } from '../../src/site/site-facts.ts';
import { memoryFiles } from '../support/memory-files.ts';

/** What the build puts in the place of src/policy/policies/built-judges.ts. */
function built(): ReadonlyMap<string, BuiltJudge> {
  const { code = '' } = judges.load('/src/policy/policies/built-judges.ts') ?? {};
  const body = code
    .replace(/^import .*$/gm, '')
    .replace(/^export /gm, '')
    .replaceAll(';export const', ';const');
  return new Function('nativePattern', `${body.replace(/export const/g, 'const')}\nreturn builtJudges;`)(
    nativePattern,
  );
}

const withoutSchemas = (errors: readonly ErrorObject[] | null | undefined) =>
  (errors ?? []).map(({ instancePath, schemaPath, keyword, params }) => ({
    instancePath,
    schemaPath,
    keyword,
    params,
  }));

describe('the judges that the build makes of the preset’s policies', () => {
  const { policies } = loadPolicies(memoryFiles({}), [], bundledFiles('presets/gitlab'));
  const all = built();

  it('are one for each policy', () => {
    expect([...all.keys()]).toEqual(policies.map(({ when, schema }) => judgeKey(when, schema)));
  });

  it.each(policies.map((policy) => [policy.id, policy] as const))(
    'find in the examples of all what ajv finds: %s',
    (_, { when, schema, appliesTo }) => {
      const ajv = new Ajv({ ...ajvOptions, code: { regExp: linearTime } });
      const [isMeant, validate] = [ajv.compile(when), ajv.compile(schema)];
      const own = all.get(judgeKey(when, schema));
      let count = 0;
      for (const { examples } of policies)
        for (const { page = '', path = 'job-families/example/index.md' } of [
          ...examples.valid,
          ...examples.invalid,
        ]) {
          const pages = [extract(path, page.replace(/[⟦⟧]/g, ''))];
          const view = corpusView({ pages, site: siteFacts(pages, siteOfPages(pages)) });
          for (const subject of view.subjects(appliesTo)) {
            const data = plain(subject.data);
            expect(own?.isMeant(data)).toBe(isMeant(data));
            expect(own?.validate(data)).toBe(validate(data));
            expect(withoutSchemas(own?.validate.errors)).toEqual(withoutSchemas(validate.errors));
            count += 1;
          }
        }
      expect(count).toBeGreaterThan(10);
    },
  );
});
