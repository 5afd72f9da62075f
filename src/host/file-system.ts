/** What a directory entry is; `link` is a symbolic link, whatever it leads to. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** How a file is; where all of it is the same, so is the content, but for what was written within the same tick of the clock. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** When its content, and when its entry in the file system changed last; milliseconds since 1970. */
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
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
  /** How the file or folder is, links followed; null where nothing can be seen. Absent where that tells nothing of the content. */
  stamp?(path: string): FileStamp | null;
  /** The path without any symbolic link. */
  realPath(path: string): string;
  /** Puts the bytes in the file's place in one step: a reader sees the old file or the new one, never a part. Keeps the mode. */
  replace(path: string, bytes: Uint8Array): void;
  /** Writes a file that may not exist yet, and the folders it needs. */
  write(path: string, text: string): void;
}
