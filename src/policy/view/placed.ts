import type { InlineText } from '../../markdown/document.ts';
import { sourceSpan } from '../../markdown/inline-text.ts';
import type { Span } from '../../text/span.ts';

/** A value of a JSON document. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON value that knows the words of the page it was read from, and so do its parts. */
export interface Placed {
  /** Null where no words of the page say it: a count, or something that is missing. */
  readonly span: Span | null;
  readonly value: string | number | boolean | null | readonly Placed[] | { readonly [key: string]: Placed };
  /** Where the same is said in words of another page: the grade that a manager's own page states. */
  readonly elsewhere?: Span | null;
  /** For a text: the way from its units to the source. */
  readonly inline?: InlineText;
}

export function placed(value: Placed['value'], span: Span | null = null): Placed {
  return { value, span };
}

/** A text of a page. */
export function placedText(inline: InlineText, span: Span): Placed {
  return { value: inline.text, span, inline };
}

/** Where the units [from, to) of a text stand; all its words where that is not known. */
export function spanWithin({ inline, span }: Placed, from: number, to: number): Span | null {
  return inline && span ? sourceSpan(inline, span.page, from, to) : span;
}

/** A list whose items have their words; the list itself has none. */
export function placedList(items: readonly Placed[], span: Span | null = null): Placed {
  return { value: items, span };
}

/** Any plain JSON, all of which the same words say; what JSON does not know becomes a text. */
export function placedJson(value: unknown, span: Span | null): Placed {
  if (Array.isArray(value))
    return placed(
      value.map((item) => placedJson(item, span)),
      span,
    );
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)
    return placed(value, span);
  if (isRecord(value)) {
    const entries = Object.entries(value).map(([key, part]): [string, Placed] => [
      key,
      placedJson(part, span),
    ]);
    return placed(Object.fromEntries(entries), span);
  }
  return placed(String(value), span);
}

/** Made once for each value: a level's sections are parts of the family too, and all policies look at the same. */
const made = new WeakMap<Placed, Json>();

/** The value without its places; not to be changed. */
export function plain(placed: Placed): Json {
  const { value } = placed;
  if (typeof value !== 'object' || value === null) return value;
  const known = made.get(placed);
  if (known !== undefined) return known;
  const json = isPlacedList(value)
    ? value.map(plain)
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
  made.set(placed, json);
  return json;
}

/** The words of the value at a path of keys and indexes, or, where it has none, of the nearest value around it that has; null where none has. */
export function spanAt(root: Placed, path: readonly string[]): Span | null {
  let span = root.span;
  let at: Placed | undefined = root;
  for (const step of path) {
    at = partOf(at, step);
    if (at === undefined) break;
    span = at.span ?? span;
  }
  return span;
}

/** The value at a path, or undefined where the path leads nowhere. */
export function valueAt(root: Placed, path: readonly string[]): Placed | undefined {
  let at: Placed | undefined = root;
  for (const step of path) at = at && partOf(at, step);
  return at;
}

function partOf({ value }: Placed, step: string): Placed | undefined {
  if (isPlacedList(value)) return value[Number(step)];
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, step) ? value[step] : undefined;
}

function isPlacedList(value: Placed['value']): value is readonly Placed[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
