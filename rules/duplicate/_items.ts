import type { Link, ListItem } from '../../src/markdown/document.ts';
import { contains, type Span } from '../../src/text/span.ts';
import { sameWords } from './_same-words.ts';

/** The item's words without blanks at either end. */
export function wordsOf({ textSpan }: ListItem, text: string): Span {
  const words = text.slice(textSpan.start, textSpan.end);
  const start = textSpan.start + words.length - words.trimStart().length;
  return { ...textSpan, start, end: start + words.trim().length };
}

/** Links in a span, found in logarithmic time. @param links in the order in which they begin */
export function linksIn(span: Span, links: readonly Link[]): Link[] {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((links[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: Link[] = [];
  for (let at = low; (links[at]?.span.start ?? span.end) < span.end; at += 1) {
    const link = links[at];
    if (link !== undefined && contains(span, link.span)) found.push(link);
  }
  return found;
}

/** The targets of links, one a line; an absolute address and its path are the same target. */
export const targets = (links: readonly Link[]): string =>
  links.map(({ target }) => target.replace(/^https?:\/\/[^/]+(?=\/)/i, '')).join('\n');

/** True where the item says nothing but one link: then its target is what it says. */
export const isOnlyLink = (item: ListItem, own: readonly Link[]): boolean =>
  own.some((link) => sameWords(link.text) === sameWords(item.text));
