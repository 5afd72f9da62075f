/** What a directory entry is; `link` is a symbolic link, whatever it leads to. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/**
 * All that the program asks of a file system. Paths are absolute, or relative to `cwd`.
 * Methods throw Node's errors (with a `code` such as `ENOENT`); `failureOf` in read-page.ts makes sentences of them.
 */
export interface FileSystem {
  /** The working directory, absolute. */
  readonly cwd: string;
  /** What stands at the path, links followed; `missing` where nothing can be seen. Never throws; `realPath` says why. */
  kind(path: string): 'file' | 'folder' | 'other' | 'missing';
  /** The entries of a folder, in any order. */
  entries(folder: string): readonly Entry[];
  read(path: string): Uint8Array;
  /** The path without any symbolic link. */
  realPath(path: string): string;
  /** Puts the bytes in the file's place in one step: a reader sees the old file or the new one, never a part. Keeps the mode. */
  replace(path: string, bytes: Uint8Array): void;
  /** Writes a file that may not exist yet, and the folders it needs. */
  write(path: string, text: string): void;
}
