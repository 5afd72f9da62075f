import { addToGroup } from '../../src/text/group-by.ts';

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
  /** Phrases by the first two signs, the longest first; see `pairOf`. */
  readonly #byBeginning = new Map<number, Phrase[]>();
  /** 1 for the beginnings that some phrase has: most places of a text are passed over by a look at this. */
  readonly #beginnings = new Uint8Array(kinds * kinds);

  constructor(phrases: readonly string[]) {
    const filled = phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase.replace('*', '') !== '');
    for (const written of filled.sort((a, b) => b.length - a.length)) {
      const phrase = phraseOf(written);
      for (const pair of beginningsOf(phrase)) {
        addToGroup(this.#byBeginning, pair, phrase);
        this.#beginnings[pair] = 1;
      }
    }
  }

  find(text: string): readonly Match[] {
    return findEach([this], text)[0] ?? [];
  }

  /**
   * The end of the phrase that begins at a place, before which no word goes on; null where none does.
   * @param pair kinds of the signs at the place and behind it; see `pairOf`
   */
  endAt(text: string, at: number, pair: number): number | null {
    if (this.#beginnings[pair] === 0) return null;
    for (const phrase of this.#byBeginning.get(pair) ?? []) {
      const end = endOf(phrase, text, at);
      if (end !== null) return end;
    }
    return null;
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
    if (before === mark || (before === foreign && !isWordSign(signBefore(text, at)))) {
      const pair = pairOf(here, after);
      for (let index = 0; index < finders.length; index += 1) {
        if (at < (free[index] ?? 0)) continue;
        const end = finders[index]?.endAt(text, at, pair) ?? null;
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

/** A phrase as it is compared. */
interface Phrase {
  /** In lower case, with plain hyphens, apostrophes and single blanks. */
  readonly signs: string;
  /** Whether letters may follow. */
  readonly isStem: boolean;
}

function phraseOf(written: string): Phrase {
  const isStem = written.endsWith('*');
  const signs = Array.from(isStem ? written.slice(0, -1) : written, plainSign).join('');
  return { signs: signs.replace(/\s+/g, ' '), isStem };
}

/** The sign that stands for all that count as the same; of the same length. */
function plainSign(sign: string): string {
  if (sign === '’') return "'";
  if (sign === '‐' || sign === '‑') return '-';
  const lower = sign.toLowerCase();
  return lower.length === sign.length ? lower : sign;
}

/** The end of a phrase that begins at a place and after which no word goes on; null where the text says something else. */
function endOf({ signs, isStem }: Phrase, text: string, start: number): number | null {
  let at = start;
  for (const sign of signs) {
    if (sign === ' ') {
      const first = at;
      while (/\s/.test(text.charAt(at))) at += 1;
      if (at === first) return null;
    } else {
      const own = text.slice(at, at + sign.length);
      if (own !== sign && plainSign(own) !== sign) return null;
      at += sign.length;
    }
  }
  if (isStem) while (isLetter(signAt(text, at))) at += signAt(text, at).length;
  return isWordSign(signAt(text, at)) ? null : at;
}

const isLetter = (sign: string): boolean => /^\p{L}/u.test(sign);
const isWordSign = (sign: string): boolean => /^[\p{L}\p{N}]/u.test(sign);

/** The sign at a place, two units where it takes two; empty at the end. */
const signAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

const signBefore = (text: string, at: number): string => {
  const two = signAt(text, at - 2);
  return at > 1 && two.length === 2 ? two : text.charAt(at - 1);
};

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
 * The kinds that the first two signs of a phrase may be of, so that most places of a text are passed over without looking closer. A
 * foreign sign may stand for an ASCII one, such as a curly apostrophe or a hyphen.
 */
function beginningsOf({ signs, isStem }: Phrase): readonly number[] {
  const like = (kind: number): readonly number[] => (kind === foreign ? allKinds : [kind, foreign]);
  const second = signs.length === 1 && isStem ? foreign : kindAt(signs, 1);
  return like(kindAt(signs, 0)).flatMap((a) => like(second).map((b) => pairOf(a, b)));
}

const allKinds = Array.from({ length: kinds }, (_, kind) => kind);
