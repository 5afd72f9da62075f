import { join, resolve } from 'node:path';
import { relativePath } from '../../host/relative-path.ts';
import { hashOf } from '../../lint/records/record-file.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Config } from '../../policy/config.ts';
import type { Io } from '../io.ts';
import { cacheFolder } from '../replay/cache-folder.ts';
import { tool } from '../tool.ts';
import { PageCache } from './page-cache.ts';

export interface CacheOptions {
  readonly isWanted: boolean;
  /** Relative to the working directory; null for the usual folder. */
  readonly location: string | null;
  readonly strategy: 'metadata' | 'content';
}

/** All that records depend on beside the pages and the options of rules. */
export function recordKey(program: string, vocabulary: Vocabulary): string {
  return hashOf(Buffer.from(JSON.stringify([tool, program, vocabulary])));
}

/**
 * The records that earlier runs have kept; null where none are wanted, or none can be kept.
 * @param note takes a sentence where the cache is of no use
 */
export async function openPageCache(
  { isWanted, location, strategy }: CacheOptions,
  config: Config,
  vocabulary: Vocabulary,
  io: Io,
  note: (sentence: string) => void,
): Promise<PageCache | null> {
  const { keeping } = io;
  // Without a config, nobody has said that this folder is one of ours.
  if (!isWanted || !keeping || (location === null && config.file === null)) return null;
  const folder = location === null ? join(config.base, cacheFolder) : resolve(io.files.cwd, location);
  const store = await keeping.open(folder, location === null);
  if (store.problem !== null) {
    if (store.problem !== 'is write-protected')
      note(`The cache ${relativePath(io.files.cwd, folder)} ${store.problem}, so nothing is kept.`);
    return null;
  }
  const key = recordKey(keeping.program, vocabulary);
  const said = new Set<string>();
  return new PageCache({
    store,
    key,
    trustsStamps: strategy === 'metadata',
    newName: () => keeping.newName(),
    note(sentence) {
      if (!said.has(sentence)) note(`The cache ${relativePath(io.files.cwd, folder)} ${sentence}.`);
      said.add(sentence);
    },
  });
}
