import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type nspell from 'nspell';

let spell: ReturnType<typeof nspell> | null = null;
/**
 * Whether the English dictionary (Hunspell's, American spelling) has the word as written, or in lower case.
 * The first call reads the dictionary, some 0.3 s; a run in which no rule asks never pays for it.
 */
export function isEnglishWord(word: string): boolean {
  spell ??= load();
  return spell.correct(word);
}

function load(): ReturnType<typeof nspell> {
  // Both packages are asked for here, not imported: an import would read them at every start, and `dictionary-en` reads its
  // files asynchronously. Its files stand beside its entry point.
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('dictionary-en'));
  const make = require('nspell') as typeof nspell;
  return make(readFileSync(join(folder, 'index.aff')), readFileSync(join(folder, 'index.dic')));
}
