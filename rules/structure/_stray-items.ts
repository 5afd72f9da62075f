import type { ListItem } from '../../src/markdown/document.ts';
import { textKey } from '../../src/text/key.ts';
import { lineBreakOf } from './_inline-markers.ts';
import { sectionKey } from './_keys.ts';
import type { Text } from './_lines.ts';
import { excerpt, hasFootnotes } from './_lost-markers.ts';
import type { Stray } from './_stray-messages.ts';

/** Items whose own beginning is wrong: a second marker, an asterisk that nothing closes, an introduction, a "#". */
export function* strayItems(text: Text): Generator<Stray> {
  const { items, masked, path } = text;
  const children = new Map<number, number[]>();
  for (const { parent, index } of items)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), index]);
  const firstOfList = new Map<number, number>();
  for (const { list, index } of items) {
    if (!firstOfList.has(list)) firstOfList.set(list, index);
  }
  const footnotes = hasFootnotes(text);
  for (const item of items) {
    const { start, end } = item.markerSpan;
    const key = (what: string, words: string) =>
      `${sectionKey(text.sections, item.section)}/${what}/${textKey(words)}`;
    const [only, second] = children.get(item.index) ?? [];
    const child = only === undefined || second !== undefined ? undefined : items[only];
    if (
      item.text === '' &&
      child !== undefined &&
      /^[ \t]+$/.test(masked.slice(end, child.markerSpan.start))
    ) {
      const span = { page: path, start, end: child.markerSpan.end };
      const fix = [{ span: { page: path, start: end, end: child.markerSpan.end }, text: '' }];
      yield {
        message: 'leftover',
        span,
        key: key('doubled', child.text),
        data: { words: excerpt(`${masked.slice(start, span.end)} ${child.text}`), mark: '' },
        fix,
      };
      continue;
    }
    if (
      /^\*[\p{L}"“(]/u.test(item.text) &&
      !item.text.includes('*', 1) &&
      !footnotes &&
      masked[item.textSpan.start] === '*'
    ) {
      const span = { page: path, start: item.textSpan.start, end: item.textSpan.start + 1 };
      yield {
        message: 'leftover',
        span,
        key: key('asterisk', item.text),
        data: { words: excerpt(item.text), mark: '' },
        fix: [{ span, text: '' }],
      };
    }
    // "- # of visitors": the number sign makes a heading of the item.
    const number = /^[ \t]+(?=# +(\p{Ll}[^\n]{0,80}))/u.exec(masked.slice(end, end + 120));
    if (number !== null) {
      const at = end + number[0].length;
      const words = number[1]?.trim() ?? '';
      const span = { page: path, start: at, end: at + 1 };
      const fix = [{ span: { ...span, end: at }, text: '\\' }];
      yield {
        message: 'hash',
        span,
        key: key('hash', words),
        data: { words: excerpt(`# ${words}`), mark: '#' },
        fix,
      };
    }
    const announces = openingOf(text, item, firstOfList.get(item.list) === item.index);
    if (announces !== null && children.get(item.index) === undefined) {
      const suggestions = [
        {
          title: 'Make it a paragraph',
          edits: [
            { span: { page: path, start, end: item.textSpan.start }, text: '' },
            {
              span: { page: path, start: item.textSpan.end, end: item.textSpan.end },
              text: lineBreakOf(text),
            },
          ],
        },
      ];
      const span = { page: path, start, end: item.textSpan.end };
      yield {
        message: 'bulleted',
        span,
        key: key('opening', announces),
        data: { words: excerpt(announces), mark: '' },
        suggestions,
      };
    }
  }
}

/** The words by which the first item of a section announces what follows: "The process is as follows:"; null for any other item. */
function openingOf({ items, masked, sections }: Text, item: ListItem, isFirst: boolean): string | null {
  if (!isFirst || item.parent !== null || !hasFollower(items, item)) return null;
  const body = sections[item.section]?.bodySpan.start ?? 0;
  if (/\S/.test(masked.slice(body, item.markerSpan.start))) return null;
  return announcement.exec(item.text)?.[0] ?? null;
}

const announcement =
  /^[^.!?]{10,200}?\b(?:(?:order|steps|stages|sequence|process)(?: \w+)? below|as follows|the following (?:order|steps|stages))[.:]/i;

/** True where another item of the same section stands beside or below this one, with whatever marker. */
function hasFollower(items: Text['items'], { index, section }: ListItem): boolean {
  const next = items[index + 1];
  return next !== undefined && next.section === section && next.parent === null;
}
