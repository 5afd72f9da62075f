import { rules } from '../../rules/index.ts';
import { extract } from '../lint/extract.ts';
import type { Failure } from '../lint/finding.ts';
import type { PageFacts } from '../lint/rule.ts';
import type { Config } from '../policy/config.ts';
import { vocabularyOf } from '../policy/vocabulary.ts';
import type { Io } from './io.ts';
import { loadPolicy } from './load.ts';
import { readPages } from './pages.ts';

export interface PagesWithFacts {
  readonly config: Config;
  /** The pages that were asked for. */
  readonly pages: readonly PageFacts[];
  /** The families of the config that were not asked for. */
  readonly context: readonly PageFacts[];
  readonly failures: readonly Failure[];
}

/** Loads the config and extracts the facts of the pages asked for, and of the families that they may be compared with. */
export async function readFacts(
  paths: readonly string[],
  file: string | false | undefined,
  io: Io,
): Promise<PagesWithFacts> {
  const config = await loadPolicy(io, rules, file);
  const vocabulary = vocabularyOf(config.vocabulary);
  const { pages, context, failures } = readPages(io, paths, config);
  const facts = ({ path, text }: { readonly path: string; readonly text: string }) =>
    extract(path, text, vocabulary);
  return { config, pages: pages.map(facts), context: context.map(facts), failures };
}
