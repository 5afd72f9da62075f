import { join, resolve } from 'node:path';
import { followRenames } from '../host/follow-renames.ts';
import { GitError } from '../host/git.ts';
import { readText } from '../host/read-page.ts';
import { relativePath } from '../host/relative-path.ts';
import type { Notice } from '../lint/finding.ts';
import { type BaselineEntry, parseBaseline, usualBaseline } from '../policy/baseline-file.ts';
import type { Config } from '../policy/config.ts';
import { ConfigError } from '../policy/config-error.ts';
import type { Baseline } from '../policy/judge-baseline.ts';
import type { Place } from '../policy/origin.ts';
import type { Io } from './io.ts';

export interface OpenBaseline extends Baseline {
  /** The page of an entry, relative to the folder of the config; its new name where it was renamed. */
  fileOf(entry: BaselineEntry): string;
  readonly notices: readonly Notice[];
}

/**
 * The baseline that holds: the one that the config names, else the usual one beside the config, where there is one.
 * @returns `at` is null where the config does not name it; null where there is no baseline
 */
export function baselinePlace(
  config: Config,
  { files }: Io,
): { readonly path: string; readonly at: Place | null } | null {
  if (config.baseline !== null) {
    const { path, file, line } = config.baseline;
    return { path, at: { file, line } };
  }
  if (config.file === null) return null;
  const path = relativePath(files.cwd, join(config.base, usualBaseline));
  return files.kind(path) === 'file' ? { path, at: null } : null;
}

/**
 * The baseline that holds; null where there is none.
 * @throws ConfigError where it is not there, broken, or of another version
 */
export function configuredBaseline(config: Config, io: Io): OpenBaseline | null {
  const place = baselinePlace(config, io);
  if (place === null) return null;
  const { path, at } = place;
  if (at !== null && io.files.kind(path) === 'missing') {
    const { file, line } = at;
    const message = `${file}:${line}: The baseline “${path}” does not exist. Write it with “jobfam-lint baseline”, or take the key out.`;
    throw new ConfigError([{ message, file, line }]);
  }
  return openBaseline(path, config, io);
}

/**
 * Reads a baseline file, and follows renames of the pages that it names.
 * @param path relative to the working directory
 * @throws ConfigError
 */
export function openBaseline(path: string, config: Config, io: Io): OpenBaseline {
  const read = readText(io.files, path);
  if (read.failure) throw new ConfigError([read.failure]);
  const { entries, failures } = parseBaseline(path, read.text);
  if (failures.length > 0) throw new ConfigError(failures);
  const { renames, notices } = renamesIn(entries, path, config, io);
  const fileOf = ({ file }: BaselineEntry): string => renames.get(file) ?? file;
  return {
    path,
    entries,
    notices,
    fileOf,
    pageOf: (entry) => relativePath(io.files.cwd, resolve(config.base, fileOf(entry))),
  };
}

function renamesIn(
  entries: readonly BaselineEntry[],
  path: string,
  { base }: Config,
  { files, git }: Io,
): { readonly renames: ReadonlyMap<string, string>; readonly notices: readonly Notice[] } {
  const named = [...new Set(entries.map(({ file }) => file))];
  const gone = named.filter((file) => files.kind(resolve(base, file)) === 'missing');
  if (gone.length === 0) return { renames: new Map(), notices: [] };
  try {
    const top = git.top();
    const fromTop = (file: string): string => relativePath(top, resolve(base, file));
    const isThere = (place: string) => files.kind(resolve(top, place)) === 'file';
    const written = git.lastChange(relativePath(top, resolve(files.cwd, path)));
    const found = followRenames(git, gone.map(fromTop), isThere, written);
    const renames = new Map(
      gone.flatMap((file): [string, string][] => {
        const to = found.get(fromTop(file));
        return to === undefined ? [] : [[file, relativePath(base, resolve(top, to))]];
      }),
    );
    const lost = gone.filter((file) => !renames.has(file));
    const shallow = lost.length > 0 && git.isShallow() ? [shallowNotice(lost, path)] : [];
    return { renames, notices: [...movedNotice(renames, path), ...shallow] };
  } catch (error) {
    // Without Git, a renamed page is a new one.
    if (error instanceof GitError) return { renames: new Map(), notices: [] };
    throw error;
  }
}

function movedNotice(renames: ReadonlyMap<string, string>, file: string): Notice[] {
  const [first] = renames;
  if (first === undefined) return [];
  const [from, to] = first;
  const message =
    renames.size === 1
      ? `The baseline knows ${to} by its old name, ${from}. “jobfam-lint baseline --prune” writes the new name.`
      : `The baseline knows ${renames.size} pages by their old names, such as ${to} by ${from}. “jobfam-lint baseline --prune” writes the new names.`;
  return [{ kind: 'baseline-moved', message, file }];
}

function shallowNotice(lost: readonly string[], file: string): Notice {
  const pages = lost.length === 1 ? `${lost[0]}, which is` : `${lost.length} pages that are`;
  const message = `The baseline names ${pages} gone. This clone holds only the end of the history, so renames may go unseen, and old findings seem new. Fetch the rest (git fetch --unshallow; in GitLab CI, GIT_DEPTH: 0).`;
  return { kind: 'baseline-shallow', message, file };
}
