import { distance } from 'fastest-levenshtein';

/**
 * The candidates that a mistyped word most likely stands for: those nearest by edit distance, best first, at most three.
 * Empty where none is clearly near: at most one edit in three units may differ, and never more than three.
 * Upper and lower case, and `-`, `_` and blanks, are held to be alike.
 */
export function didYouMean(word: string, candidates: Iterable<string>): readonly string[] {
  const wanted = plain(word);
  const most = Math.min(3, Math.floor(wanted.length / 3));
  let least = most;
  let nearest: string[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === word) continue;
    const other = plain(candidate);
    // The distance is at least the difference in length; skipping here keeps very long words cheap.
    if (Math.abs(other.length - wanted.length) > least) continue;
    const edits = distance(wanted, other);
    if (edits > least) continue;
    if (edits < least) nearest = [];
    least = edits;
    nearest.push(candidate);
  }
  return nearest.length > 3 ? [] : nearest.sort();
}

const plain = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '-');
