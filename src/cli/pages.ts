import { type FoundPage, findPages } from '../host/find-pages.ts';
import { decodePage } from '../host/read-page.ts';
import type { Failure } from '../lint/finding.ts';
import { timed } from '../lint/stopwatch.ts';
import type { Config } from '../policy/config.ts';
import { FilePages, type ReadPage } from './file-pages.ts';
import type { Io } from './io.ts';
import type { PageCache } from './records/page-cache.ts';

export interface ReadPages {
  /** The pages to lint. */
  readonly pages: readonly ReadPage[];
  /** Families of the config that rules may compare the pages with; no finding is made in them. */
  readonly context: readonly ReadPage[];
  /** Paths of the pages that were asked for, but are another run's work. */
  readonly left?: readonly string[];
  readonly failures: readonly Failure[];
}

const commands = [
  'lint',
  'init',
  'merge',
  'model',
  'graph',
  'ladder',
  'config',
  'baseline',
  'waivers',
  'policy',
  'explain',
  'rules',
];

/**
 * Finds and reads the pages that are asked for: the paths, else the families of the config, else all markdown below the folder.
 * @param cache where texts may be known that need not be read
 * @param isOurs which of the pages to read
 */
export function readPages(
  io: Io,
  paths: readonly string[],
  config: Config,
  cache: PageCache | null = null,
  isOurs: (path: string) => boolean = () => true,
): ReadPages {
  const from = reader(io, cache);
  const { files } = io;
  const ours = (pages: readonly FoundPage[]) => pages.filter(({ path }) => isOurs(path));
  const families = config.families.length > 0 ? findPages(files, config.families, config.base) : null;
  const asked = paths.length > 0 ? findPages(files, paths) : (families ?? findPages(files, ['.']));
  const failures = asked.failures.map((failure) => withCommand(failure, paths));
  if (asked.pages.length === 0 || paths.length > 0)
    failures.push(...asked.empty.map((path) => nothingIn(path, config, paths)));
  const pages = readEach(from, ours(asked.pages), failures);
  const known = new Set(asked.pages.map(({ path }) => path));
  const others = families?.pages.filter(({ path }) => !known.has(path)) ?? [];
  const left = asked.pages.flatMap(({ path }) => (isOurs(path) ? [] : [path]));
  return { pages, context: readEach(from, ours(others), failures), left, failures };
}

/** The page on standard input, in the place of the file of that path. */
export async function readStdin(
  io: Io,
  path: string,
  config: Config,
  cache: PageCache | null = null,
): Promise<ReadPages> {
  const failures: Failure[] = [];
  const read = decodePage(path, await io.stdin());
  const families = config.families.length > 0 ? findPages(io.files, config.families, config.base).pages : [];
  const context = readEach(
    reader(io, cache),
    families.filter((page) => page.path !== path),
    failures,
  );
  if (read.failure) failures.push(read.failure);
  const pages = read.text === undefined ? [] : [{ path, root: io.files.cwd, text: read.text }];
  return { pages, context, failures };
}

/** Reads pages whose paths are known. */
export function readKnown(
  io: Io,
  paths: readonly string[],
  failures: Failure[],
  cache: PageCache | null = null,
): ReadPage[] {
  return readEach(
    reader(io, cache),
    paths.map((path) => ({ path, root: io.files.cwd })),
    failures,
  );
}

/** Whether families may be missing that the pages should be compared with: not asked for, or not readable. */
export function isPartial(read: ReadPages, config: Config, isNamed: boolean): boolean {
  return read.failures.length > 0 || (isNamed && config.families.length === 0);
}

type Reader = (page: FoundPage) => ReadPage | Failure;

function reader(io: Io, cache: PageCache | null): Reader {
  const from = new FilePages(io.files, cache, () => io.outside.clock.now());
  return (page) => timed(io.watch, 'reading', () => from.read(page));
}

function readEach(read: Reader, found: readonly FoundPage[], failures: Failure[]): ReadPage[] {
  return found.flatMap((one) => {
    const page = read(one);
    if ('text' in page) return [page];
    failures.push(page);
    return [];
  });
}

/** A single word that is no path may be a mistyped command. */
function withCommand(failure: Failure, paths: readonly string[]): Failure {
  const isWord = paths.length === 1 && failure.file === paths[0] && /^[a-z]+$/u.test(failure.file ?? '');
  return isWord
    ? { ...failure, message: `${failure.message} Commands are ${commands.join(', ')}.` }
    : failure;
}

function nothingIn(path: string, config: Config, paths: readonly string[]): Failure {
  const where =
    paths.length === 0 && config.families.length > 0
      ? `The families “${path}” of ${config.file}`
      : `“${path}”`;
  return {
    message: `${where} hold no markdown page. Name another file or folder.`.replace('” hold', '” holds'),
  };
}
