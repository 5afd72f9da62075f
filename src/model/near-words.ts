import { addToGroup } from '../text/group-by.ts';
import { near } from './compare-roles.ts';

/** Slips of longer words are looked for one by one: they are few, and have too many forms. */
const longest = 16;
/** Shorter words have no slips; see `near`. */
const shortest = 6;
/** Words of so many letters may have two. */
const twice = 10;

/** Finds, among many words, those that differ from another by a slip of the pen, as `near` has it. */
export class NearWords {
  readonly #words: ReadonlySet<string>;
  /** By what is left of a word without one letter or two: words that differ by so much share one of these. */
  readonly #shortened = new Map<string, string[]>();
  /** By the first letter, which must be right. */
  readonly #long = new Map<string, string[]>();
  readonly #known = new Map<string, readonly string[]>();

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
    for (const word of words) {
      if (word.length < shortest) continue;
      if (word.length > longest) addToGroup(this.#long, word.charAt(0), word);
      else for (const form of shortened(word)) addToGroup(this.#shortened, form, word);
    }
  }

  /** The words that count as this one, itself included where it is among them. */
  of(word: string): readonly string[] {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const found = new Set(this.#words.has(word) ? [word] : []);
    for (const other of this.#like(word)) if (near(word, other)) found.add(other);
    const answer = [...found];
    this.#known.set(word, answer);
    return answer;
  }

  *#like(word: string): Iterable<string> {
    if (word.length < shortest) return;
    if (word.length >= longest - 1) yield* this.#long.get(word.charAt(0)) ?? [];
    if (word.length > longest + 2) return;
    for (const form of shortened(word)) yield* this.#shortened.get(form) ?? [];
  }
}

/** The word, and what is left of it without one of its letters, or, of longer words, two. */
function shortened(word: string): ReadonlySet<string> {
  const forms = new Set([word]);
  for (let at = 0; at < word.length; at += 1) {
    const one = word.slice(0, at) + word.slice(at + 1);
    forms.add(one);
    if (word.length < twice) continue;
    for (let next = at; next < one.length; next += 1) forms.add(one.slice(0, next) + one.slice(next + 1));
  }
  return forms;
}
