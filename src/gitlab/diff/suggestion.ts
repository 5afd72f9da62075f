import { applyEdits, type Edit } from '../../text/edit.ts';
import { GitLines } from './lines.ts';

/** A change of whole lines that GitLab can make by one click. */
export interface LineSuggestion {
  /** The line (from 1) that the note must stand on. */
  readonly line: number;
  /** How many lines above and below it are replaced too; 0 to 100 each. */
  readonly above: number;
  readonly below: number;
  /** What takes their place, without the last line break; empty to delete them. */
  readonly content: string;
}

/** GitLab cuts longer ranges silently, and would then replace other lines than are meant. */
const mostLines = 100;
const lineBreak = /\r?\n$/u;

/**
 * A fix as a replacement of whole lines. The note stands on the line of the finding, whichever lines change.
 * @param text the page after the change, as GitLab has it
 * @param at offset of the finding
 * @returns null where GitLab could not make exactly this change
 */
export function suggestionOf(
  text: string,
  page: string,
  at: number,
  fix: readonly Edit[],
): LineSuggestion | null {
  if (fix.length === 0 || fix.some(({ span }) => span.page !== page)) return null;
  const lines = new GitLines(text);
  const from = Math.min(...fix.map(({ span }) => span.start));
  const to = Math.max(...fix.map(({ span }) => (span.end > span.start ? span.end - 1 : span.end)));
  const line = lines.lineAt(at);
  const first = Math.min(lines.lineAt(from), line);
  let last = Math.max(lines.lineAt(to), line);

  const after = applyEdits(text, fix);
  const grown = after.length - text.length;
  // GitLab takes a text that ends in blank lines for shorter than it is, so the next line comes along; so it does where its
  // line break goes away.
  while (last < lines.count && !isWhole(after.slice(lines.start(first), lines.end(last) + grown))) last += 1;
  const content = after.slice(lines.start(first), lines.end(last) + grown);
  const present = text.slice(lines.start(first), lines.end(last));
  if (content === present || !isWhole(content, last === lines.count) || !isPlain(content, present))
    return null;
  const [above, below] = [line - first, last - line];
  if (above > mostLines || below > mostLines) return null;
  return { line, above, below, content: content.replace(lineBreak, '') };
}

/** Whether whole lines can be written so that GitLab reads the same out of them. */
function isWhole(content: string, isEnd = false): boolean {
  if (content === '') return true;
  const ends = content.endsWith('\n');
  const body = ends ? content.slice(0, content.endsWith('\r\n') ? -2 : -1) : content;
  const lastLine = body.slice(body.lastIndexOf('\n') + 1);
  return (ends || isEnd) && lastLine.trim() !== '';
}

/**
 * GitLab writes the line break of the replaced lines behind the text, but `\n` within it; and what a comment cannot hold
 * cannot be suggested.
 */
function isPlain(content: string, present: string): boolean {
  const inner = content.replace(lineBreak, '');
  if (content !== '' && lineBreak.exec(content)?.[0] !== lineBreak.exec(present)?.[0]) return false;
  if (/[\r\0]/u.test(inner) || /\p{Cs}/u.test(inner)) return false;
  return !(inner.includes('\n') && present.includes('\r'));
}
