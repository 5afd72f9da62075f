import { addToGroup } from '../../text/group-by.ts';

/** Shorter words have too many neighbours to be slips of each other. */
const slippery = 5;
/** A word that more lists have tells little of any of them. */
const longestPosting = 1000;
const acronym = { least: 2, most: 6 };

/**
 * Finds lists of words that share words with another list: the very word, one with a slip of the pen ("Manger"), or an acronym of
 * several words ("SIRT"). Holds numbers only; what they stand for is the caller's.
 */
export class WordIndex {
  readonly #words = new Map<string, number[]>();
  /** By a word with one letter left out, the words it comes from. */
  readonly #shortened = new Map<string, string[]>();
  readonly #acronyms = new Map<string, number[]>();

  /** @param number greater than all before */
  add(number: number, words: readonly string[]): void {
    for (const word of new Set(words)) {
      const there = this.#words.get(word);
      if (there) there.push(number);
      else {
        this.#words.set(word, [number]);
        for (const short of shortened(word)) addToGroup(this.#shortened, short, word);
      }
    }
    for (const { initials } of runsOf(words)) addToGroup(this.#acronyms, initials, number);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /**
   * Numbers of the lists that have at least half of the words of another list, those with the most first; at most so many. A list like
   * that has one of the rarer words, so only theirs are looked through. Words that very many lists have are not looked through at all.
   */
  alike(words: readonly string[], most: number): readonly number[] {
    const least = Math.max(1, Math.ceil(words.length / 2));
    const runs = runsOf(words);
    const postings = words
      .map((word, at) => {
        const initials = runs.filter(({ from, to }) => from <= at && at < to).map((run) => run.initials);
        const forms = [word, ...this.#slipsOf(word), ...initials].map((form) => this.#words.get(form) ?? []);
        const lists = [...forms, this.#acronyms.get(word.replace(/&/g, '')) ?? []];
        return { lists, size: lists.reduce((sum, { length }) => sum + length, 0) };
      })
      .sort((a, b) => a.size - b.size);
    const rarer = postings.slice(0, words.length - least + 1).filter(({ size }) => size <= longestPosting);
    const shares = new Map<number, number>();
    for (const number of new Set(rarer.flatMap(({ lists }) => lists.flat()))) {
      const share = postings.filter(({ lists }) => lists.some((list) => has(list, number))).length;
      if (share >= least) shares.set(number, share);
    }
    return [...shares]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most)
      .map(([number]) => number);
  }

  #slipsOf(word: string): readonly string[] {
    const near = [word, ...shortened(word)].flatMap((form) => [
      ...(this.#shortened.get(form) ?? []),
      ...(this.#words.has(form) ? [form] : []),
    ]);
    return [...new Set(near)].filter((other) => other !== word);
  }
}

/** Numbers are added in ascending order, so a search by halves finds them. */
function has(list: readonly number[], number: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return list[low] === number;
}

function shortened(word: string): readonly string[] {
  if (word.length < slippery || word.length > 40) return [];
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly initials: string;
}

/** All runs of neighbouring words that an acronym could stand for. */
function runsOf(words: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  const letters = words.slice(0, 12).map((word) => word[0] ?? '');
  for (let from = 0; from < letters.length; from += 1) {
    for (let to = from + acronym.least; to <= Math.min(letters.length, from + acronym.most); to += 1)
      runs.push({ from, to, initials: letters.slice(from, to).join('') });
  }
  return runs;
}
