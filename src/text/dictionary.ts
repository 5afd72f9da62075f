import { englishWords } from './english-words.ts';
import { WordList } from './word-list.ts';

let list: WordList | null = null;

/**
 * Whether the English dictionary (Hunspell's, American spelling) has the word as written, or in lower case; a word in capitals also
 * stands for one with a capital first. Words of other signs than the letters a to z and apostrophes are in no dictionary.
 * The first call reads the list of words; a run in which no rule asks never pays for it.
 */
export function isEnglishWord(word: string): boolean {
  list ??= new WordList(englishWords());
  const plain = word.replaceAll('’', "'");
  if (list.has(plain)) return true;
  const lower = plain.toLowerCase();
  if (lower === plain) return false;
  return list.has(lower) || (plain === plain.toUpperCase() && list.has(plain.charAt(0) + lower.slice(1)));
}
