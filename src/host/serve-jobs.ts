import { parentPort, workerData } from 'node:worker_threads';

/**
 * In a thread: does the jobs that come in.
 * @param make makes the function that does a job, of what the thread gets first
 */
export function serveJobs<Setup, Job>(make: (setup: Setup) => (job: Job) => unknown): void {
  const work = make(workerData as Setup);
  parentPort?.on('message', (jobs: readonly Job[]) => {
    parentPort?.postMessage(jobs.map(work));
  });
}
