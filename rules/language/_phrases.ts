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
    return findEach([this], text)[0] ?? [];
  }

  /** @param pair kinds of the sign at a place and of the one behind; see `pairOf` */
  mayBegin(pair: number): boolean {
    return this.#beginnings.has(pair);
  }

  /** The end of the phrase that begins at a place; null where none does. */
  endAt(text: string, at: number): number | null {
    this.#expression.lastIndex = at;
    return this.#expression.test(text) ? this.#expression.lastIndex : null;
  }
}

/** What each finder finds in a text, which is gone through once for all of them. */
export function findEach(finders: readonly PhraseFinder[], text: string): readonly (readonly Match[])[] {
  const found = finders.map((): Match[] => []);
  const free = finders.map(() => 0);
  let before = mark;
  let here = kindAt(text, 0);
  for (let at = 0; at < text.length; at += 1) {
    const after = kindAt(text, at + 1);
    if (before === mark || before === foreign) {
      for (const [index, finder] of finders.entries()) {
        if (at < (free[index] ?? 0) || !finder.mayBegin(pairOf(here, after))) continue;
        const end = finder.endAt(text, at);
        if (end === null) continue;
        found[index]?.push({ start: at, end });
        free[index] = end;
      }
    }
    before = here;
    here = after;
  }
  return found;
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

const pairOf = (first: number, second: number): number => first * kinds + second;

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
        if (b === second || b === foreign || second === foreign) this.#pairs[pairOf(a, b)] = 1;
    }
  }

  has(pair: number): boolean {
    return this.#pairs[pair] === 1;
  }
}
