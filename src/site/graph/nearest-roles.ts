import { comparedWords, variantKey } from '../../model/compare-roles.ts';
import type { RoleName } from '../../model/facts.ts';
import { compareText } from '../../text/compare.ts';
import { slipsBetween } from '../../text/slips.ts';

/** How far two role names are apart: 0 for the same words in any order; see `roleDistance`. */
export interface Near<Named> {
  readonly named: Named;
  readonly distance: number;
}

/** A word with a letter wrong, left out, doubled, or two swapped. */
const slipCost = 0.3;
/** A word, or a rung, exchanged for another. */
const otherCost = 1;
/** A word more, or less. */
const extraCost = 0.8;
/** Names further apart are different roles, such as those with a word exchanged; the next best one must be this much further. */
const farthest = 0.9;
const margin = 0.3;

/**
 * The distance of two role names in words: each word or rung that differs counts 1, a word that only one has 0.8, a slip of the pen
 * 0.3; order and fillers count nothing. Infinite where they share no word of the work, or differ in half of their words or more.
 */
export function roleDistance(a: RoleName, b: RoleName): number {
  const [left, right] = [variantKey(a).split(' '), variantKey(b).split(' ')];
  const { slips, alone, others, shared } = pairUp(left, right);
  const work = new Set([...comparedWords(a)]);
  if (!shared.some((word) => work.has(word))) return Number.POSITIVE_INFINITY;
  const exchanged = Math.min(alone.length, others.length);
  const extra = Math.max(alone.length, others.length) - exchanged;
  const distance = slips * slipCost + exchanged * otherCost + extra * extraCost;
  return (exchanged + extra) * 2 >= Math.max(left.length, right.length) ? Number.POSITIVE_INFINITY : distance;
}

/** Names that may be meant, nearest first. */
export function nearestRoles<Named extends { readonly name: RoleName }>(
  name: RoleName,
  pool: readonly Named[],
): readonly Near<Named>[] {
  return pool
    .map((named) => ({ named, distance: roleDistance(name, named.name) }))
    .filter(({ distance }) => distance <= farthest)
    .sort((a, b) => a.distance - b.distance || compareText(a.named.name.text, b.named.name.text));
}

/** The one that is clearly nearest, or null where another is nearly as near. */
export function clearlyNearest<Named>(near: readonly Near<Named>[]): Near<Named> | null {
  const [first, second] = near;
  if (first === undefined) return null;
  return second === undefined || second.distance - first.distance >= margin ? first : null;
}

interface Paired {
  readonly slips: number;
  /** Words of one side that found no partner, and those of the other. */
  readonly alone: readonly string[];
  readonly others: readonly string[];
  /** Words of the first side that found one. */
  readonly shared: readonly string[];
}

function pairUp(left: readonly string[], right: readonly string[]): Paired {
  const rest = [...right];
  const shared: string[] = [];
  const take = (isPartner: (other: string) => boolean, word: string): boolean => {
    const at = rest.findIndex(isPartner);
    if (at < 0) return false;
    rest.splice(at, 1);
    shared.push(word);
    return true;
  };
  const unequal = left.filter((word) => !take((other) => other === word, word));
  const alone = unequal.filter((word) => !take((other) => isSlip(word, other), word));
  return { slips: unequal.length - alone.length, alone, others: rest, shared };
}

function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 5 || short[0] !== long[0] || long.length - short.length > 2) return false;
  const slips = slipsBetween(short, long);
  return slips === 1 || (slips === 2 && (short.length >= 10 || isLeftOut(short, long)));
}

/** True where letters are missing and no other is wrong: "Offer" for "Officer". */
function isLeftOut(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}
