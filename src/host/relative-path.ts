import { relative, sep } from 'node:path';

/** `path` as reports show it: relative to `from`, with `/` separators. */
export function relativePath(from: string, path: string): string {
  const shown = relative(from, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
}
