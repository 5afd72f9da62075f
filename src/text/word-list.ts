/** Words looked up in one long text, so that nothing is made of those that nobody asks for. */
export class WordList {
  readonly #text: string;

  /** @param text a word a line, sorted by UTF-16 units, none of them below the line feed's */
  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the list has the very word. */
  has(word: string): boolean {
    if (word.includes('\n')) return false;
    let from = 0;
    let to = this.#text.length;
    while (from < to) {
      const start = Math.max(from, this.#text.lastIndexOf('\n', ((from + to) >>> 1) - 1) + 1);
      const order = this.#compare(word, start);
      if (order === 0) return true;
      if (order < 0) to = start;
      else from = this.#after(start);
    }
    return false;
  }

  /** Below zero where the word comes before the one that begins at a place, zero where it is the same. */
  #compare(word: string, start: number): number {
    for (let at = 0; ; at += 1) {
      // Both end as a line does, before all other signs.
      const own = at < word.length ? word.charCodeAt(at) : lineFeed;
      const other = start + at < this.#text.length ? this.#text.charCodeAt(start + at) : lineFeed;
      if (own !== other || own === lineFeed) return own - other;
    }
  }

  #after(start: number): number {
    const end = this.#text.indexOf('\n', start);
    return end === -1 ? this.#text.length : end + 1;
  }
}

const lineFeed = 10;
