import type { ChangedLook, PageFacts } from '../../src/lint/rule.ts';
import type { Block } from '../../src/markdown/document.ts';
import { singular } from '../../src/model/role-words.ts';
import { compareText } from '../../src/text/compare.ts';
import { addToGroup } from '../../src/text/group-by.ts';
import { memo } from '../../src/text/memo.ts';

/** What is read of a page. */
export type WordedPage = Pick<PageFacts, 'path' | 'text' | 'blocks' | 'family'>;

/** A paragraph or list item of one page. */
export interface Placed {
  readonly page: WordedPage;
  readonly block: Block;
  readonly words: readonly string[];
}

/** A wording that many pages share. */
export interface Boilerplate {
  readonly words: readonly string[];
  /** Number of pages that have it. */
  readonly pages: number;
  /** Where it stands first. */
  readonly first: Placed;
}

/** Shorter texts are alike by chance. */
const fewestWords = 8;
/** Words in a row that are held against each other. */
const run = 3;
/** How much of two texts must be the same runs of words: from 0 to 1. */
const alike = 0.6;

/** All paragraphs and list items of some length. Blocks with template code say something nobody knows. */
export function placedBlocks(page: WordedPage): readonly Placed[] {
  return page.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.inline.text.includes('\ufffc')) return [];
    const words = wordsOf(block.inline.text);
    return words.length >= fewestWords ? [{ page, block, words }] : [];
  });
}

/**
 * How many pages have each wording. Wordings are told apart by 53 bits of hash, and counted exactly only where that is asked for, so that of many pages
 * little must be held.
 */
export class Wordings {
  /** Prints of each page, in the order of its blocks. */
  readonly #prints: readonly Float64Array[];
  /** At least the number of pages that have a wording, by the end of its print. */
  readonly #most: Uint32Array;

  constructor(pages: readonly WordedPage[]) {
    this.#prints = pages.map((page) => Float64Array.from(placedBlocks(page), ({ words }) => printOf(words)));
    const all = this.#prints.reduce((sum, { length }) => sum + length, 0);
    this.#most = new Uint32Array(2 ** Math.min(24, Math.ceil(Math.log2(all * 4 + 2))));
    for (const prints of this.#prints) {
      for (const print of new Set(prints)) this.#most[this.#place(print)] = this.mostPages(print) + 1;
    }
  }

  #place(print: number): number {
    return print % this.#most.length;
  }

  /** No fewer than the pages that have the wording. */
  mostPages(print: number): number {
    return this.#most[this.#place(print)] ?? 0;
  }

  /** The number of pages that have each of some wordings. */
  pagesWith(isAsked: (print: number) => boolean): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (const prints of this.#prints)
      for (const print of new Set(prints))
        if (isAsked(print)) counts.set(print, (counts.get(print) ?? 0) + 1);
    return counts;
  }

  of(page: number): Float64Array {
    return this.#prints[page] ?? new Float64Array();
  }
}

/** 53 bits of hash over words. */
export function printOf(words: readonly string[]): number {
  let [one, two] = [0x811c9dc5, 0x1b873593];
  for (const word of words) {
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x01000193);
      two = Math.imul(two ^ unit, 0x5bd1e995) ^ (two >>> 13);
    }
    one = Math.imul(one ^ 0x20, 0x01000193);
    two = Math.imul(two ^ 0x20, 0x5bd1e995) ^ (two >>> 15);
  }
  return (two >>> 11) * 2 ** 32 + (one >>> 0);
}

/** Finds the boilerplate that a text is nearly the same as. Asks only those that share a run of words with it. */
export class Boilerplates<Kind extends Pick<Boilerplate, 'words' | 'pages'> = Boilerplate> {
  /** Those of the most pages first. */
  readonly all: readonly Kind[];
  /** Number of runs of each. */
  readonly #sizes: readonly number[];
  readonly #byRun = new Map<string, number[]>();

