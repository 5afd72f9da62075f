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
const REACH = 2000;

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
  for (const [index, mask] of masks.entries()) {
    pieces.push(text.slice(at, mask.start));
    at = mask.end;
    if (mask.kind === 'front-matter' || mask.kind === 'bom') {
      pieces.push(text.slice(mask.start, mask.end).replace(/[^\n\r]/g, BLANK));
      continue;
    }
    for (let from = mask.start; from < mask.end; ) {
      const breakAt = Math.min(lineEnd(text, from), mask.end);
      pieces.push(filler(text, masks, index, from, breakAt).repeat(breakAt - from));
      from = Math.min(nextLine(text, breakAt), mask.end);
      pieces.push(text.slice(breakAt, from));
    }
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

function filler(text: string, masks: readonly TargetMask[], index: number, from: number, to: number): string {
  const mask = masks[index];
  if (mask?.target) return TARGET;
  const before = outside(text, masks, index, from, -1);
  const after = outside(text, masks, index, to, 1);
  if (NOTHING.test(before) && NOTHING.test(after)) return BLANK;
  if (mask?.kind === 'shortcode' || mask?.kind === 'erb') return SOLID;
  return STARTS_CONTENT.test(before) ? SOLID : BLANK;
}

/** What stands on the line before or after a place, without masks; at most some hundred units, which is enough to judge. */
function outside(
  text: string,
  masks: readonly TargetMask[],
  index: number,
  from: number,
  step: 1 | -1,
): string {
  let result = '';
  let at = from;
  let next = index + step;
  for (let count = 0; count < 300; count += 1) {
    const neighbour = masks[next];
    if (step === 1 && neighbour?.start === at) {
      at = neighbour.end;
      next += 1;
      if (/[\n\r]/.test(text.slice(neighbour.start, neighbour.end))) break;
      continue;
    }
    if (step === -1 && neighbour?.end === at) {
      at = neighbour.start;
      next -= 1;
      if (/[\n\r]/.test(text.slice(neighbour.start, neighbour.end))) break;
      continue;
    }
    const unit = text.charAt(step === 1 ? at : at - 1);
    if (unit === '' || unit === '\n' || unit === '\r') break;
    result = step === 1 ? result + unit : unit + result;
    at += step;
  }
  return result;
}
