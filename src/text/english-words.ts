import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type nspell from 'nspell';

/** The folder of the English dictionary: its rules, its words and its licence. */
export const dictionaryFolder = (): string => dirname(require.resolve('dictionary-en'));

const require = createRequire(import.meta.url);

/**
 * The words of the English dictionary (Hunspell's, American spelling) with all their forms, each in a line of its own, sorted by their
 * UTF-16 units: letters a to z in either case, and apostrophes.
 *
 * The build puts another module in the place of this one, which reads what this one says from a file: making the forms takes a good
 * part of a second.
 */
export function englishWords(): string {
  const folder = dictionaryFolder();
  const make = require('nspell') as typeof nspell;
  const spell = make(readFileSync(join(folder, 'index.aff')), readFileSync(join(folder, 'index.dic')));
  // nspell keeps all forms of all words as the keys of this object, and has no other way to list them.
  const { data } = spell as unknown as { readonly data: Readonly<Record<string, unknown>> };
  return Object.keys(data)
    .filter((word) => /^[a-z']+$/i.test(word) && spell.correct(word))
    .sort()
    .join('\n');
}
