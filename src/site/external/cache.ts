import { type Answer, type Cause, verdictOf } from './answer.ts';

/** An answer and when it came, in milliseconds since 1970-01-01 UTC. */
export interface DatedAnswer {
  readonly answer: Answer;
  readonly asked: number;
}

/** For how long answers hold, in milliseconds. */
export interface Ages {
  /** Where something answers, or the host turns programs away. */
  readonly good: number;
  /** Where not: it may be mended soon. */
  readonly bad: number;
}

/** Changes where the meaning of an answer changes. */
const version = 1;

const address = /^https?:\/\/[^\s"<>]{1,8000}$/;

/** Causes that are found out at no cost, or that hang on settings and on this machine. */
const passing: ReadonlySet<Cause> = new Set(['private', 'network', 'lookup', 'later']);

/** Reads answers that `writeAnswers` wrote; null where the text is anything else. Single entries that make no sense are left out. */
export function readAnswers(text: string): Map<string, DatedAnswer> | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(data) || data.version !== version || !isRecord(data.answers)) return null;
  const answers = new Map<string, DatedAnswer>();
  for (const [url, entry] of Object.entries(data.answers)) {
    const dated = address.test(url) ? datedAnswer(entry) : null;
    if (dated !== null) answers.set(url, dated);
  }
  return answers;
}

/** The answers that still hold. */
export function freshAnswers(
  answers: ReadonlyMap<string, DatedAnswer>,
  now: number,
  { good, bad }: Ages,
): Map<string, DatedAnswer> {
  return new Map(
    [...answers].filter(([, { answer, asked }]) => {
      const isGood = answer.cause === 'found' || answer.cause === 'refuses';
      // A date in the future is a clock that was set wrong.
      return asked <= now && now - asked < (isGood ? good : bad);
    }),
  );
}

/** The text of a cache file, sorted; without answers that say nothing of the next run. */
export function writeAnswers(answers: ReadonlyMap<string, DatedAnswer>): string {
  const kept = [...answers].filter(([, { answer }]) => !passing.has(answer.cause));
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = kept.map(([url, { answer, asked }]) => [url, { ...answer, asked }]);
  return `${JSON.stringify({ version, answers: Object.fromEntries(entries) }, null, 1)}\n`;
}

function datedAnswer(entry: unknown): DatedAnswer | null {
  if (!isRecord(entry)) return null;
  const { cause, status, url, movedTo, asked } = entry;
  if (!isCause(cause) || typeof asked !== 'number' || !isAddress(url)) return null;
  if (status !== null && !(typeof status === 'number' && status >= 100 && status <= 999)) return null;
  if (movedTo !== null && !isAddress(movedTo)) return null;
  return { answer: { cause, status, url, movedTo }, asked };
}

const isAddress = (value: unknown): value is string => typeof value === 'string' && address.test(value);

const isCause = (value: unknown): value is Cause =>
  typeof value === 'string' && Object.hasOwn(verdictOf, value);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
