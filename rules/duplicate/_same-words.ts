import { memo } from '../../src/text/memo.ts';

/** All rules here ask for the texts of a page, one rule after the other. */
const severalPages = 2000;

/**
 * A text made comparable: two texts that differ in case, punctuation, spacing, emphasis or link targets alone give the same. Signs that
 * carry meaning stay ("C++", "> 95%"). Empty where there is nothing to compare, or where template code hides what a reader sees.
 */
export const sameWords = memo((text) => {
  if (text.includes('\ufffc')) return '';
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}+#%<>=$€£]+/gu, ' ')
    .trim();
}, severalPages);

/** Words as a message shows them: on one line and not too long. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}
