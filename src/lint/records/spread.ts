import { OutOfTime, type TimeLimit } from '../../host/time-limit.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { looks } from '../looks/page-look.ts';
import type { Rule } from '../rule.ts';
import { type Spent, Stopwatch } from '../stopwatch.ts';
import type { PageText, Table } from './page-record.ts';
import { type PageRule, type PageTask, runPageStep } from './page-step.ts';
import { type PackedRecord, pack } from './stored-record.ts';

/** What a thread must know before it can work on pages; plain data. */
export interface ThreadSetup {
  readonly vocabulary: Vocabulary | undefined;
  readonly tables: readonly Table[];
  /** The time for each page, in milliseconds. */
  readonly pageTime: number;
  readonly isTimed: boolean;
  /** Whether to keep how pages look to rules over all pages. */
  readonly isLooking: boolean;
  /** Of each task: ids of its rules, with options and their text. */
  readonly tasks: readonly (readonly ThreadCheck[])[];
}

interface ThreadCheck {
  readonly rule: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly optionsText: string;
}

/** One page, and the index of its task. */
export interface PageJob extends PageText {
  readonly task: number;
}

/** What threads get told of tasks that share vocabulary and tables. */
export function threadSetup(
  tasks: readonly PageTask[],
  how: Pick<ThreadSetup, 'pageTime' | 'isTimed'>,
): ThreadSetup {
  return {
    vocabulary: tasks[0]?.vocabulary,
    tables: tasks[0]?.tables ?? [],
    ...how,
    isLooking: tasks[0]?.looking != null,
    tasks: tasks.map(({ checks }) =>
      checks.map(({ rule, options, optionsText }) => ({ rule: rule.id, options, optionsText })),
    ),
  };
}

/** What a thread says of a page. */
export interface PageAnswer {
  /** Null where it failed, so that the calling thread tries, and says why. */
  readonly record: PackedRecord | 'out of time' | null;
  /** Where time is counted. */
  readonly spent?: Spent;
}

/**
 * What a thread does with a page.
 * @param rules all rules that tasks may name
 * @param limit what a page gets of time
 * @param now the time in milliseconds, for counting it
 */
export function threadWork(
  { vocabulary, tables, isLooking, tasks, isTimed }: ThreadSetup,
  rules: readonly Rule[],
  limit: TimeLimit,
  now: () => number,
): (job: PageJob) => PageAnswer {
  const byId = new Map(
    rules.flatMap((rule): [string, PageRule][] => (rule.scope === 'document' ? [[rule.id, rule]] : [])),
  );
  const looking = isLooking ? rules.filter(looks) : null;
  const known = tasks.map((checks): PageTask | null => {
    const found = checks.flatMap(({ rule: id, ...rest }) => {
      const rule = byId.get(id);
      return rule ? [{ rule, ...rest }] : [];
    });
    return found.length === checks.length ? { checks: found, vocabulary, tables, looking } : null;
  });
  const work = ({ path, text, task }: PageJob, watch?: Stopwatch): PageAnswer['record'] => {
    const own = known[task];
    if (!own) return null;
    try {
      return limit(() => pack(runPageStep({ path, text }, own, watch)));
    } catch (error) {
      return error instanceof OutOfTime ? 'out of time' : null;
    }
  };
  return (job) => {
    if (!isTimed) return { record: work(job) };
    const watch = new Stopwatch(now);
    const record = watch.during('records', () => work(job, watch));
    return { record, spent: watch.spent() };
  };
}
