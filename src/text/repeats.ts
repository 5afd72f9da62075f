/**
 * A run of equal stretches, each right behind the one before:
 * `tokens[start + i]` equals `tokens[start + period + i]` for every `i` from 0 to `length - period - 1`.
 */
export interface Repeat {
  /** Index of the first token. */
  readonly start: number;
  /** Number of tokens in one stretch, at least 1; never a multiple of a shorter period of the same run. */
  readonly period: number;
  /** Number of tokens in the whole run, at least twice the period. The last stretch may be cut short: "a b a b a". */
  readonly length: number;
}

/**
 * All maximal runs in which a stretch of at most `longest` tokens stands at least twice in a row, ordered by start, then period.
 * Runs may overlap one another, as in "a a b a a b": "a a" twice and "a a b". Tokens are compared as they are.
 *
 * Takes time in proportion to `tokens.length * longest`, whatever the tokens are: one pass for each period that may be one.
 * @throws RangeError when `longest` is not a whole number of at least 1.
 */
export function findRepeats(tokens: readonly string[], longest: number): Repeat[] {
  if (!Number.isInteger(longest) || longest < 1) {
    throw new RangeError(`The longest stretch must be a whole number of at least 1, not ${longest}.`);
  }
  const ids = numbered(tokens);
  const found: Repeat[] = [];
  for (const period of periodsIn(ids, Math.min(longest, ids.length >> 1))) {
    // `equal` counts the tokens in a row that equal the one a period later: `period` of them are two equal stretches.
    let equal = 0;
    for (let at = 0; at + period <= ids.length; at += 1) {
      if (at + period < ids.length && ids[at] === ids[at + period]) {
        equal += 1;
        continue;
      }
      if (equal >= period) found.push({ start: at - equal, period, length: equal + period });
      equal = 0;
    }
  }
  found.sort((a, b) => a.start - b.start || a.period - b.period);
  return found.filter((run, index) => !hasShorterPeriod(run, index, found));
}

/** Numbers compare faster than strings, and each token is met once for every period. */
function numbered(tokens: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(tokens, (token) => {
    const known = numbers.get(token);
    if (known !== undefined) return known;
    numbers.set(token, numbers.size);
    return numbers.size - 1;
  });
}

/** The distances, at most `longest`, at which so many tokens stand again that a stretch of that length may. */
function periodsIn(ids: Int32Array, longest: number): number[] {
  // For each token, the place before at which it stands, or -1.
  const before = new Int32Array(ids.length);
  const latest = new Map<number, number>();
  const equal = new Int32Array(longest + 1);
  for (const [at, id] of ids.entries()) {
    before[at] = latest.get(id) ?? -1;
    latest.set(id, at);
    for (let other = before[at] ?? -1; other >= 0 && at - other <= longest; other = before[other] ?? -1)
      equal[at - other] = (equal[at - other] ?? 0) + 1;
  }
  return Array.from(equal.keys()).filter((period) => period > 0 && (equal[period] ?? 0) >= period);
}

/**
 * A run of "a a a a" also repeats with period 2; two periods of one run always have a common divisor that is a period too
 * (Fine and Wilf), so the shorter one covers the very same tokens and stands just before it in the order.
 */
function hasShorterPeriod(run: Repeat, index: number, ordered: readonly Repeat[]): boolean {
  for (let before = index - 1; before >= 0; before -= 1) {
    const other = ordered[before];
    if (other === undefined || other.start !== run.start) return false;
    if (other.length === run.length && run.period % other.period === 0) return true;
  }
  return false;
}
