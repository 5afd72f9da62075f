/** JSON Schema of one option, as far as rules may use it; every option has a description and a default. */
export type OptionSchema =
  | { readonly type: 'boolean'; readonly description: string; readonly default: boolean }
  | {
      readonly type: 'integer' | 'number';
      readonly description: string;
      readonly default: number;
      readonly minimum?: number;
      readonly maximum?: number;
    }
  | {
      readonly type: 'string';
      readonly description: string;
      readonly default: string;
      readonly enum?: readonly string[];
    }
  | {
      readonly type: 'array';
      readonly description: string;
      readonly items: { readonly type: 'string' } | { readonly type: 'integer' };
      readonly default: readonly string[] | readonly number[];
    }
  | {
      /** Free-form records, such as synonyms by section name. */
      readonly type: 'object';
      readonly description: string;
      readonly additionalProperties: { readonly type: 'array'; readonly items: { readonly type: 'string' } };
      readonly default: Readonly<Record<string, readonly string[]>>;
    };

/** A rule's options by name; `{}` for a rule without any. */
export type OptionsSchema = Readonly<Record<string, OptionSchema>>;

type OptionValue<S extends OptionSchema> = S extends { readonly type: 'boolean' }
  ? boolean
  : S extends { readonly type: 'integer' | 'number' }
    ? number
    : S extends { readonly type: 'string'; readonly enum: readonly (infer Value)[] }
      ? Value
      : S extends { readonly type: 'string' }
        ? string
        : S extends { readonly type: 'array'; readonly items: { readonly type: 'integer' } }
          ? readonly number[]
          : S extends { readonly type: 'array' }
            ? readonly string[]
            : S extends { readonly type: 'object' }
              ? Readonly<Record<string, readonly string[]>>
              : never;

/** The values that a rule's `check` gets: defaults filled in, types checked. */
export type Options<Schema extends OptionsSchema> = {
  readonly [Name in keyof Schema]: OptionValue<Schema[Name]>;
};

/** The defaults of all options. */
export function defaultsOf<Schema extends OptionsSchema>(schema: Schema): Options<Schema> {
  return Object.fromEntries(
    Object.entries(schema).map(([name, option]) => [name, option.default]),
  ) as Options<Schema>;
}
