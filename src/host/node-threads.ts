import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Spread, Threads } from './threads.ts';

/**
 * Threads that run a script. Jobs go out in batches, to whichever thread is free; the calling thread works too. What a thread that
 * fails has not answered is done by the calling thread.
 * @param script the threads' module; see `serveJobs`
 */
export function nodeThreads(script: URL): Threads {
  return {
    cores: availableParallelism(),
    async run(jobs, how) {
      const queue = new Queue(jobs, how.batch, how.threads);
      const helpers = Array.from({ length: how.threads - 1 }, () => help(script, queue, how));
      const workHere = async (): Promise<void> => {
        for (let [job] = queue.take(1); job !== undefined; [job] = queue.take(1)) {
          how.here(job);
          await answersTaken();
        }
      };
      for (const _ of how.first ?? []) await answersTaken();
      await workHere();
      await Promise.all(helpers);
      await workHere();
    },
  };
}

/** Resolves when the answers of threads that were waiting have been taken. */
const answersTaken = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Jobs that nobody has begun with. */
class Queue<Job> {
  readonly #jobs: readonly Job[];
  readonly #batch: number;
  readonly #threads: number;
  readonly #returned: Job[] = [];
  #next = 0;

  constructor(jobs: readonly Job[], batch: number, threads: number) {
    this.#jobs = jobs;
    this.#batch = batch;
    this.#threads = threads;
  }

  /** Empty where nothing is left. Batches get smaller towards the end, so that all threads end at about the same time. */
  take(most = this.#batch): readonly Job[] {
    if (this.#returned.length > 0) return this.#returned.splice(0, most);
    const from = this.#next;
    const share = Math.ceil((this.#jobs.length - from) / (4 * this.#threads));
    this.#next = Math.min(this.#jobs.length, from + Math.min(most, Math.max(1, share)));
    return this.#jobs.slice(from, this.#next);
  }

  giveBack(jobs: readonly Job[]): void {
    this.#returned.push(...jobs);
  }
}

/** Lets a thread work until nothing is left to do, or it fails. */
function help<Job>(script: URL, queue: Queue<Job>, how: Spread<Job>): Promise<void> {
  // Much is made for one page and then forgotten; with more room for what is young, it is never moved.
  const resourceLimits = { maxYoungGenerationSizeMb: 64 };
  const worker = new Worker(script, { workerData: how.setup, resourceLimits });
  return new Promise((resolve) => {
    // In the order in which they are answered. One batch lies ready, so that the thread need not wait until this one takes an answer.
    const given: (readonly Job[])[] = [];
    const end = (): void => {
      for (const jobs of given.splice(0)) queue.giveBack(jobs);
      void worker.terminate();
      resolve();
    };
    const give = (): void => {
      const jobs = queue.take();
      if (jobs.length === 0) return;
      given.push(jobs);
      worker.postMessage(jobs.map((job) => how.message(job)));
    };
    worker.on('message', (answers: readonly unknown[]) => {
      const done = given.shift() ?? [];
      give();
      for (const [place, job] of done.entries()) how.take(job, answers[place]);
      if (given.length === 0) end();
    });
    worker.on('error', end);
    worker.on('exit', end);
    give();
    give();
    if (given.length === 0) end();
  });
}
