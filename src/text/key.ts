/** Longest key, in UTF-16 units. */
const longest = 60;

/**
 * A text made into the part of a structural key that stays the same when case, punctuation or white space change:
 * its letters and digits in lower case, words joined by `-`, at most 60 units. Empty where the text has neither.
 */
export function textKey(text: string): string {
  const words = text
    .slice(0, 4 * longest)
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const key = (words ?? []).join('-').slice(0, longest);
  return key.endsWith('-') ? key.slice(0, -1) : key;
}
