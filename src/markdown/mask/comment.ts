import { type Dialect, finder } from './dialect.ts';

/** HTML comments. One that is never closed is left to the parser, which reads it as raw HTML. */
export function comments(text: string): Dialect {
  const closing = finder(text, '-->');
  return ({ at }) => {
    if (!text.startsWith('<!--', at)) return null;
    const close = closing(at + 4);
    return close === -1 ? null : { kind: 'comment', end: close + 3 };
  };
}
