import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import nspell from 'nspell';
import { describe, expect, it } from 'vitest';
import { isEnglishWord } from '../../src/text/dictionary.ts';
import { WordList } from '../../src/text/word-list.ts';

const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'));
const spell = nspell(readFileSync(join(folder, 'index.aff')), readFileSync(join(folder, 'index.dic')));
const entries = readFileSync(join(folder, 'index.dic'), 'utf8').split('\n').slice(1);
const stems = entries.map((entry) => entry.split('/')[0] ?? '').filter((stem) => /^[a-z']+$/i.test(stem));

describe('the English dictionary', () => {
  it('knows the forms of words, in the cases that they may be written in', () => {
    const known = ['baker', 'bakers', 'Baked', 'BAKING', "baker's", 'baker’s', 'London', 'LONDON'];
    expect(known.filter((word) => !isEnglishWord(word))).toEqual([]);
    const unknown = ['', 'bakker', 'london', "'", 'naïve', 'bread4', 'baker ', 'baker\nbakers'];
    expect(unknown.filter(isEnglishWord)).toEqual([]);
  });

  it('says what Hunspell’s rules say of stems, and of words that are almost right', () => {
    const ending = fc.constantFrom('', 's', 'ed', 'ing', 'er', 'ly', "'s", 'x', 'ness');
    const beginning = fc.constantFrom('', 're', 'un', 'in', 'z');
    const casing = fc.constantFrom(
      (word: string) => word,
      (word: string) => word.toUpperCase(),
      (word: string) => word.toLowerCase(),
      (word: string) => word.charAt(0).toUpperCase() + word.slice(1),
    );
    const word = fc
      .tuple(beginning, fc.constantFrom(...stems), ending, casing)
      .map(([front, stem, end, inCase]) => inCase(front + stem + end));
    fc.assert(
      fc.property(word, (one) => isEnglishWord(one) === spell.correct(one)),
      { numRuns: 5000 },
    );
  });
});

describe('a list of words', () => {
  it('has the words that it is made of, and no others', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', "'", 'Z', 'é'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.uniqueArray(word), word, (words, other) => {
        const list = new WordList([...words].sort().join('\n'));
        expect(words.every((one) => list.has(one))).toBe(true);
        expect(list.has(other)).toBe(words.includes(other));
      }),
    );
  });
});
