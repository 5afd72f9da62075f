import type { ListItem } from '../../src/markdown/document.ts';
import { textKey } from '../../src/text/key.ts';
import { sectionKey } from './_keys.ts';
import {
  endsSentence,
  isDangling,
  type Line,
  linesOf,
  markerOf,
  startsAnew,
  type Text,
  wrappedLists,
  wrapWidth,
} from './_lines.ts';
import type { Stray } from './_stray-messages.ts';

/**
 * Lines that run into the list item above them: items that lost their marker, and paragraphs without a blank line in front.
 * A line counts where it stands no deeper than the item's marker, begins anew, and was not merely wrapped.
 */
export function* lostMarkers(text: Text): Generator<Stray> {
  const width = wrapWidth(text);
  const wrapped = wrappedLists(text);
  for (const block of text.blocks) {
    const item = block.item === null ? undefined : text.items[block.item];
    if (item === undefined || block.kind !== 'paragraph') continue;
    const lines = linesOf(text, block);
    const indent = /^[ \t]*/.exec(markerOf(text, item))?.[0].length ?? 0;
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      if (before === undefined || line.indent > indent || before.broken) continue;
      const key = `${sectionKey(text.sections, block.section)}/${textKey(line.text)}`;
      const span = { page: text.path, start: line.start, end: line.end };
      const unspaced = /^[-*+_](?=[\p{L}["“(])|^_ /u.exec(line.text);
      if (unspaced !== null && isLiteral(line.text)) {
        yield {
          message: 'unspaced',
          span,
          key,
          data: { words: excerpt(line.text), mark: line.text.charAt(0) },
          ...mendMark(text, item, line),
        };
      } else if (!wrapped.has(item.list) && isNewItem(before, line, width)) {
        yield { ...swallowed(text, item, line, index === lines.length - 1), span, key };
      }
    }
  }
}

/** Paragraphs that begin with something that was meant as a list marker: "*Next, …" beside a list, "• Speaks Dutch". */
export function* wrongMarkers(text: Text): Generator<Stray> {
  const footnotes = hasFootnotes(text);
  for (const [index, block] of text.blocks.entries()) {
    if (block.kind !== 'paragraph') continue;
    const items = [text.blocks[index - 1], text.blocks[index + 1]].filter(
      (other) => other !== undefined && other.item !== null && other.section === block.section,
    ).length;
    for (const [at, line] of linesOf(text, block).entries()) {
      const sign = /^[•●▪◦‣](?=[ \t]*[\p{L}\p{N}["“(])/u.exec(line.text)?.[0];
      const glued =
        at === 0 && block.item === null && /^[-*](?=[\p{L}["“])(?!.(?:please )?note\b)/iu.test(line.text);
      // Between two lists, an asterisk is a marker; beside one it may as well begin a note.
      const enough = line.text.startsWith('-') ? items > 0 : items === 2 && !footnotes;
      if (sign === undefined && !(glued && enough && isLiteral(line.text))) continue;
      const mark = line.text.charAt(0);
      const span = { page: text.path, start: line.start, end: line.end };
      const end = line.start + (sign === undefined ? 1 : (/^.[ \t]*/u.exec(line.text)?.[0].length ?? 1));
      const fix = [{ span: { ...span, end }, text: sign === undefined ? `${mark} ` : '- ' }];
      const key = `${sectionKey(text.sections, block.section)}/${textKey(line.text)}`;
      yield { message: 'unspaced', span, key, data: { words: excerpt(line.text), mark }, fix };
    }
  }
}

/** True where the page marks words with an asterisk, so that one at the start of a line may be a note to them. */
export function hasFootnotes({ blocks }: Text): boolean {
  return blocks.some(
    ({ inline }) => inline.text.includes('*') && /[\p{L}\p{N})]\*(?=[\s.,;)]|$)/u.test(inline.text),
  );
}

/** False where a mark at the line's start is closed again, as in emphasis. */
function isLiteral(line: string): boolean {
  return line.startsWith('_ ') || line.startsWith('-') || !line.includes(line.charAt(0), 1);
}

function isNewItem(before: Line, line: Line, width: number | null): boolean {
  if (!startsAnew(line.text) || isDangling(before.text)) return false;
  // The last word of the line above, or what joins two items.
  if (/^(?:\S+\.|AND|OR|And|Or)$/.test(line.text)) return false;
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
  // In a page with wrapped lines, a word that would not have fitted was moved down by the author's editor.
  return width === null || before.width + 1 + word <= width;
}

type Mend = Pick<Stray, 'fix' | 'suggestions'>;

function mendMark(text: Text, item: ListItem, line: Line): Mend {
  if (line.text.startsWith('_') && line.text.endsWith('_')) return {};
  const end = line.start + (/^_ ?/.exec(line.text)?.[0].length ?? 1);
  const mark = line.text.startsWith('_') ? item.markerSpan : { start: line.start, end: line.start + 1 };
  const span = { page: text.path, start: line.start, end };
  return { fix: [{ span, text: `${text.masked.slice(mark.start, mark.end)} ` }] };
}

const closing =
  /^(?:(?:additional|further|more) (?:details|information)\b|(?:please )?note\b|for (?:more|additional|further)\b|learn more\b|see (?:also|more|the|our)\b)|\b(?:can|may) be found\b/i;
const spoken = /^(?:\S+ ){1,6}(?:can|may|will|should|must|is|are)\b/i;

function swallowed(
  text: Text,
  item: ListItem,
  line: Line,
  isLast: boolean,
): Pick<Stray, 'message' | 'data'> & Mend {
  const data = { words: excerpt(line.text), mark: '' };
  const at = { page: text.path, start: line.start - line.indent, end: line.start };
  const lineBreak = text.text.charAt(at.start - 2) === '\r' ? '\r\n' : '\n';
  const asParagraph = [{ span: { ...at, end: at.start }, text: lineBreak }];
  const asItem = [{ span: at, text: markerOf(text, item) }];
  const ends = isLast && !text.items.some(({ list, span }) => list === item.list && span.start > line.start);
  if (ends && closing.test(line.text)) return { message: 'swallowed', data, fix: asParagraph };
  const mayBeParagraph =
    line.text.endsWith(':') || (ends && spoken.test(line.text) && endsSentence(line.text));
  if (!mayBeParagraph && !item.ordered) return { message: 'lost', data, fix: asItem };
  return {
    message: mayBeParagraph ? 'swallowed' : 'lost',
    data,
    suggestions: [
      { title: 'Make it a list item', edits: asItem },
      { title: 'Make it a paragraph', edits: asParagraph },
    ],
  };
}

/** The first words, for a message. */
export function excerpt(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60).replace(/\s+\S*$/, '')} …` : words;
}
