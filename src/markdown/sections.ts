import type { Heading, Root } from 'mdast';
import { countBelow } from '../text/count-below.ts';
import type { Section } from './document.ts';
import { inlineText } from './inline-text.ts';
import { lineEnd, nextLine } from './mask/dialect.ts';
import { idOf } from './mask/heading-attribute.ts';
import type { Page } from './page.ts';
import { endOf, startOf } from './parse.ts';

/** Reads the sections of a page. Headings inside quotes and list items open none. `bodyStart`: where front matter is over. */
export function readSections(root: Root, page: Page, bodyStart: number): readonly Section[] {
  const headings = root.children.filter((node): node is Heading => node.type === 'heading');
  const places = headings.map((heading) => headingPlace(heading, page));
  const length = page.text.length;
  const sections: Section[] = [
    {
      index: 0,
      depth: 0,
      title: '',
      inline: { text: '', runs: [] },
      headingSpan: page.span(bodyStart, bodyStart),
      titleSpan: page.span(bodyStart, bodyStart),
      span: page.span(bodyStart, length),
      bodySpan: page.span(bodyStart, places[0]?.start ?? length),
      id: null,
      parent: null,
    },
  ];
  const ends = sectionEnds(headings, places, length);
  const open: number[] = [0];
  for (const [position, heading] of headings.entries()) {
    const index = position + 1;
    while (open.length > 1 && (sections[open.at(-1) ?? 0]?.depth ?? 0) >= heading.depth) open.pop();
    const { start, end } = places[position] ?? { start: 0, end: 0 };
    const inline = inlineText(heading.children, page);
    sections.push({
      index,
      depth: heading.depth,
      title: inline.text,
      inline,
      headingSpan: page.span(start, end),
      titleSpan: titleSpan(heading, page),
      span: page.span(start, ends[position] ?? length),
      bodySpan: page.span(end, places[index]?.start ?? length),
      id: headingId(page, start, end),
      parent: open.at(-1) ?? 0,
    });
    open.push(index);
  }
  return sections;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The heading's lines, from the first unit of the first one (after a byte order mark) to before the last line break. */
function headingPlace(heading: Heading, page: Page): Place {
  let start = startOf(heading);
  while (start > 0 && !'\n\r\ufeff'.includes(page.text.charAt(start - 1))) start -= 1;
  return { start, end: lineEnd(page.text, endOf(heading)) };
}

function sectionEnds(headings: readonly Heading[], places: readonly Place[], length: number): number[] {
  const ends: number[] = [];
  // Start of the nearest later heading of each depth or a lesser one.
  const nearest = new Array<number>(7).fill(length);
  for (let index = headings.length - 1; index >= 0; index -= 1) {
    const depth = headings[index]?.depth ?? 6;
    ends[index] = nearest[depth] ?? length;
    nearest.fill(places[index]?.start ?? length, depth);
  }
  return ends;
}

function titleSpan(heading: Heading, page: Page) {
  const first = heading.children[0];
  const last = heading.children.at(-1);
  if (first !== undefined && last !== undefined) return page.trim(startOf(first), endOf(last));
  let at = startOf(heading);
  while (page.masked.charAt(at) === '#') at += 1;
  return page.span(at, at);
}

/** The id from an attribute list in the heading's lines, on the line after it, or on a line of its own right before it. */
function headingId(page: Page, start: number, end: number): string | null {
  const after = nextLine(page.text, end);
  return idIn(page, start, end) ?? idIn(page, after, onlyAttributes(page, after)) ?? idBefore(page, start);
}

function idIn(page: Page, start: number, end: number): string | null {
  for (let index = page.maskFrom(start); index < page.masks.length; index += 1) {
    const mask = page.masks[index];
    if (mask === undefined || mask.span.start >= end) return null;
    const id = mask.kind === 'attribute' ? idOf(page.text.slice(mask.span.start, mask.span.end)) : null;
    if (id !== null) return id;
  }
  return null;
}

/** End of the line at `start` where nothing but masks stand on it, else `start`. */
function onlyAttributes(page: Page, start: number): number {
  const mask = page.maskAt(start);
  if (mask?.kind !== 'attribute') return start;
  const end = lineEnd(page.text, start);
  return page.masked.slice(start, end).trim() === '' ? end : start;
}

function idBefore(page: Page, start: number): string | null {
  const lineBefore = previousLine(page.text, start);
  if (lineBefore === start || onlyAttributes(page, lineBefore) === lineBefore) return null;
  // After words, kramdown gives the attributes to those words.
  const lineAbove = previousLine(page.text, lineBefore);
  if (page.masked.slice(lineAbove, lineBefore).trim() !== '') return null;
  return idIn(page, lineBefore, start);
}

function previousLine(text: string, start: number): number {
  let at = start;
  if (text.charAt(at - 1) === '\n') at -= 1;
  if (text.charAt(at - 1) === '\r') at -= 1;
  while (at > 0 && !'\n\r'.includes(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Index of the section that an offset stands in. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  return Math.max(0, countBelow(sections, offset + 1, ({ headingSpan }) => headingSpan?.start ?? 0) - 1);
}
