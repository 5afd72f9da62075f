import { type Dialect, lineEnd, nextLine } from './dialect.ts';

// Bounded, as in kramdown.ts.
const ATTRIBUTES = /\{[ \t]{0,20}[#.](?:[^{}"'\n\r]|"[^"\n\r]{0,300}"|'[^'\n\r]{0,300}'){0,400}\}/y;
const AFTER = /[ \t]{0,1000}(?:#{1,6}[ \t]{0,1000})?(?=[\n\r]|$)/y;
const BLANK = /^[ \t>]*$/;
const ATX = /^[ \t>]*#{1,6}[ \t]/;
const UNDERLINE = /[ \t>]{0,100}(?:=+|-+)[ \t]{0,1000}(?=[\n\r]|$)/y;

/**
 * Attributes in Hugo's (Goldmark's) and kramdown's way, `{#id .class}`, at the end of a heading or on a line of their own.
 * Braces anywhere else are the page's own words: a template may say `{add role name}`.
 */
export function headingAttributes(text: string): Dialect {
  return ({ at, lineStart }) => {
    ATTRIBUTES.lastIndex = at;
    const source = ATTRIBUTES.exec(text)?.[0];
    if (source === undefined) return null;
    const end = at + source.length;
    AFTER.lastIndex = end;
    if (!AFTER.test(text)) return null;
    const before = text.slice(lineStart, Math.min(at, lineStart + 1000));
    if (BLANK.test(before) || ATX.test(before)) return { kind: 'attribute', end };
    UNDERLINE.lastIndex = nextLine(text, lineEnd(text, end));
    return UNDERLINE.test(text) ? { kind: 'attribute', end } : null;
  };
}

/** The id that an attribute list gives (`{#id}`, `{: .class #id}`), or null. */
export function idOf(source: string): string | null {
  const unquoted = source.replace(/"[^"]*"|'[^']*'/g, ' ');
  return (
    /[\s{:#.]#([^\s{}#]+)|^\{#([^\s{}#]+)/
      .exec(unquoted)
      ?.slice(1)
      .find((id) => id !== undefined) ?? null
  );
}
