import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Match, PhraseFinder } from '../../../rules/language/_phrases.ts';

/** What the finder promises, said by one expression, which is slow to make and to run. */
function byExpression(phrases: readonly string[], text: string): Match[] {
  const sources = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) =>
      phrase
        .replace(/\s+/g, '\\s+')
        .replace(/['’]/g, "['’]")
        .replace(/-/g, '[-‐‑]')
        .replace(/\*$/, '\\p{L}*'),
    );
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return Array.from(text.matchAll(expression), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

const inText = (phrases: readonly string[], text: string): string[] =>
  new PhraseFinder(phrases).find(text).map(({ start, end }) => text.slice(start, end));

describe('phrases in running text', () => {
  it('are found in either case, over line breaks, and with curly apostrophes', () => {
    const text = 'Old boys’\n network, an OLD  BOYS’ NETWORK, and old boysnetwork.';
    expect(inText(["old boys' network"], text)).toEqual(['Old boys’\n network', 'OLD  BOYS’ NETWORK']);
  });

  it('are whole words, but for those that end in a star', () => {
    expect(
      inText(['lead', 'driv*'], 'Leader, lead4 and drivers; lead, drive, overdrive, naïvedrive.'),
    ).toEqual(['drivers', 'lead', 'drive']);
  });

  it('are the longest that begin at a place', () => {
    expect(inText(['no', 'no one', 'no one el*'], 'No one else, no one, no.')).toEqual([
      'No one else',
      'no one',
      'no',
    ]);
  });

  it('are those that one expression finds', () => {
    const sign = fc.constantFrom('a', 'b', 'A', 'é', 'É', '4', ' ', '\n', "'", '’', '-', '‑', '.', '😀', '𝐚');
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', "'", '-', '4', '𝐚'),
      minLength: 1,
      maxLength: 3,
    });
    const phrase = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 2 }), fc.boolean())
      .map(([words, isStem]) => words.join(' ') + (isStem ? '*' : ''));
    fc.assert(
      fc.property(
        fc.array(phrase, { minLength: 1, maxLength: 4 }),
        fc.string({ unit: sign, maxLength: 30 }),
        (phrases, text) => {
          expect(new PhraseFinder(phrases).find(text)).toEqual(byExpression(phrases, text));
        },
      ),
      { numRuns: 150 },
    );
  });
});
