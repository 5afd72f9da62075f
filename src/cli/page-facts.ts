import { rules } from '../../rules/index.ts';
import { extract } from '../lint/extract.ts';
import type { Failure } from '../lint/finding.ts';
import type { PageText } from '../lint/records/page-record.ts';
import type { PageFacts } from '../lint/rule.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { Config } from '../policy/config.ts';
import { vocabularyOf } from '../policy/vocabulary.ts';
import type { Io } from './io.ts';
import { limitedReading } from './limited-reading.ts';
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
  const own = await factsOf(pages, vocabulary, io);
  const others = await factsOf(context, vocabulary, io);
  return {
    config,
    pages: own.facts,
    context: others.facts,
    failures: [...failures, ...own.failures, ...others.failures],
  };
}

/** Extracts the facts of pages, each in the time that a page gets. */
export async function factsOf(
  pages: readonly PageText[],
  vocabulary: Vocabulary,
  io: Io,
): Promise<{ readonly facts: readonly PageFacts[]; readonly failures: readonly Failure[] }> {
  const failures: Failure[] = [];
  const within = await limitedReading(io, failures);
  const facts = pages.flatMap(({ path, text }) => within(path, () => extract(path, text, vocabulary)) ?? []);
  return { facts, failures };
}
