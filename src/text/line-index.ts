import { countBelow } from './count-below.ts';

/** A place as people and editors count it: lines from 1, columns from 1 in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns offsets into lines and columns. Lines end at `\n`, `\r\n` or a lone `\r`, as in CommonMark.
 * A byte order mark at the start takes no column, because no editor shows it.
 */
export class LineIndex {
  /** Offset of the first unit of each line. */
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    if (text.charCodeAt(0) === 0xfeff) this.#starts[0] = 1;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) this.#starts.push(at + 1);
    }
  }

  /** Number of lines, at least 1; a text that ends in a line break has an empty last line. */
  get lines(): number {
    return this.#starts.length;
  }

  /** @throws RangeError when the offset lies outside the text. */
  position(offset: number): Position {
    if (offset < 0 || offset > this.#length) {
      throw new RangeError(`Offset ${offset} lies outside the text of ${this.#length} units.`);
    }
    const index = Math.max(0, countBelow(this.#starts, offset + 1) - 1);
    return { line: index + 1, column: Math.max(0, offset - (this.#starts[index] ?? 0)) + 1 };
  }

  /**
   * Offset of the first unit of a line (lines from 1).
   * @throws RangeError when there is no such line.
   */
  offsetOfLine(line: number): number {
    const start = this.#starts[line - 1];
    if (start === undefined) throw new RangeError(`There is no line ${line}; the text has ${this.lines}.`);
    return start;
  }
}
