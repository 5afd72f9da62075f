import type { Spill } from '../../host/spill.ts';
import type { Threads } from '../../host/threads.ts';
import { OutOfTime } from '../../host/time-limit.ts';
import type { PageText } from '../../lint/records/page-record.ts';
import type { PageTask } from '../../lint/records/page-step.ts';
import type { Records } from '../../lint/records/records.ts';
import { type PageAnswer, type PageJob, threadSetup } from '../../lint/records/spread.ts';
import { Lean, type PackedRecord, pack, StoredRecord } from '../../lint/records/stored-record.ts';
import type { LintSettings } from '../../lint/settings.ts';
import { type Stopwatch, timed } from '../../lint/stopwatch.ts';
import type { Io } from '../io.ts';
import { Aside } from './aside.ts';

export interface PrepareOptions {
  readonly pages: readonly PageText[];
  readonly settingsFor: LintSettings['settingsFor'];
  /** What is to be done under settings; see `tasksOf`. */
  taskFor(settings: ReturnType<LintSettings['settingsFor']>): PageTask;
  readonly records: Records;
  /** Null where there is but one. */
  readonly threads: Threads | null;
  /** How many threads to use, the calling one counted; null to choose. */
  readonly count: number | null;
  /** The time for each page in other threads, in milliseconds; `records` sees to it in this one. */
  readonly pageTime: number;
  readonly watch: Stopwatch | undefined;
  /** Called where there are very many pages. */
  readonly spareMemory: ((pages: number) => void) | undefined;
  /** Room for what is known of very many pages, where no cache has it; null where there is none, or no need. */
  readonly spill: Spill | null;
  /** What this thread does first, step by step, where others read pages meanwhile. */
  readonly meanwhile?: Iterable<unknown>;
  /** Called after each page. */
  onPage(done: number, total: number): void;
}

/** Less text than this, in UTF-16 units, is read before another thread has started. */
const worthAThread = 250_000;

/** More threads than these are not used unasked: each holds all rules. */
const mostThreads = 8;

/** Pages that a thread gets at once. */
const batch = 8;

/** Of more pages than these, records are held as text, or left in their files, which takes a fraction of the room. */
const mostLive = 500;

/** Room outside of memory, where there are so many pages that it is needed; else null. */
export async function spillFor(pages: number, io: Pick<Io, 'spill'>): Promise<Spill | null> {
  return pages > mostLive ? ((await io.spill?.()) ?? null) : null;
}

/** Of so many pages, all tables are held then. */
const mostRecent = 200;

interface Wanted {
  readonly page: PageText;
  readonly task: PageTask;
}

/**
 * Makes the records of all pages, over several threads where that pays. Pages that cannot be read are left for `lint` to tell. The
 * records say the same whichever thread makes them.
 */
export async function prepareRecords(options: PrepareOptions): Promise<void> {
  const { pages, settingsFor, taskFor, records, threads, pageTime, watch } = options;
  const isMuch = pages.length > mostLive;
  if (isMuch) options.spareMemory?.(pages.length);
  const shared = new Lean(mostRecent);
  const aside = options.spill && new Aside(options.spill);
  const lean = (packed: PackedRecord): StoredRecord => {
    const record = StoredRecord.of(packed);
    record.beLean(shared);
    aside?.put(record, packed);
    return record;
  };
  watch?.begin('records');
  const wanted = pages.flatMap((page): Wanted[] => {
    const task = taskFor(settingsFor(page.path));
    const found = records.find(page, task);
    if (isMuch && found instanceof StoredRecord) found.beLean(shared);
    return found === null ? [{ page, task }] : [];
  });
  let done = pages.length - wanted.length;
  const told = (): void => options.onPage(++done, pages.length);
  const add: Records['add'] = (page, task, record) =>
    timed(watch, 'records', () => records.add(page, task, record));
  const here = ({ page, task }: Wanted): void => {
    try {
      const record = records.make(page, task);
      add(page, task, isMuch ? lean(pack(record)) : record);
    } catch {
      // Whoever asks for the record makes it again, and says what is wrong.
    }
    told();
  };
  const count = countFor(wanted, options);
  if (threads === null || count < 2) {
    for (const one of wanted) here(one);
    return;
  }
  const tasks = [...new Set(wanted.map(({ task }) => task))];
  const places = new Map(tasks.map((task, place) => [task, place]));
  if (watch) watch.threads = count;
  // Waiting for others is no work.
  watch?.begin(null);
  await threads.run(wanted, {
    threads: count,
    ...(options.meanwhile && { first: options.meanwhile }),
    batch,
    setup: threadSetup(tasks, { pageTime, isTimed: watch !== undefined }),
    message: ({ page: { path, text }, task }) =>
      ({ path, text, task: places.get(task) ?? 0 }) satisfies PageJob,
    take({ page, task }, answer) {
      const { record, spent } = answer as PageAnswer;
      if (spent) watch?.add(spent);
      if (record === 'out of time') records.giveUp(page, new OutOfTime(pageTime));
      else if (record !== null) add(page, task, isMuch ? lean(record) : StoredRecord.of(record));
      told();
    },
    here,
  });
}

function countFor(wanted: readonly Wanted[], { count, threads }: PrepareOptions): number {
  const most = Math.ceil(wanted.length / batch);
  if (count !== null) return Math.min(count, most);
  if (threads === null || threads.cores < 2) return 1;
  let units = 0;
  for (const { page } of wanted) {
    units += page.text.length;
    if (units >= worthAThread) return Math.min(threads.cores, mostThreads, most);
  }
  return 1;
}
