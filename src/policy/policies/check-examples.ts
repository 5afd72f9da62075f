import type { Ajv } from 'ajv';
import { loadAjv } from '../load-ajv.ts';
import { viewSchema } from '../view/view-schema.ts';
import type { Policy } from './policy.ts';
import { isFields } from './schema-walk.ts';

let made: Ajv | null = null;

/** The view's schema where everything may be missing: examples say only what matters. */
function ajv(): Ajv {
  if (made === null) {
    made = new (loadAjv())({ strict: false, allErrors: true });
    made.addSchema(withoutRequired(viewSchema) as object, 'view');
  }
  return made;
}

function withoutRequired(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRequired);
  if (!isFields(value)) return value;
  const entries = Object.entries(value).filter(([key, part]) => key !== 'required' || !Array.isArray(part));
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutRequired(part)]));
}

/** Examples that could not be what they say: neither a page nor data, both, or data that no page ever gives. */
export function exampleMistakes(policy: Policy): { path: readonly string[]; sentence: string }[] {
  const { examples, appliesTo } = policy;
  return (['valid', 'invalid'] as const).flatMap((kind) =>
    examples[kind].flatMap((example, index) => {
      const path = ['examples', kind, String(index)];
      if ((example.page === undefined) === (example.data === undefined))
        return [{ path, sentence: 'An example has either “page” or “data”. Write one of them.' }];
      if (example.data === undefined) return [];
      ajv().validate(`view#/definitions/${appliesTo}`, example.data);
      const [error] = ajv().errors ?? [];
      if (error === undefined) return [];
      const steps = error.instancePath.split('/').slice(1);
      const extra = error.keyword === 'additionalProperties' ? String(error.params.additionalProperty) : null;
      const name = ['data', ...steps, ...(extra === null ? [] : [extra])].join(' > ');
      const what =
        extra === null
          ? `is not what the data of a ${appliesTo} can be: it ${error.message ?? 'is of another kind'}`
          : `is not among the data of a ${appliesTo}`;
      const at = [...path, 'data', ...steps, ...(extra === null ? [] : [extra])];
      return [{ path: at, sentence: `“${name}” ${what}. docs/policy-view.md lists the data.` }];
    }),
  );
}
