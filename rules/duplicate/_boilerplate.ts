import type { PageFacts } from '../../src/lint/rule.ts';
import type { Block } from '../../src/markdown/document.ts';
import { singular } from '../../src/model/role-words.ts';
import { compareText } from '../../src/text/compare.ts';

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
export function placedBlocks(pages: readonly WordedPage[]): readonly Placed[] {
  return pages.flatMap((page) =>
    page.blocks.flatMap((block) => {
      if (block.kind !== 'paragraph' || block.inline.text.includes('\ufffc')) return [];
      const words = wordsOf(block.inline.text);
      return words.length >= fewestWords ? [{ page, block, words }] : [];
    }),
  );
}

/** By wording, the pages that have it. */
export function pagesByWording(placed: readonly Placed[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pages = new Map<string, Set<string>>();
  for (const { words, page } of placed) {
    const wording = words.join(' ');
    const there = pages.get(wording);
    if (there) there.add(page.path);
    else pages.set(wording, new Set([page.path]));
  }
  return pages;
}

/** Finds the boilerplate that a text is nearly the same as. Asks only those that share a run of words with it. */
export class Boilerplates {
  readonly #all: readonly Boilerplate[];
  readonly #byRun = new Map<string, number[]>();

  constructor(all: readonly Boilerplate[]) {
    this.#all = [...all].sort(
      (a, b) => b.pages - a.pages || compareText(a.words.join(' '), b.words.join(' ')),
    );
    for (const [index, { words }] of this.#all.entries()) {
      for (const key of runsOf(words)) this.#byRun.set(key, [...(this.#byRun.get(key) ?? []), index]);
    }
  }

  nearest(words: readonly string[]): Boilerplate | null {
    const runs = runsOf(words);
    const shared = new Map<number, number>();
    for (const key of runs) {
      for (const index of this.#byRun.get(key) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    let best: { readonly boilerplate: Boilerplate; readonly share: number } | null = null;
    for (const [index, count] of [...shared].sort((a, b) => a[0] - b[0])) {
      const boilerplate = this.#all[index];
      if (boilerplate === undefined) continue;
      const share = (2 * count) / (runs.size + runsOf(boilerplate.words).size);
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

/** Words in lower case and singular ("these positions" is "this position"); punctuation, links and emphasis aside. */
function wordsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(word), ([found]) => plain(found.toLowerCase()));
}

function plain(word: string): string {
  return word === 'these' ? 'this' : word === 'those' ? 'that' : singular(word);
}

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
