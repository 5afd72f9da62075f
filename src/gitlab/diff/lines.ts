import { countBelow } from '../../text/count-below.ts';

/**
 * Lines as Git and GitLab count them: each ends with `\n`, and with nothing else. Reports also end lines at a lone `\r`, as markdown
 * does; in a page that has one, the numbers differ.
 */
export class GitLines {
  readonly #text: string;
  /** Offset of the first unit of each line. */
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    // Behind the last line break there is no line.
    if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
    this.#starts = starts;
  }

  /** Number of lines, at least 1. */
  get count(): number {
    return this.#starts.length;
  }

  /** The line (from 1) that an offset lies in; the last one for the end of the text. */
  lineAt(offset: number): number {
    return countBelow(this.#starts, offset + 1);
  }

  /** Offset of the first unit of a line. */
  start(line: number): number {
    return this.#starts[line - 1] ?? this.#text.length;
  }

  /** Offset behind the line break of a line, or behind the text. */
  end(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }
}
