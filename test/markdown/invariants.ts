import type { Document, InlineText } from '../../src/markdown/document.ts';
import { sourceOffset, sourceSpan, UNKNOWN } from '../../src/markdown/inline-text.ts';
import { contains, type Span, slice } from '../../src/text/span.ts';

/** Every promise of `Document` that this page breaks, in words; empty where all hold. */
export function brokenPromises(document: Document): string[] {
  return [
    ...maskPromises(document),
    ...spanPromises(document),
    ...sectionPromises(document),
    ...linkPromises(document),
    ...blockPromises(document),
    ...itemPromises(document),
  ];
}

function lineBreaks(text: string): string {
  return [...text.matchAll(/[\n\r]/g)].map(({ index, 0: unit }) => `${index}${unit}`).join();
}

/** The text without the stretches that were too much for the parser: blanked, and told as code. */
function withoutUnread(text: string, masked: string, raws: Document['raws']): string {
  let result = text;
  for (const { kind, span } of raws) {
    const blank = slice(masked, span);
    if (kind === 'code' && blank.trim() === '')
      result = result.slice(0, span.start) + blank + result.slice(span.end);
  }
  return result;
}

function* maskPromises({ text: written, masked, masks, raws }: Document): Iterable<string> {
  const text = withoutUnread(written, masked, raws);
  if (masked.length !== text.length) yield `masked has ${masked.length} units, the text ${text.length}`;
  if (lineBreaks(masked) !== lineBreaks(text)) yield 'masked has other line breaks than the text';
  let at = 0;
  for (const { kind, span } of masks) {
    if (span.start < at || span.end <= span.start)
      yield `mask ${kind} at ${span.start} is empty or out of order`;
    if (masked.slice(at, span.start) !== text.slice(at, span.start))
      yield `text before ${span.start} was changed`;
    if (!/^[\s_]*$/.test(slice(masked, span))) yield `mask ${kind} at ${span.start} shows something`;
    at = span.end;
  }
  if (masked.slice(at) !== text.slice(at)) yield `text after ${at} was changed`;
}

function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('page' in value && 'start' in value && 'end' in value) return [value as Span];
  return Object.values(value).flatMap(spansIn);
}

function* spanPromises({ text, masked, path, frontMatter, ...facts }: Document): Iterable<string> {
  const { data, ...places } = frontMatter ?? { data: {} };
  for (const { page, start, end } of spansIn([facts, places])) {
    if (page !== path || start < 0 || end < start || end > text.length || !Number.isInteger(start + end)) {
      yield `span ${page}:${start}-${end} leaves the page of ${text.length} units`;
    }
  }
}

function* sectionPromises({ text, sections }: Document): Iterable<string> {
  if (sections[0]?.depth !== 0 || sections[0].parent !== null)
    yield 'section 0 is not the text before the first heading';
  for (const [index, section] of sections.entries()) {
    const name = `section ${index}`;
    if (section.index !== index) yield `${name} says it is ${section.index}`;
    if (!contains(section.span, section.bodySpan)) yield `${name}: the body leaves the section`;
    if (!contains(section.span, section.headingSpan)) yield `${name}: the heading leaves the section`;
    if (!contains(section.headingSpan, section.titleSpan)) yield `${name}: the title leaves the heading`;
    const next = sections[index + 1];
    if (section.bodySpan.end !== (next ? next.headingSpan.start : text.length))
      yield `${name}: body ends too early or late`;
    if (index === 0) continue;
    const parent = sections[section.parent ?? -1];
    if (parent === undefined || parent.index >= index || parent.depth >= section.depth)
      yield `${name}: wrong parent`;
    else if (!contains(parent.span, section.span)) yield `${name} leaves the section it stands in`;
    yield* inlinePromises(text, section.inline, section.headingSpan, name);
    if (section.title !== section.inline.text) yield `${name}: title and inline text differ`;
  }
}

