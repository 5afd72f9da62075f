import { resolve } from 'node:path';
import picomatch from 'picomatch';
import type { FileSystem } from '../../host/file-system.ts';
import { relativePath } from '../../host/relative-path.ts';
import type { Config } from '../config.ts';
import type { Setting } from '../origin.ts';

/** Whether a page is among those that are linted when none is named. */
export interface PageInForce {
  /** Relative to the working directory. */
  readonly path: string;
  readonly isThere: boolean;
  /** The glob of `families` that means the page; null where none does. */
  readonly coveredBy: Setting<string> | null;
  /** The glob with a leading `!` that takes it out again; null where none does. */
  readonly leftOutBy: Setting<string> | null;
}

/** The globs of `families`, each with its line. */
export function familiesInForce({ families, sources }: Config): readonly Setting<string>[] {
  const last = sources.findLast(({ written }) => written.families !== undefined);
  return families.map((value, index) => ({
    value,
    from: last
      ? { kind: 'config', file: last.file, line: last.config.lineOf(['families', String(index)], false) }
      : { kind: 'default' },
  }));
}

/** @param path relative to the working directory */
export function pageInForce(path: string, config: Config, files: FileSystem): PageInForce {
  const families = familiesInForce(config);
  const fromBase = relativePath(config.base, resolve(files.cwd, path));
  // As `findPages` reads them.
  const means = (glob: string, dot: boolean): boolean => {
    const place = relativePath(config.base, resolve(config.base, glob));
    const isFolder = files.kind(resolve(config.base, glob)) === 'folder';
    if (isFolder) return place === '.' || fromBase.startsWith(`${place}/`);
    return fromBase === place || picomatch(glob, { dot })(fromBase);
  };
  return {
    path,
    isThere: files.kind(path) === 'file',
    coveredBy: families.find(({ value }) => !value.startsWith('!') && means(value, false)) ?? null,
    leftOutBy: families.find(({ value }) => value.startsWith('!') && means(value.slice(1), true)) ?? null,
  };
}
