/** A validator of configs that the build has made of the published schema. */
export interface BuiltCheck {
  /** The schema that it was made of, as JSON without blanks. */
  readonly schema: string;
  /** Whether a config is as the schema asks for. */
  readonly isValid: (data: unknown) => boolean;
}

/** Null here: the build puts another module in the place of this one, so that a plain run need not load ajv and make a validator. */
export const builtCheck: BuiltCheck | null = null;
