import type { Edit } from '../../src/text/edit.ts';
import type { Span } from '../../src/text/span.ts';

/**
 * Takes a comment out of its page: with its line where it fills one, else with the blanks that it leaves behind.
 * The paragraphs that it kept apart stay apart.
 */
export function removeComment(text: string, span: Span): Edit {
  const before = skipBlanksBack(text, span.start);
  const after = skipBlanks(text, span.end);
  if (isLineEnd(text, after)) {
    return isLineStart(text, before)
      ? removeLine(text, span.page, before, after)
      : remove(span.page, before, after);
  }
  if (isLineStart(text, before)) return remove(span.page, span.start, after);
  return remove(span.page, after > span.end ? before : span.start, span.end);
}

/**
 * Takes names out of the list in a comment. Those before the first that stays take the separator behind them along,
 * all others the one before them, so that no two edits meet.
 * @param removed one flag a name; at least one is false
 */
export function removeName(
  names: readonly { readonly span: Span }[],
  removed: readonly boolean[],
  index: number,
): Edit | null {
  const name = names[index];
  const leads = index < removed.indexOf(false);
  const neighbour = names[leads ? index + 1 : index - 1];
  if (!name || !neighbour) return null;
  return leads
    ? remove(name.span.page, name.span.start, neighbour.span.start)
    : remove(name.span.page, neighbour.span.end, name.span.end);
}

/** @param start first unit of the comment's first line; @param end end of its last line, without the line break */
function removeLine(text: string, page: string, start: number, end: number): Edit {
  const next = skipLineBreak(text, end);
  const lineBefore = text.slice(lineStart(text, backOverLineBreak(text, start)), start).trim();
  const lineAfter = text.slice(next, lineEnd(text, next)).trim();
  if (lineAfter === '') {
    const alone = lineBefore === '' && next < text.length;
    return remove(page, start, alone ? skipLineBreak(text, lineEnd(text, next)) : next);
  }
  const apart =
    lineBefore === '' || /^#|-->$/.test(lineBefore) || /^(?:#|<!--|[-*+][ \t]|\d+[.)][ \t])/.test(lineAfter);
  return remove(page, start, apart ? next : end);
}

const remove = (page: string, start: number, end: number): Edit => ({ span: { page, start, end }, text: '' });
const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';
const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r';
const isLineStart = (text: string, at: number): boolean =>
  at === 0 || isBreak(text, at - 1) || text[at - 1] === '\ufeff';
const isLineEnd = (text: string, at: number): boolean => at === text.length || isBreak(text, at);

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text, at)) at += 1;
  return at;
}

function skipBlanksBack(text: string, from: number): number {
  let at = from;
  while (isBlank(text, at - 1)) at -= 1;
  return at;
}

function skipLineBreak(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2;
  return isBreak(text, at) ? at + 1 : at;
}

function backOverLineBreak(text: string, at: number): number {
  if (text[at - 1] === '\n' && text[at - 2] === '\r') return at - 2;
  return isBreak(text, at - 1) ? at - 1 : at;
}

function lineStart(text: string, from: number): number {
  let at = from;
  while (!isLineStart(text, at)) at -= 1;
  return at;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (!isLineEnd(text, at)) at += 1;
  return at;
}
