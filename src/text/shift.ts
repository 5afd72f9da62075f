/** How a text became another, told by the one stretch in which they differ. */
export class Shift {
  /** The stretch of the text before. */
  readonly #start: number;
  readonly #end: number;
  /** By how much all behind it moved. */
  readonly #by: number;

  constructor(before: string, after: string) {
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
    let behind = 0;
    while (
      behind < most - start &&
      before.charCodeAt(before.length - 1 - behind) === after.charCodeAt(after.length - 1 - behind)
    )
      behind += 1;
    this.#start = start;
    this.#end = before.length - behind;
    this.#by = after.length - before.length;
  }

  /**
   * Where a stretch of the text before stands in the text after. Null where it has a part in what differs, or is empty and touches
   * that: then it may not be the same.
   */
  moved(start: number, end: number): readonly [start: number, end: number] | null {
    const isEmpty = start === end;
    if (isEmpty ? end < this.#start : end <= this.#start) return [start, end];
    if (isEmpty ? start > this.#end : start >= this.#end) return [start + this.#by, end + this.#by];
    return null;
  }
}
