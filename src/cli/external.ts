import { isAllowEntry } from '../host/address-policy.ts';
import type { Failure } from '../lint/finding.ts';
import type { LintSettings } from '../lint/settings.ts';
import type { Config } from '../policy/config.ts';
import { externalDefaults } from '../policy/external.ts';
import { externalAddresses } from '../site/external/address.ts';
import type { Answer, Answers } from '../site/external/answer.ts';
import { type DatedAnswer, freshAnswers } from '../site/external/cache.ts';
import { checkAddresses } from '../site/external/check.ts';
import { AnswerCache } from './answer-cache.ts';
import { externalNotes } from './external-notes.ts';
import type { Io } from './io.ts';
import { externalRule } from './lint-settings.ts';
import type { Progress } from './progress.ts';
import { tool } from './tool.ts';
import { UsageError } from './usage-error.ts';

export interface AskOptions {
  readonly pages: readonly { readonly path: string; readonly text: string }[];
  readonly settingsFor: LintSettings['settingsFor'];
  readonly config: Config;
  /** False where answers of earlier runs are neither used nor kept. */
  readonly useCache: boolean;
  readonly progress: Progress;
}

export interface Asked {
  readonly external: Answers;
  readonly failures: readonly Failure[];
  /** Sentences that are of use to the reader of the report, but no failures. */
  readonly notes: readonly string[];
}

/** So many answers are lost at most where a run is broken off. */
const savedEvery = 50;

const [second, hour] = [1000, 3_600_000];

/**
 * Asks the outside addresses of the pages for which the rule is on, but for those that an earlier run has asked not long ago.
 * @throws UsageError where the config allows what is no host
 */
export async function askOutside(options: AskOptions, io: Io): Promise<Asked> {
  const { config, progress } = options;
  const how = { ...externalDefaults, ...config.site.external };
  const strange = how.allow.filter((entry) => !isAllowEntry(entry));
  if (strange.length > 0) throw new UsageError(strange.map((entry) => notAllowed(entry, config)));

  const { clock } = io.outside;
  const pages = options.pages.filter(({ path }) => options.settingsFor(path).has(externalRule));
  const addresses = externalAddresses(pages, { origins: config.site.origins ?? [], ignore: how.ignore });
  if (addresses.length === 0) return { external: new Map(), failures: [], notes: [] };

  const notes = new Set<string>();
  const cache = options.useCache
    ? new AnswerCache(io.files, config.base, (sentence) => void notes.add(sentence))
    : null;
  const ages = { good: how.freshHours * hour, bad: how.freshHoursBad * hour };
  const dated = freshAnswers(cache?.read() ?? new Map<string, DatedAnswer>(), clock.now(), ages);
  const answers = new Map<string, Answer>(
    addresses.flatMap((address) => {
      const known = dated.get(address);
      return known ? [[address, known.answer]] : [];
    }),
  );

  const unknown = addresses.filter((address) => !answers.has(address));
  if (unknown.length === 0)
    return { external: answers, failures: [], notes: [...notes, ...externalNotes(answers)] };
  const http = await io.outside.client({
    userAgent: `${tool.name}/${tool.version} (checks the links of a handbook)`,
    allow: how.allow,
    connectTimeout: Math.min(10, how.timeoutSeconds) * second,
    timeout: how.timeoutSeconds * second,
  });
  try {
    let done = 0;
    const result = await checkAddresses({
      addresses: unknown,
      http,
      clock,
      pace: { concurrency: how.concurrency, perHost: how.perHost, delay: how.delaySeconds * second },
      onAnswer(address, answer) {
        dated.set(address, { answer, asked: clock.now() });
        done += 1;
        progress.show(done, unknown.length, `Asking outside addresses, ${done} of ${unknown.length} …`);
        if (done % savedEvery === 0) cache?.write(dated);
      },
    });
    for (const [address, answer] of result.answers) answers.set(address, answer);
    // What a machine without a way out holds for gone says nothing of tomorrow.
    for (const address of unknown) if (!answers.has(address)) dated.delete(address);
    cache?.write(dated);
    const failures = result.isOffline ? [{ message: offline }] : [];
    return { external: answers, failures, notes: [...notes, ...externalNotes(answers)] };
  } finally {
    await http.close();
  }
}

const offline =
  'The names of outside hosts could not be looked up, so links to them were not judged. Connect this machine to the Internet and run again, or leave out --external.';

function notAllowed(entry: string, { file }: Config): string {
  return `${file ?? 'The config'}: “${entry}” under site > external > allow is neither the name of a host nor an address nor a range such as 10.1.0.0/16. Correct or remove it.`;
}
