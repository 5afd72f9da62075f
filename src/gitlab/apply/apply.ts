import { GitLabError } from '../access.ts';
import type { ReviewClient } from '../client/review-client.ts';
import type { Plan } from '../plan/action.ts';
import type { Outcome, SummaryOf } from '../plan/outcome.ts';
import type { Job } from './job.ts';
import { doSummary } from './summary.ts';
import { doThreads } from './threads.ts';

/**
 * Carries out a plan. Whatever goes wrong on the way, no comment stands twice afterwards for good: answers that do not come are looked up
 * before anything is tried again, and what a killed run leaves is put right by the next one.
 * @throws AccessError where the right to comment is missing
 */
export async function applyPlan(plan: Plan, summaryOf: SummaryOf, client: ReviewClient): Promise<Outcome> {
  const job: Job = {
    client,
    refs: plan.refs,
    self: await client.self(),
    refused: new Set(),
    problems: new Set(),
  };
  try {
    await doThreads(job, plan.actions);
    await doSummary(job, job.refused.size > 0 ? summaryOf(job.refused) : plan.summary);
  } catch (error) {
    if (!(error instanceof GitLabError)) throw error;
    job.problems.add(error.message);
  }
  return { refused: job.refused, problems: [...job.problems], requests: client.requests };
}
