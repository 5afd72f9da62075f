import { AccessError } from '../access.ts';
import { type Job, mostTries } from './job.ts';

/** A request that may be made twice without harm: an edit to what something shall be, or a deletion. */
export interface Settling {
  readonly method: 'PUT' | 'DELETE';
  /** Below the merge request. */
  readonly path: string;
  readonly body: object | null;
  /** What it is for, in sentences: “update a thread”. */
  readonly attempt: string;
  /** Made instead where GitLab refuses the right to this one. */
  readonly otherwise?: string;
}

/**
 * Makes a request until it is sure that it was done. What cannot be done is noted among the problems.
 * @returns `gone` where there is nothing (any more) to do it to
 * @throws AccessError where the right to it is missing, GitLabError where GitLab has to be waited for too long
 */
export async function settle(
  job: Job,
  { method, path, body, attempt, otherwise }: Settling,
): Promise<'done' | 'gone' | 'failed'> {
  const { client, problems } = job;
  for (let tries = 1; ; tries += 1) {
    const written = await client.write(method, path, body, attempt);
    if (written.kind === 'done') return 'done';
    if (written.kind === 'refused') {
      const { status } = written.answer;
      if (status === 404) return 'gone';
      if (status === 403 && otherwise !== undefined)
        return settle(job, { method, path: otherwise, body, attempt });
      const refusal = client.refusal(written.answer, attempt);
      if (refusal instanceof AccessError) throw refusal;
      problems.add(refusal.message);
      return 'failed';
    }
    if (tries === mostTries) {
      problems.add(client.unsure(written.why, attempt).message);
      return 'failed';
    }
    await client.rest(tries, attempt);
  }
}
