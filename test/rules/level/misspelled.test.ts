import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { meantBy } from '../../../rules/level/_heading-slips.ts';
import { headingWords, lookalikes } from '../../../rules/level/_heading-words.ts';

function dictionaryWords(): readonly string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'));
  const lines = readFileSync(join(folder, 'index.dic'), 'utf8').split('\n').slice(1);
  return lines
    .map((line) => (line.split('/')[0] ?? '').toLowerCase())
    .filter((word) => /^[a-z]{6,}$/.test(word));
}

test('no word of the dictionary is taken for a slip', () => {
  const words = dictionaryWords();
  expect(words.length).toBeGreaterThan(30_000);
  expect(words.filter((word) => meantBy(word).length > 0)).toEqual([]);
});

test('plurals and other forms of heading words are right', () => {
  for (const word of headingWords) {
    for (const form of [word, `${word}s`, `${word}ed`, `${word}ing`]) expect(meantBy(form), form).toEqual([]);
  }
});

test('a heading word is no lookalike of another', () => {
  expect(headingWords.filter((word) => lookalikes.has(word))).toEqual([]);
});

test.each([
  ['responsibilties', 'responsibilities'],
  ['responsibilites', 'responsibilities'],
  ['responsibilies', 'responsibilities'],
  ['requirments', 'requirements'],
  ['mnanager', 'manager'],
  ['enginere', 'engineer'],
  ['commmunications', 'communications'],
])('%s means %s', (slip, word) => {
  expect(meantBy(slip)[0]).toBe(word);
});