function* linkPromises({ text, links, blocks, sections }: Document): Iterable<string> {
  for (const [index, link] of links.entries()) {
    const name = `link ${index}`;
    if (link.index !== index) yield `${name} says it is ${link.index}`;
    if (link.target !== slice(text, link.targetSpan)) yield `${name}: target is not what stands there`;
    if (!contains(link.span, link.textSpan)) yield `${name}: the text leaves the link`;
    const before = text.slice(link.span.start, link.textSpan.start);
    if (before !== { inline: '[', reference: '[', image: '![', autolink: '' }[link.kind] && before !== '<') {
      yield `${name}: its text begins after ${JSON.stringify(before)}`;
    }
    if (link.kind !== 'autolink' && text[link.textSpan.end] !== ']')
      yield `${name}: its text does not end at a bracket`;
    if (link.kind === 'inline') {
      const between = text.slice(link.textSpan.end, link.targetSpan.start);
      if (!/^\]\([\s>]*<?$/.test(between))
        yield `${name}: ${JSON.stringify(between)} between text and target`;
      if (!contains(link.span, link.targetSpan)) yield `${name}: the target leaves the link`;
    }
    const block = link.block === null ? undefined : blocks[link.block];
    if (block && !contains(block.span, link.span)) yield `${name} leaves its block`;
    if (link.section >= sections.length) yield `${name}: no such section`;
  }
}

function* blockPromises({ text, blocks, items, tables, sections }: Document): Iterable<string> {
  for (const [index, block] of blocks.entries()) {
    const name = `block ${index}`;
    if (block.index !== index) yield `${name} says it is ${block.index}`;
    const section = sections[block.section];
    if (!section || !contains(section.bodySpan, block.span)) yield `${name} leaves its section's body`;
    const item = block.item === null ? undefined : items[block.item];
    if (item && !contains(item.span, block.span)) yield `${name} leaves its list item`;
    if ((block.kind === 'cell') !== (block.table !== null))
      yield `${name}: a cell without a table, or the reverse`;
    yield* inlinePromises(text, block.inline, block.span, name);
  }
  const cells = tables.flatMap(({ rows }) => rows.flat());
  if (cells.some((cell) => blocks[cell]?.kind !== 'cell')) yield 'a table row names a block that is no cell';
  if (new Set(cells).size !== cells.length) yield 'two cells share a block';
}

function* itemPromises({ text, items }: Document): Iterable<string> {
  for (const [index, item] of items.entries()) {
    const name = `item ${index}`;
    if (item.index !== index) yield `${name} says it is ${item.index}`;
    if (!/^(?:[-+*]|\d+[.)])$/.test(slice(text, item.markerSpan)))
      yield `${name}: no marker where it should be`;
    if (!contains(item.span, item.textSpan) || item.textSpan.start < item.markerSpan.end)
      yield `${name}: text out of place`;
    const parent = item.parent === null ? undefined : items[item.parent];
    if (parent && !contains(parent.span, item.span)) yield `${name} leaves the item it stands in`;
  }
}

/** The way back from a reader's text to the source is true for every unit. */
function* inlinePromises(text: string, inline: InlineText, around: Span, name: string): Iterable<string> {
  if (inline.text !== inline.text.replace(/^[ \t]|[ \t]$/g, ''))
    yield `${name}: text begins or ends with a blank`;
  if (/[\n\r\t]| {2}/.test(inline.text)) yield `${name}: text holds line breaks, tabs or several blanks`;
  let last = -1;
  for (let index = 0; index < inline.text.length; index += 1) {
    const offset = sourceOffset(inline, index);
    const span = sourceSpan(inline, around.page, index, index + 1);
    if (offset < last || !contains(around, span))
      yield `${name}: unit ${index} maps to ${offset}, out of order or place`;
    last = offset;
    const unit = inline.text.charAt(index);
    const source = slice(text, span);
    const fits =
      source === unit ||
      (unit === ' ' && /^(?:\s|\\?[\n\r]+|[ \t]+[\n\r]+|<br\b[^>]*>)$/i.test(source)) ||
      (unit === UNKNOWN && /^(?:\{\{|<%=)|(?:\}\}|%>)$/.test(source)) ||
      source === `\\${unit}` ||
      /^&[#\w]+;$/.test(source);
    if (!fits)
      yield `${name}: unit ${index} is ${JSON.stringify(unit)}, its source ${JSON.stringify(source)}`;
  }
}
