import { describe, expect, it } from 'vitest';
import { linkStart } from '../../../rules/link/_link-words.ts';

/** Where the link begins whose opening bracket is missing, as the words from there on; with a mark where that is sure. */
function start(text: string): string | null {
  const end = text.indexOf('](');
  const found = linkStart(text, end);
  return found && `${text.slice(found.at, end)}${found.sure ? ' !' : ''}`;
}

describe('linkStart', () => {
  it.each([
    ['The Pilot reports to the Manager, Harbour Operations](/a/).', 'Manager, Harbour Operations !'],
    ['The Pilot reports to the Director of Ports and Locks](/a/).', 'Director of Ports and Locks !'],
    ['Harbour Handbook](/a/)', 'Harbour Handbook !'],
    ['More is in the Harbour Handbook](/a/) and elsewhere.', 'Harbour Handbook !'],
  ])('is sure of a name that the sentence leads up to: %s', (text, words) => {
    expect(start(text)).toBe(words);
  });

  it.each([
    ['More can be read on our hiring page](/a/).', 'hiring page'],
    ['Works with Ports and Harbour Operations](/a/) daily.', 'Ports and Harbour Operations'],
    ['The Pilot meets Harbour Operations](/a/) daily.', 'Harbour Operations'],
  ])('only guesses elsewhere: %s', (text, words) => {
    expect(start(text)).toBe(words);
  });

  it('says nothing where nothing tells', () => {
    expect(start('read more](/a/)')).toBeNull();
    expect(start('](/a/)')).toBeNull();
  });
});
