import { rules as ownRules } from '../../../rules/index.ts';
import { failureOf } from '../../host/read-page.ts';
import type { PageText } from '../../lint/records/page-record.ts';
import { Records } from '../../lint/records/records.ts';
import { tasksOf } from '../../lint/run.ts';
import { presetNames } from '../../policy/presets.ts';
import { vocabularyOf } from '../../policy/vocabulary.ts';
import { visible } from '../../report/visible.ts';
import { exit } from '../exit.ts';
import { sayFailures } from '../failures.ts';
import type { Io } from '../io.ts';
import { checkLintOptions, type WrittenLintOptions } from '../lint-options.ts';
import { settingsOf } from '../lint-settings.ts';
import { loadPolicy } from '../load.ts';
import { readPages } from '../pages.ts';
import { Progress } from '../progress.ts';
import { limitedStep } from '../records/limited-step.ts';
import { openPageCache } from '../records/open-cache.ts';
import { prepareRecords, spillFor } from '../records/prepare.ts';
import { isInShard, writeShard } from '../records/shards.ts';

/**
 * Reads one part of the pages, runs the rules that need one page on them, and writes down what there is to know of them, for `merge`. Says
 * nothing of findings, nor of pages that cannot be read: `merge` does. Returns the exit status.
 */
export async function shardCommand(
  paths: readonly string[],
  written: WrittenLintOptions,
  io: Io,
): Promise<number> {
  const preset = presetNames.find((name) => name === written.preset) ?? null;
  const config = await loadPolicy(io, ownRules, written.config, preset);
  const rules = [...ownRules, ...config.policyRules];
  const options = checkLintOptions(written, paths, rules);
  const { file, ...shard } = options.shard ?? { index: 1, count: 1, file: '' };
  const vocabulary = vocabularyOf(config.vocabulary);
  const cache = await openPageCache(options.cache, config, vocabulary, io, () => {});
  const isOurs = (path: string) => isInShard(path, shard);
  const read = readPages(io, paths, config, cache, isOurs);
  const asked = [...read.pages.map(({ path }) => path), ...(read.left ?? [])];
  const mayPointTo = new Set([...asked, ...config.policySources.map(({ path }) => path)]);
  const input = {
    pages: [...read.pages, ...read.context],
    rules,
    settingsFor: settingsOf(config, rules, options, io.files.cwd, (path) => mayPointTo.has(path)),
    sources: config.policySources,
    vocabulary,
    isLooking: cache !== null,
  };
  // What must be kept of a page depends on the rules for all pages, those of other parts included.
  const everywhere = [...asked, ...read.context.map(({ path }) => path)];
  const taskFor = tasksOf({ ...input, pages: everywhere.map((path) => ({ path })) });
  const records = new Records(cache ? [cache] : [], await limitedStep(options, io));
  const progress = new Progress(io);
  await prepareRecords({
    ...input,
    taskFor,
    records,
    threads: options.concurrency === 1 ? null : ((await io.threads?.()) ?? null),
    count: options.concurrency,
    pageTime: options.pageTime,
    watch: undefined,
    spareMemory: io.spareMemory,
    spill: cache === null ? await spillFor(read.pages.length, io) : null,
    onPage: (done, total) => progress.show(done, total),
  });
  cache?.save();
  progress.clear();
  try {
    const recordOf = (page: PageText) => records.find(page, taskFor(input.settingsFor(page.path)));
    await writeShard(file, input.pages, recordOf, vocabulary, io);
    const pages = input.pages.length === 1 ? '1 page' : `${input.pages.length} pages`;
    const name = `part ${shard.index} of ${shard.count}`;
    io.stdout.write(
      `${visible(`${file}: ${pages}, ${name}. “jobfam-lint merge” puts all parts together.`)}\n`,
    );
    return exit.fine;
  } catch (error) {
    sayFailures([failureOf(error, file, 'write')], io);
    return exit.failed;
  }
}
