import type { PageFacts } from '../../src/lint/rule.ts';
import type { Block } from '../../src/markdown/document.ts';
import { textKey } from '../../src/text/key.ts';
import { lineBreakOf } from './_inline-markers.ts';
import { sectionKey } from './_keys.ts';
import { endsSentence, isDangling, type Line, linesOf, startsAnew, type Text } from './_lines.ts';
import { excerpt } from './_lost-markers.ts';
import type { Stray } from './_stray-messages.ts';

/** Paragraphs whose lines were meant as list items: nothing but links, or short lines that each begin anew and end without a stop. */
export function* unmarkedLists(text: Text, { parts }: PageFacts['family']): Generator<Stray> {
  const listKinds = new Set([
    'responsibilities',
    'requirements',
    'nice-to-have',
    'indicators',
    'hiring-process',
  ]);
  const lists = new Set(parts.filter(({ kind }) => listKinds.has(kind)).map(({ section }) => section));
  for (const block of text.blocks) {
    if (block.kind !== 'paragraph' || block.item !== null) continue;
    const all = linesOf(text, block);
    const hasLead = all[0]?.text.endsWith(':') === true;
    const lines = hasLead ? all.slice(1) : all;
    const first = lines[0];
    const last = lines.at(-1);
    if (first === undefined || last === undefined || !isList(lines, hasLead, lists.has(block.section)))
      continue;
    yield {
      message: 'lines',
      span: { page: text.path, start: first.start, end: last.end },
      key: `${sectionKey(text.sections, block.section)}/${textKey(first.text)}`,
      data: { words: excerpt(first.text), mark: '' },
      ...markAll(text, block, lines, hasLead),
    };
  }
}

function isList(lines: readonly Line[], hasLead: boolean, inListSection: boolean): boolean {
  if (lines.some(({ broken }, index) => broken && index < lines.length - 1)) return false;
  if (lines.length >= 2 && lines.every(({ text }) => /^\[[^\]]+\]\([^()\s]*\)[.,;]?$/.test(text)))
    return true;
  if (lines.length < (inListSection ? 2 : 3)) return false;
  if (!lines.every(({ text }) => startsAnew(text) && !text.endsWith(':'))) return false;
  if (lines.some(({ text }, index) => index < lines.length - 1 && isDangling(text))) return false;
  // Elsewhere than under headings that ask for a list, only short lines of one sentence each make one.
  if (!inListSection && !hasLead && lines.some(({ text }) => text.length > 160 || /\.\s/.test(text)))
    return false;
  const stopped = lines.filter(({ text }) => endsSentence(text)).length;
  // Some authors write one sentence a line; that is no list, unless a colon announces one.
  return hasLead || (lines.length === 2 ? stopped === 0 : stopped * 2 <= lines.length);
}

function markAll(
  text: Text,
  block: Block,
  lines: readonly Line[],
  hasLead: boolean,
): Pick<Stray, 'fix' | 'suggestions'> {
  const bullet = text.items.find(({ ordered }) => !ordered)?.markerSpan;
  const marker = bullet === undefined ? '-' : text.masked.slice(bullet.start, bullet.end);
  const edits = lines.map(({ start }, index) => {
    const lead = hasLead && index === 0 && start > block.span.start ? lineBreakOf(text) : '';
    return { span: { page: text.path, start, end: start }, text: `${lead}${marker} ` };
  });
  // Behind "Ten reasons:" numbers may be right.
  return hasLead ? { suggestions: [{ title: 'Make a list of the lines', edits }] } : { fix: edits };
}

/** Signs that stand alone on a line, and list markers without an item. */
export function* loneSigns(text: Text): Generator<Stray> {
  for (const block of text.blocks) {
    if (block.kind !== 'paragraph') continue;
    const lines = linesOf(text, block);
    for (const [index, line] of lines.entries()) {
      if (!/^[.,;:•·|]$/.test(line.text)) continue;
      const before = lines[index - 1];
      // A full stop that slipped to the next line goes back to its sentence.
      const kept = before !== undefined && line.text === '.' && !endsSentence(before.text) ? '.' : '';
      const start = before?.end ?? line.start;
      yield {
        message: 'lone',
        span: { page: text.path, start: line.start, end: line.end },
        key: `${sectionKey(text.sections, block.section)}/lone`,
        data: { words: line.text, mark: line.text },
        fix: [{ span: { page: text.path, start, end: line.end }, text: kept }],
      };
    }
  }
  for (const item of text.items) {
    const { markerSpan, span } = item;
    if (item.text !== '' || /\S/.test(text.text.slice(markerSpan.end, span.end))) continue;
    const siblings = text.items.some(({ list, index }) => list === item.list && index !== item.index);
    const start = text.text.lastIndexOf('\n', markerSpan.start - 1) + 1;
    const next = text.text.indexOf('\n', markerSpan.end);
    const line = { page: text.path, start, end: next < 0 ? text.text.length : next + 1 };
    const mark = text.text.slice(markerSpan.start, markerSpan.end);
    yield {
      message: 'lone',
      span: markerSpan,
      key: `${sectionKey(text.sections, item.section)}/empty-item`,
      data: { words: mark, mark },
      // Without the item, the list or the whole section would be empty.
      ...(siblings && /^[ \t]*$/.test(text.text.slice(start, markerSpan.start))
        ? { fix: [{ span: line, text: '' }] }
        : {}),
    };
  }
}
