/** Room outside of memory for this run alone. */
export interface Spill {
  /** Puts bytes behind all others. @returns where they start. @throws Node's errors */
  write(bytes: Uint8Array): number;
  /** @throws Node's errors */
  read(offset: number, length: number): Uint8Array;
}
