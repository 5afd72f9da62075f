import { countBelow } from '../text/count-below.ts';
import { lineEnd, nextLine } from './mask/dialect.ts';

/** Lines that are not parsed, [start, end) without the final line break. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

// A markdown parser needs time in the square of some things; these bounds keep it to seconds on hostile pages.
// The longest stretch in some 6,000 pages of two handbooks has 26,000 units.
const MAX_STRETCH = 40_000;
const MAX_DELIMITERS = 3000;
const MAX_MARKERS = 60;
const MAX_PREFIX = 250;

/**
 * In UTF-16 units: four times the longest of those pages. What is made of a page takes up to some 1,700 bytes of memory a unit, so more could end
 * the whole program.
 */
export const mostToRead = 1_000_000;

/** A page has more text than can be read, lines that are not parsed left out. */
export class PageTooLong extends Error {
  constructor() {
    super(`It has more than ${mostToRead.toLocaleString('en')} characters.`);
  }
}

/** Whether a page has more text than can be read, lines that are not parsed left out. */
export function isTooLong(masked: string): boolean {
  return masked.length > mostToRead && unreadable(masked) === null;
}

// Bounded, as unbounded repetition of a group would overflow the engine's stack on a line of megabytes.
const PREFIX = /(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t]){0,1000}/y;
const MARKER = /[-+*>)]|\d\./g;
const NEW_BLOCK = /[ \t>]{0,1000}(?:[-+*|][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|`{3}|~{3}|$)/y;
const DELIMITER = /[*_~]+|[[\]]/g;

/**
 * Finds what no author writes and no parser gets through in reasonable time: lines of running text, or one after the
 * other without a break, of more than 40,000 units or 3,000 delimiters; and lines in more than 60 nested quotes or list
 * items. Such lines count as code: not as running text.
 * Null where more is left than can be read.
 */
export function unreadable(masked: string): readonly Cut[] | null {
  const cuts: Cut[] = [];
  let units = 0;
  let delimiters = 0;
  let left = 0;
  for (let start = 0; start < masked.length; ) {
    const end = lineEnd(masked, start);
    const next = nextLine(masked, end);
    PREFIX.lastIndex = start;
    PREFIX.test(masked);
    const prefixEnd = Math.min(PREFIX.lastIndex, end);
    if (prefixEnd === end || startsBlock(masked, start, end)) {
      units = 0;
      delimiters = 0;
    }
    units += end - prefixEnd;
    delimiters +=
      end - prefixEnd > MAX_STRETCH ? 0 : count(masked.slice(prefixEnd, end), DELIMITER, MAX_DELIMITERS + 1);
    const tooLong = units > MAX_STRETCH || end - start > MAX_STRETCH || delimiters > MAX_DELIMITERS;
    const isCut = tooLong || tooDeep(masked, start, prefixEnd, end);
    if (isCut) cuts.push({ start, end });
    left += next - (isCut ? end : start);
    if (left > mostToRead) return null;
    start = next;
  }
  return cuts;
}

function startsBlock(masked: string, start: number, end: number): boolean {
  NEW_BLOCK.lastIndex = start;
  return NEW_BLOCK.test(masked) && NEW_BLOCK.lastIndex <= end;
}

function tooDeep(masked: string, start: number, prefixEnd: number, end: number): boolean {
  const prefix = masked.slice(start, Math.min(prefixEnd, start + 12_000));
  if (prefixEnd < end && prefix.length > MAX_PREFIX) return true;
  return count(prefix, MARKER, MAX_MARKERS + 1) > MAX_MARKERS;
}

function count(text: string, pattern: RegExp, enough: number): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (found < enough && pattern.test(text)) found += 1;
  pattern.lastIndex = 0;
  return found;
}

/** Offsets of a text from which the cuts were taken out, turned back into offsets of the whole. */
export class CutMap {
  readonly #cuts: readonly Cut[];
  /** Offset in the shortened text at which each cut was made. */
  readonly #at: number[] = [];
  /** Units taken out by each cut and all before it. */
  readonly #taken: number[] = [];

  constructor(cuts: readonly Cut[]) {
    this.#cuts = cuts;
    let taken = 0;
    for (const { start, end } of cuts) {
      this.#at.push(start - taken);
      taken += end - start;
      this.#taken.push(taken);
    }
  }

  shorten(text: string): string {
    let result = '';
    let at = 0;
    for (const { start, end } of this.#cuts) {
      result += text.slice(at, start);
      at = end;
    }
    return result + text.slice(at);
  }

  restore(offset: number): number {
    return offset + (this.#taken[countBelow(this.#at, offset) - 1] ?? 0);
  }
}
