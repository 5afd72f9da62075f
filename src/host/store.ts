/** A file that stays as it was when it was opened, whatever takes its place. */
export interface StoredFile {
  /** Length in bytes. */
  readonly size: number;
  /** @throws Node's errors */
  read(offset: number, length: number): Uint8Array;
}

/** A folder of files that any run may write, read and throw away. */
export interface Store {
  /** Why nothing can be kept here, as the end of a sentence that begins with "it"; null where it can. */
  readonly problem: string | null;
  /** Null where there is no such file. @throws Node's errors */
  open(name: string): StoredFile | null;
  /** Puts a file in place in one step: a reader sees the old one or the new one. @throws Node's errors, and what making a chunk throws */
  replace(name: string, chunks: Iterable<Uint8Array>): void;
  /** Does nothing where there is no such file. @throws Node's errors */
  remove(name: string): void;
  /** The names of all files, in any order. @throws Node's errors */
  names(): readonly string[];
}
