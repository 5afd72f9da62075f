/** A line (from 1) of a file, as reports name it. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Where a setting comes from. */
export type Origin =
  | { readonly kind: 'default' }
  /** Told by the files that are there. */
  | { readonly kind: 'detected' }
  /** `at` is where the preset is named; null where it holds because nothing else was asked for. */
  | { readonly kind: 'preset'; readonly preset: string; readonly at: Place | null }
  /** `key` is the part of the config that an option is taken from, where that is not the rule’s own entry: `ladder`. */
  | ({ readonly kind: 'config'; readonly key?: string } & Place)
  | ({ readonly kind: 'override'; readonly files: readonly string[] } & Place)
  /** The policy's own severity. */
  | ({ readonly kind: 'policy' } & Place)
  | { readonly kind: 'command-line'; readonly option: string };

/** A value with where it comes from. */
export interface Setting<Value> {
  readonly value: Value;
  readonly from: Origin;
}
