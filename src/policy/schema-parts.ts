/** A JSON Schema, draft-07. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A list of texts that are not empty. */
export const texts = (description: string) => ({
  description,
  type: 'array',
  items: { type: 'string', minLength: 1 },
});

/** A mapping with these keys and no others. */
export const closed = (description: string, properties: JsonSchema, required: readonly string[] = []) => ({
  description,
  type: 'object',
  properties,
  additionalProperties: false,
  ...(required.length > 0 && { required }),
});
