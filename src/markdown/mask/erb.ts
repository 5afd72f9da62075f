import { type Dialect, finder } from './dialect.ts';

/** ERB: `<%= value %>`, `<% code %>`, `<%# comment %>`. */
export function erb(text: string): Dialect {
  const closing = finder(text, '%>');
  const opening = finder(text, '<%');
  return ({ at }) => {
    // `<%%` is ERB's way to write `<%` itself.
    if (text.charCodeAt(at + 1) !== 0x25 || text.charCodeAt(at + 2) === 0x25) return null;
    const close = closing(at + 2);
    if (close === -1) return null;
    const next = opening(at + 2);
    if (next !== -1 && next < close) return null;
    return { kind: 'erb', end: close + 2 };
  };
}