  constructor(all: readonly Kind[]) {
    this.all = [...all].sort(
      (a, b) => b.pages - a.pages || compareText(a.words.join(' '), b.words.join(' ')),
    );
    const runs = this.all.map(({ words }) => runsOf(words));
    this.#sizes = runs.map(({ size }) => size);
    for (const [index, keys] of runs.entries()) {
      for (const key of keys) addToGroup(this.#byRun, key, index);
    }
  }

  nearest(words: readonly string[]): Kind | null {
    const runs = runsOf(words);
    const shared = new Map<number, number>();
    for (const key of runs) {
      for (const index of this.#byRun.get(key) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    let best: { readonly boilerplate: Kind; readonly share: number } | null = null;
    for (const [index, count] of [...shared].sort((a, b) => a[0] - b[0])) {
      const boilerplate = this.all[index];
      if (boilerplate === undefined) continue;
      const share = (2 * count) / (runs.size + (this.#sizes[index] ?? 0));
      if (share >= alike && share > (best?.share ?? 0)) best = { boilerplate, share };
    }
    return best?.boilerplate ?? null;
  }
}

/** The words that differ, on both sides: what is left between the words that both begin and end with. */
export function difference(
  words: readonly string[],
  others: readonly string[],
): { readonly from: number; readonly here: readonly string[]; readonly there: readonly string[] } {
  let from = 0;
  while (from < words.length && from < others.length && words[from] === others[from]) from += 1;
  let behind = 0;
  const most = Math.min(words.length, others.length) - from;
  while (behind < most && words.at(-1 - behind) === others.at(-1 - behind)) behind += 1;
  return {
    from,
    here: words.slice(from, words.length - behind),
    there: others.slice(from, others.length - behind),
  };
}

/** Of some hundred pages, the words of all paragraphs are held while they are compared; of more, they are made again. */
const mostTexts = 20_000;

/** Words in lower case and singular ("these positions" is "this position"); punctuation, links and emphasis aside. */
const wordsOf = memo(
  (text): readonly string[] => (text.toLowerCase().match(word) ?? []).map(plain),
  mostTexts,
);

const plain = memo((word) => (word === 'these' ? 'this' : word === 'those' ? 'that' : singular(word)));

/** More words than these on one side are another sentence, or a text of its own. */
const mostDiffering = 5;

/** True for a slip: few words differ, and none of them is a word of the page's own roles ("for the Director positions"). */
export function isSlight(
  { here, there }: { readonly here: readonly string[]; readonly there: readonly string[] },
  { family }: Pick<PageFacts, 'family'>,
): boolean {
  if (here.length > mostDiffering || there.length > mostDiffering) return false;
  const names = [...(family.role ? [family.role] : []), ...family.levels.map(({ name }) => name)];
  const own = new Set(
    names.flatMap(({ discipline, specialty, seniority }) => [
      ...discipline,
      ...specialty,
      ...seniority.split('-'),
    ]),
  );
  return !here.some((word) => own.has(word));
}

/** Where each word stands in a text. */
export function wordPlaces(text: string): readonly { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(word), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

const word = /[\p{L}\p{M}\p{N}]+/gu;

function runsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.slice(run - 1).map((_, at) => words.slice(at, at + run).join(' ')));
}

/** The print of each paragraph and list item of some length, and where it stands. */
export function printedBlocks(page: WordedPage): readonly PrintedBlock[] {
  if (!page.family.isFamily) return [];
  return placedBlocks(page).map(({ words, block: { span } }) => [printOf(words), span.start, span.end]);
}

type PrintedBlock = readonly [print: number, start: number, end: number];

/** What decides of all pages together how the wording of one is judged. */
export interface Common {
  readonly wordings: readonly (readonly string[])[];
  /** Prints of the wordings that are common, might become so by the change of a few pages, or differ a little from those. */
  readonly telling: readonly number[];
}

/** Whether a page says as before what counts on other pages, and nothing new that is nearly a common wording. */
export function isLikeBefore(
  { wordings, telling }: Common,
  { before, after, page, moved }: ChangedLook<WordedPage>,
): boolean {
  const counts = new Set(telling);
  const old = before as readonly PrintedBlock[];
  const now = after as readonly PrintedBlock[];
  const [were, are] = [old, now].map((blocks) => blocks.filter(([print]) => counts.has(print)));
  const isKept = were?.every(([print, start, end], at) => {
    const place = moved(start, end);
    const [other, ...there] = are?.[at] ?? [];
    return print === other && place !== null && place[0] === there[0] && place[1] === there[1];
  });
  if (!isKept || were?.length !== are?.length) return false;
  if (wordings.length === 0) return true;
  const known = new Set(old.map(([print]) => print));
  const boilerplates = new Boilerplates(wordings.map((words) => ({ words, pages: 0 })));
  return placedBlocks(page).every(
    ({ words }) => known.has(printOf(words)) || boilerplates.nearest(words) === null,
  );
}
