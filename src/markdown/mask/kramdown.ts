import { type Dialect, finder } from './dialect.ts';

// Quoted values may hold braces. The length is bounded so that a line full of `{:` stays linear.
const ATTRIBUTES = /\{:(?:[^{}"'\n\r]|"[^"\n\r]{0,300}"|'[^'\n\r]{0,300}'){0,400}\}/y;

/**
 * kramdown's attribute lists and extensions: `{: #id .class}`, `{:toc}`, `{::options … /}`, `{:/}`.
 * A comment extension is masked with all that stands in it.
 * https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function kramdown(text: string): Dialect {
  const closing = finder(text, '{:/');
  return ({ at }) => {
    if (text.charCodeAt(at + 1) !== 0x3a) return null;
    ATTRIBUTES.lastIndex = at;
    const source = ATTRIBUTES.exec(text)?.[0];
    // `{:success=>true}` is a Ruby hash that somebody pasted, not an attribute list.
    if (source === undefined || source.includes('=>')) return null;
    const end = at + source.length;
    if (!/^\{::comment\s*\}$/.test(source)) return { kind: 'attribute', end };
    const close = closing(end);
    const closeEnd = close === -1 ? -1 : text.indexOf('}', close);
    return closeEnd === -1 ? { kind: 'attribute', end } : { kind: 'comment', end: closeEnd + 1 };
  };
}
