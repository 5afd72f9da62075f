import type { Mask } from '../document.ts';

/** What a dialect may ask about the place where one of its constructs may begin. */
export interface Place {
  readonly text: string;
  /** Offset of the first unit of the construct. */
  readonly at: number;
  /** Offset of the first unit of the line. */
  readonly lineStart: number;
}

/** A construct that was recognised: what it is and where it ends (exclusive). */
export interface Match {
  readonly kind: Mask['kind'];
  readonly end: number;
}

/** Recognises the constructs of one template or markdown dialect; null where there is none at that place. */
export type Dialect = (place: Place) => Match | null;

/**
 * Finds `needle` at or after an offset. Offsets must be asked for in ascending order: the last answer is kept, so that
 * a page full of openings without an end is still searched only once.
 */
export function finder(text: string, needle: string): (from: number) => number {
  let known = -2;
  return (from) => {
    if (known === -1 || known >= from) return known;
    known = text.indexOf(needle, from);
    return known;
  };
}

/** Offset of the next `\n` or `\r` at or after `from`, or the end of the text. */
export function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) return at;
  }
  return text.length;
}

/** Offset of the line after the one that ends at `end`. */
export function nextLine(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
}
