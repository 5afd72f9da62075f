import { visible } from '../visible.ts';

/**
 * Text as a plain SARIF message. There `[words](target)` is a link (section 3.11.6 of the standard), so brackets are escaped where a
 * page's own link is quoted.
 */
export function message(text: string): { text: string } {
  const shown = visible(text);
  return { text: shown.includes('](') ? shown.replace(/[\\[\]]/g, (sign) => `\\${sign}`) : shown };
}
