import type { Mask } from '../document.ts';
import { lineEnd, nextLine } from './dialect.ts';

// A blank to every reader of the text, but not indentation to the markdown parser: `{{< name >}} is here` at the start of
// a line must not become indented code, and `- {{< name >}}` must not become the underline of a heading.
const SOLID = '\u00a0';
const BLANK = ' ';
// A target must have no blank in it to stay a target.
const TARGET = '_';

const STARTS_CONTENT = /^(?:[ \t>\u00a0]|[-+*][ \t]|\d{1,9}[.)][ \t]|\[[ xX]\][ \t]|#{1,6}[ \t])*$/;
const NOTHING = /^[ \t>\u00a0]*$/;
// How far back a target's opening bracket is looked for; no real target is longer.
const REACH = 500;

/** True where a construct at `at` stands in the target of a link or of a link definition. */
export function inTarget(text: string, lineStart: number, at: number, previous: TargetMask | null): boolean {
  if (previous?.target && previous.end <= at && /^[^\s()<>]*$/.test(text.slice(previous.end, at)))
    return true;
  const before = text.slice(Math.max(lineStart, at - REACH), at);
  const open = before.lastIndexOf('](');
  if (open !== -1 && /^[ \t]*[^\s()]*$/.test(before.slice(open + 2))) return true;
  return /^[ \t>]{0,20}\[[^\]\n\r]{1,999}\]:[ \t]{0,100}[^\s]*$/.test(before);
}

/** A construct together with whether it stands in a link's target. */
export interface TargetMask extends Mask {
  readonly start: number;
  readonly end: number;
  readonly target: boolean;
}

/** Overwrites every mask by fillers of the same length; line breaks stay. Masks are ascending and apart. */
export function fill(text: string, masks: readonly TargetMask[]): string {
  const pieces: string[] = [];
  let at = 0;
  const lines = linesWithMasks(text, masks);
  const amongWords = masksAmongWords(text, lines);
  for (const line of lines) {
    pieces.push(text.slice(at, line.start), fillLine(text, line, amongWords));
    at = line.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly mask: TargetMask;
}

interface MaskedLine {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

/** The lines on which masks stand, with the piece of each mask on that line. */
function linesWithMasks(text: string, masks: readonly TargetMask[]): readonly MaskedLine[] {
  const lines: { start: number; end: number; pieces: Piece[] }[] = [];
  for (const mask of masks) {
    for (let from = mask.start; from < mask.end; ) {
      let line = lines.at(-1);
      if (line === undefined || from > line.end) {
        line = { start: lineStart(text, from, line?.end ?? 0), end: lineEnd(text, from), pieces: [] };
        lines.push(line);
      }
      const end = Math.min(line.end, mask.end);
      if (end > from) line.pieces.push({ start: from, end, mask });
      if (end < line.end) break;
      from = Math.max(from + 1, nextLine(text, end));
    }
  }
  return lines;
}

function lineStart(text: string, from: number, least: number): number {
  let at = from;
  while (at > least && !'\n\r'.includes(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Masks that share one of their lines with something else; such a mask over several lines must not break a paragraph. */
function masksAmongWords(text: string, lines: readonly MaskedLine[]): ReadonlySet<TargetMask> {
  const found = new Set<TargetMask>();
  for (const { start, end, pieces } of lines) {
    if (!isAlone(text, start, end, pieces)) for (const { mask } of pieces) found.add(mask);
  }
  return found;
}

function fillLine(
  text: string,
  { start, end, pieces }: MaskedLine,
  amongWords: ReadonlySet<TargetMask>,
): string {
  let result = '';
  // What stands on the line so far without masks, or null as soon as that is more than markers.
  let before: string | null = '';
  let at = start;
  for (const piece of pieces) {
    const words = text.slice(at, piece.start);
    before = before === null || before.length + words.length > 300 ? null : before + words;
    if (before !== null && !STARTS_CONTENT.test(before)) before = null;
    result +=
      words +
      filler(piece.mask, !amongWords.has(piece.mask), before !== null).repeat(piece.end - piece.start);
    at = piece.end;
  }
  return result + text.slice(at, end);
}

/** True where nothing but masks, blanks and quote marks stands on a line. */
function isAlone(text: string, start: number, end: number, pieces: readonly Piece[]): boolean {
  let at = start;
  for (const piece of [...pieces, { start: end, end }]) {
    if (!NOTHING.test(text.slice(at, piece.start))) return false;
    at = piece.end;
  }
  return true;
}

function filler(mask: TargetMask, alone: boolean, startsContent: boolean): string {
  if (mask.target) return TARGET;
  if (alone || mask.kind === 'front-matter' || mask.kind === 'bom') return BLANK;
  if (mask.kind === 'shortcode' || mask.kind === 'erb') return SOLID;
  return startsContent ? SOLID : BLANK;
}
