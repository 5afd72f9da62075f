import { addToGroup } from './group-by.ts';

/**
 * Finds, among many lists of words, those that hold all words of another list, or of which another list holds all words. A list that does
 * has the other's rarest word, so only the lists of that word are looked at.
 */
export class WordSets {
  readonly #lists = new Map<string, number[]>();
  readonly #rarest = new Map<string, number[]>();
  readonly #empty: number[] = [];
  readonly #count: number;
  readonly #formsOf: (word: string) => readonly string[];

  /**
   * @param lists words that a list may be found by; its number is its place
   * @param formsOf words that count as a word, itself included
   * @param beside words that a list holds too, but need not share
   */
  constructor(
    lists: readonly (readonly string[])[],
    formsOf: (word: string) => readonly string[] = (word) => [word],
    beside: (list: number) => readonly string[] = () => [],
  ) {
    this.#count = lists.length;
    this.#formsOf = formsOf;
    for (const [list, words] of lists.entries())
      for (const word of new Set([...words, ...beside(list)])) addToGroup(this.#lists, word, list);
    const size = (word: string) => this.#lists.get(word)?.length ?? 0;
    for (const [list, words] of lists.entries()) {
      const rarest = leastBy(words, size);
      if (rarest === undefined) this.#empty.push(list);
      else addToGroup(this.#rarest, rarest, list);
    }
  }

  /** Numbers of lists, all those among them that hold the words or are held by them, and perhaps others; in no order. */
  around(words: readonly string[]): ReadonlySet<number> {
    const found = new Set(this.#empty);
    const listsOf = (word: string) => this.#formsOf(word).map((form) => this.#lists.get(form) ?? []);
    const rarest = leastBy(words, (word) => listsOf(word).reduce((sum, { length }) => sum + length, 0));
    if (rarest === undefined) return new Set(Array.from({ length: this.#count }, (_, list) => list));
    for (const lists of listsOf(rarest)) for (const list of lists) found.add(list);
    for (const word of words)
      for (const form of this.#formsOf(word))
        for (const list of this.#rarest.get(form) ?? []) found.add(list);
    return found;
  }
}

function leastBy(words: readonly string[], sizeOf: (word: string) => number): string | undefined {
  let least: { readonly word: string; readonly size: number } | null = null;
  for (const word of words) {
    const size = sizeOf(word);
    if (least === null || size < least.size) least = { word, size };
  }
  return least?.word;
}
