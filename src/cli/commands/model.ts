import { rules } from '../../../rules/index.ts';
import { vocabularyOf } from '../../policy/vocabulary.ts';
import { describeFacts } from '../../report/facts.ts';
import { compactJsonText } from '../../report/json-text.ts';
import { exit } from '../exit.ts';
import { sayFailures } from '../failures.ts';
import type { Io } from '../io.ts';
import { loadPolicy } from '../load.ts';
import { factsOf } from '../page-facts.ts';
import { readPages } from '../pages.ts';

/** Prints the facts of pages as JSON. Returns the exit status. */
export async function modelCommand(
  paths: readonly string[],
  options: { readonly config?: string | false },
  io: Io,
): Promise<number> {
  const config = await loadPolicy(io, rules, options.config);
  const vocabulary = vocabularyOf(config.vocabulary);
  const read = readPages(io, paths, { ...config, families: [] });
  const { facts, failures: unread } = await factsOf(read.pages, vocabulary, io);
  const failures = [...read.failures, ...unread];
  io.stdout.write(compactJsonText({ schemaVersion: 1, pages: facts.map(describeFacts) }));
  sayFailures(failures, io);
  return failures.length > 0 ? exit.failed : exit.fine;
}
