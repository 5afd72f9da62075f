import { subjectKinds } from '../policy/view/subjects.ts';
import { viewSchema, viewVersion } from '../policy/view/view-schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The documentation page of the data that policies see, in markdown; made of its schema. */
export function policyViewPage(): string {
  const definitions = fieldsOf(viewSchema.definitions);
  const parts = Object.entries(definitions).flatMap(([name, definition]) => {
    const { description, properties } = fieldsOf(definition);
    const rows = Object.entries(fieldsOf(properties)).map(([key, schema]) => {
      const { description: meaning } = fieldsOf(schema);
      const words = typeof meaning === 'string' ? meaning : referred(schema, definitions);
      return `| \`${key}\` | ${typeOf(fieldsOf(schema))} | ${words.replaceAll('|', '\\|')} |`;
    });
    const isSubject = subjectKinds.some((kind) => kind === name);
    return [
      `## ${name}`,
      `${String(description)}${isSubject ? ` Seen by policies with \`appliesTo: ${name}\`.` : ''}`,
      ['| property | type | what it is |', '|---|---|---|', ...rows].join('\n'),
    ];
  });
  const head = [
    '# What policies see',
    `Version ${viewVersion}. Properties may be added within a version; the number counts up when one goes away or changes its meaning. ` +
      '[schema/policy-view.schema.json](../schema/policy-view.schema.json) says the same to programs, and [policies.md](policies.md) how policies are written. ' +
      'Every property is always there; what a page does not say is `null`, or an empty list.',
  ];
  return `${[...head, ...parts].join('\n\n')}\n`;
}

function typeOf(schema: Fields): string {
  const { $ref, type, items, oneOf } = schema;
  if (typeof $ref === 'string') return linked($ref);
  if (Array.isArray(oneOf)) return oneOf.map((one) => typeOf(fieldsOf(one))).join(' or ');
  if (type === 'array') return `list of ${typeOf(fieldsOf(items))}`;
  const words = Array.isArray(schema.enum)
    ? schema.enum.map((word) => (word === null ? 'null' : `\`${word}\``))
    : [type].flat().map(String);
  return words.join(' or ');
}

const linked = (reference: string): string => {
  const name = reference.split('/').at(-1) ?? '';
  return `[${name}](#${name.toLowerCase()})`;
};

function referred(schema: unknown, definitions: Fields): string {
  const { $ref } = fieldsOf(schema);
  const { description } = fieldsOf(
    typeof $ref === 'string' ? definitions[$ref.split('/').at(-1) ?? ''] : null,
  );
  return typeof description === 'string' ? description : '';
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
