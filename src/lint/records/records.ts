import { OutOfTime } from '../../host/time-limit.ts';
import type { LiveRecord, PageRecord, PageText } from './page-record.ts';
import { answers, type MakeRecord, type PageStep, type PageTask, runPageStep } from './page-step.ts';

/** Where records of earlier runs are found. */
export interface KnownRecords {
  /** The record of a text; null where it is not known, or does not answer the task. */
  find(page: PageText, task: PageTask): PageRecord | null;
  /** Takes a record that was made in this run. */
  add(page: PageText, task: PageTask, record: PageRecord): void;
}

/** The records of a run, and of runs before it where they were kept. Use one vocabulary only. */
export class Records {
  readonly #known = new Map<string, Known>();
  readonly #kept: readonly KnownRecords[];
  readonly #make: MakeRecord;
  readonly #givenUp = new Map<string, Map<string, OutOfTime>>();

  /**
   * @param kept where records are found, in this order, and all that are made are added
   * @param make makes a record; may throw OutOfTime
   */
  constructor(kept: readonly KnownRecords[] = [], make: MakeRecord = runPageStep) {
    this.#kept = kept;
    this.#make = make;
  }

  /** The record of a page, or null where it must be made. */
  find(page: PageText, task: PageTask): PageRecord | null {
    const key = keyOf(page);
    let here = this.#known.get(page.path) ?? null;
    while (here !== null && here.key !== key) here = here.next;
    if (here !== null && (here.task === task || answers(here.record, task))) return here.record;
    for (const place of this.#kept) {
      const found = place.find(page, task);
      if (found === null) continue;
      this.#put(page, task, found);
      return found;
    }
    return null;
  }

  add(page: PageText, task: PageTask, record: PageRecord): void {
    this.#put(page, task, record);
    for (const place of this.#kept) place.add(page, task, record);
  }

  /** Finds the record of a page, or makes it. */
  readonly step: PageStep = (page, task) => {
    const found = this.find(page, task);
    if (found !== null) return found;
    const record = this.make(page, task);
    this.add(page, task, record);
    return record;
  };

  /** Makes a record, and adds it nowhere. @throws OutOfTime, at once where that text has taken too long before */
  make(page: PageText, task: PageTask): LiveRecord {
    const before = this.#givenUp.get(page.path)?.get(keyOf(page));
    if (before !== undefined) throw before;
    try {
      return this.#make(page, task);
    } catch (error) {
      if (error instanceof OutOfTime) this.giveUp(page, error);
      throw error;
    }
  }

  /** Notes that a text took too long, so that nobody tries it again. */
  giveUp(page: PageText, error: OutOfTime): void {
    const texts = this.#givenUp.get(page.path) ?? new Map<string, OutOfTime>();
    this.#givenUp.set(page.path, texts);
    texts.set(keyOf(page), error);
  }

  #put(page: PageText, task: PageTask, record: PageRecord): void {
    const next = this.#known.get(page.path) ?? null;
    this.#known.set(page.path, { key: keyOf(page), task, record, next });
  }
}

/** A record of one text of a page. */
interface Known {
  readonly key: string;
  /** What it answers, beside others perhaps. */
  readonly task: PageTask;
  readonly record: PageRecord;
  /** Of another text of the page, or for another task. */
  readonly next: Known | null;
}

/** What tells one text of a page from another. */
const keyOf = (page: PageText): string => page.id ?? page.text;
