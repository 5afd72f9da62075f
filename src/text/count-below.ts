/**
 * How many of the first items have a number below the limit, by halving.
 * @param items in rising order of their numbers
 * @param numberOf the number of an item; left out where the items are numbers
 */
export function countBelow(items: readonly number[], limit: number): number;
export function countBelow<Item>(
  items: readonly Item[],
  limit: number,
  numberOf: (item: Item) => number,
): number;
export function countBelow<Item>(
  items: readonly Item[],
  limit: number,
  numberOf: (item: Item) => number = Number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && numberOf(item) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
