import type { WrittenFile } from './config.ts';
import type { Origin, Place } from './origin.ts';

/** Where the last of some files that has a key says so; null where none has it. */
export function placeOf(sources: readonly WrittenFile[], path: readonly string[]): Place | null {
  const last = sources.findLast(({ written }) => valueAt(written, path) !== undefined);
  return last ? { file: last.file, line: last.config.lineOf(path, true) } : null;
}

/** The line of the last file that has a key, or else that it was left to the default. */
export function originOf(sources: readonly WrittenFile[], path: readonly string[]): Origin {
  const place = placeOf(sources, path);
  return place === null ? { kind: 'default' } : { kind: 'config', ...place };
}

/** What stands at a path of keys and list indexes; undefined where nothing does. */
export function valueAt(data: unknown, path: readonly string[]): unknown {
  let at = data;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}
