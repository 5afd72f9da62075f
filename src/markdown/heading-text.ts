import type { Definition } from 'mdast';
import { memo } from '../text/memo.ts';
import { inlineText, UNKNOWN } from './inline-text.ts';
import { maskPage } from './mask/mask.ts';
import { Page } from './page.ts';
import { parseMarkdown } from './parse.ts';

/** Signs that may mean more than themselves. */
const markup = /[\\`*_[\]<\n\r\t]|&[#a-z]|~~|\{[{%:#]|:\/\/|www\.| {2}/i;
const none: ReadonlyMap<string, Definition> = new Map();

/** The words of a heading as a reader sees them, made from its markdown alone; see `readLandmarks`. */
export function headingText(source: string): string {
  return markup.test(source) ? parsed(source) : source;
}

/** Pages share many headings, and each is asked for once for every way of making anchors. */
const parsed = memo((source) => {
  const text = `# ${source.replace(/[\n\r]+[ \t]*/g, ' ')}`;
  const masked = maskPage('', text);
  const heading = parseMarkdown(masked.masked).children[0];
  if (heading?.type !== 'heading') return source;
  return inlineText(heading.children, new Page('', text, masked, none)).text;
}, 10_000);

/** True where template code in a heading makes words that nobody knows. */
export const isUnknown = (text: string): boolean => text.includes(UNKNOWN);
