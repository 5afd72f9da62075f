import { commonWords } from '../../src/text/common-words.ts';
import { isEnglishWord } from '../../src/text/dictionary.ts';
import { memo } from '../../src/text/memo.ts';
import { slipsBetween } from '../../src/text/slips.ts';
import { isKnownWord, nearWords } from './_spelling.ts';

/** A word as it is written, wherever it stands. What is asked of it is found out once. */
export class Term {
  readonly text: string;
  /** In lower case. */
  readonly lower: string;
  #standing: 'known' | 'unknown' | 'open' | undefined;
  #near: readonly string[] | undefined;

  constructor(text: string) {
    this.text = text;
    this.lower = text.toLowerCase();
  }

  /** Whether it speaks for a text in English, or against it; short words and those of odd letters do neither. */
  get standing(): 'known' | 'unknown' | 'open' {
    this.#standing ??= standingOf(this);
    return this.#standing;
  }

  /** Words that it probably is a slip of, in its own case; empty where it is right, or where that cannot be said. */
  get near(): readonly string[] {
    this.#near ??= this.standing === 'known' ? [] : nearTo(this);
    return this.#near;
  }
}

export const termOf = memo((text) => new Term(text));

function standingOf({ text, lower }: Term): 'known' | 'unknown' | 'open' {
  if (text.length < 4 || !/^[A-Za-z][a-z]+$/.test(text)) return 'open';
  return isKnownWord(lower) || isEnglishWord(text) ? 'known' : 'unknown';
}

function nearTo({ text, lower, standing }: Term): readonly string[] {
  if (standing === 'open') return [];
  const capitalised = text !== lower;
  if (!capitalised && isKnownWord(lower)) return [];
  const near = nearWords(lower);
  const [best] = near;
  if (best === undefined) return [];
  const common = commonWords.has(best);
  const slips = slipsBetween(lower, best);
  if (capitalised && !(common && lower.length >= 6 && slips <= (lower.length < 10 ? 1 : 2))) return [];
  if (!common && lower.length < 7) return [];
  // "Outreachy", "Screeny": names are made that way.
  if (capitalised && lower.slice(0, -1) === best && lower.at(-1) !== best.at(-1)) return [];
  return capitalised ? near.map((word) => word.charAt(0).toUpperCase() + word.slice(1)) : near;
}
