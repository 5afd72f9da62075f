import { rules } from '../../rules/index.ts';
import { systemClock } from '../host/clock.ts';
import { nodeTimeLimit } from '../host/node-time-limit.ts';
import { serveJobs } from '../host/serve-jobs.ts';
import { type PageJob, type ThreadSetup, threadWork } from '../lint/records/spread.ts';

serveJobs<ThreadSetup, PageJob>((setup) =>
  threadWork(setup, rules, nodeTimeLimit(setup.pageTime), () => systemClock.now()),
);
