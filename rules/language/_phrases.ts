/** Words of a text that match a phrase: offsets into the text. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds whole phrases in running text: upper and lower case are alike, as are straight and curly apostrophes, and any white space
 * between two words will do. A phrase that ends in `*` also finds longer words ("lead*" finds "leading"). Where two phrases match at one
 * place, the longer one is found.
 */
export class PhraseFinder {
  readonly #expression: RegExp;
  readonly #beginnings = new Beginnings();

  constructor(phrases: readonly string[]) {
    const filled = phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase.replace('*', '') !== '');
    const sources = filled.sort((a, b) => b.length - a.length).map(source);
    this.#expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'iuy');
    for (const phrase of filled) this.#beginnings.add(phrase);
  }

  find(text: string): readonly Match[] {
    const found: Match[] = [];
    for (let at = this.#beginnings.next(text, 0); at < text.length; at = this.#beginnings.next(text, at)) {
      this.#expression.lastIndex = at;
      const isFound = this.#expression.test(text);
      const end = isFound ? this.#expression.lastIndex : at + 1;
      if (isFound) found.push({ start: at, end });
      at = end;
    }
    return found;
  }
}

const finders = new WeakMap<readonly string[], PhraseFinder>();

/** The finder of a list, made once: all pages under the same options share the very list. */
export function finderOf(phrases: readonly string[]): PhraseFinder {
  const finder = finders.get(phrases) ?? new PhraseFinder(phrases);
  finders.set(phrases, finder);
  return finder;
}

function source(phrase: string): string {
  const stem = phrase.endsWith('*');
  const escaped = (stem ? phrase.slice(0, -1) : phrase)
    .replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => (sign === '-' ? '[-‐‑]' : `\\${sign}`))
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+');
  return stem ? `${escaped}[\\p{L}]*` : escaped;
}

/** Kinds of signs: 1 to 26 are the letters a to z in either case, the rest is told apart no further. */
const digit = 27;
const mark = 28;
const foreign = 0;
const kinds = 29;

const kindOfAscii = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code).toLowerCase();
  if (/[a-z]/.test(sign)) return sign.charCodeAt(0) - 96;
  return /\d/.test(sign) ? digit : mark;
});

const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  // Behind the end of the text the code is no number, and no letter either.
  return code < 128 ? (kindOfAscii[code] ?? foreign) : Number.isNaN(code) ? mark : foreign;
};

/**
 * The first two signs of phrases, to pass quickly over words that begin in another way: an expression of a hundred phrases is
 * slow. It may take a place for a beginning that is none, but misses none.
 */
class Beginnings {
  readonly #pairs = new Uint8Array(kinds * kinds);

  add(phrase: string): void {
    const [first, second] = [kindAt(phrase, 0), phrase[1] === '*' ? foreign : kindAt(phrase, 1)];
    for (let a = 0; a < kinds; a += 1) {
      // A foreign sign may stand for an ASCII one, such as a curly apostrophe or a hyphen.
      if (a !== first && a !== foreign && first !== foreign) continue;
      for (let b = 0; b < kinds; b += 1)
        if (b === second || b === foreign || second === foreign) this.#pairs[a * kinds + b] = 1;
    }
  }

  /** The next place at or behind `from` where a phrase may begin; the length of the text where there is none. */
  next(text: string, from: number): number {
    let before = from === 0 ? mark : kindAt(text, from - 1);
    let here = kindAt(text, from);
    for (let at = from; at < text.length; at += 1) {
      const after = kindAt(text, at + 1);
      if ((before === mark || before === foreign) && this.#pairs[here * kinds + after] === 1) return at;
      before = here;
      here = after;
    }
    return text.length;
  }
}
