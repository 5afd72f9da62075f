import { fieldsOf } from '../client/answer.ts';
import type { Draft } from '../client/shapes.ts';
import type { Create } from '../plan/action.ts';
import { type Job, mostTries } from './job.ts';
import { ownThreads, subjectOf } from './own-notes.ts';
import { positionBody } from './position-body.ts';
import { settle } from './settle.ts';

const attempt = 'prepare a thread as a draft';

/**
 * Deletes drafts that a killed run has left, for publishing would make them public.
 * @returns false where drafts are not to be used: there are none in this GitLab, or the token's user has others, which publishing would
 * make public too
 */
export async function clearDrafts(job: Job): Promise<boolean> {
  const drafts = await job.client.drafts();
  if (drafts === null) return false;
  await discard(job, drafts.filter(isOurs));
  return drafts.every(isOurs);
}

/**
 * Starts threads as drafts and publishes them at once, so that people get one mail. Which of them were published must be looked up afterwards:
 * GitLab drops drafts that it does not like without a word.
 * @throws GitLabError
 */
export async function startAsDrafts(job: Job, creates: readonly Create[]): Promise<void> {
  for (const create of creates) {
    if (!(await prepare(job, create))) {
      await clearDrafts(job);
      return;
    }
  }
  for (let tries = 1; tries <= mostTries; tries += 1) {
    if (!(await clearDoubles(job))) return;
    const written = await job.client.write('POST', 'draft_notes/bulk_publish', null, 'publish the drafts');
    if (written.kind === 'done') return;
    if (written.kind === 'refused') break;
    // Perhaps some are public and all drafts are still there: publishing again would make those public twice.
    await job.client.rest(tries, 'publish the drafts');
  }
  if (await clearDoubles(job)) await clearDrafts(job);
}

/** @returns false where drafts cannot be made at all */
async function prepare(job: Job, create: Create): Promise<boolean> {
  const { client, refs } = job;
  const body = { note: create.body, position: positionBody(create.position, refs) };
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const written = await client.write('POST', 'draft_notes', body, attempt);
    if (written.kind === 'refused') return written.answer.status === 400;
    if (written.kind === 'done') {
      const { id, line_code: line } = fieldsOf(written.answer.body);
      // GitLab checks the line only when it publishes, and then drops the draft.
      if (create.position.kind === 'line' && line === null && typeof id === 'number') {
        await discard(job, [{ id, body: create.body }]);
        for (const print of create.fingerprints) job.refused.add(print);
      }
      return true;
    }
    await client.rest(tries, attempt);
    const drafts = (await client.drafts()) ?? [];
    const subject = subjectOf(create.body);
    if (drafts.some((draft) => subjectOf(draft.body) === subject)) return true;
  }
  return true;
}

/**
 * Deletes drafts that stand twice, or whose thread stands already, as after a publication of which no answer came.
 * @returns whether there is something left that may be published
 */
async function clearDoubles(job: Job): Promise<boolean> {
  const drafts = (await job.client.drafts()) ?? [];
  if (drafts.length === 0) return false;
  const standing = ownThreads(await job.client.threads(), job.self);
  const seen = new Set(standing.keys());
  const doubles = drafts.filter((draft) => {
    const subject = subjectOf(draft.body);
    if (subject === null) return false;
    if (seen.has(subject)) return true;
    seen.add(subject);
    return false;
  });
  await discard(job, doubles);
  if (drafts.every(isOurs)) return drafts.length > doubles.length;
  await discard(job, drafts.filter(isOurs));
  return false;
}

async function discard(job: Job, drafts: readonly Draft[]): Promise<void> {
  for (const { id } of drafts)
    await settle(job, { method: 'DELETE', path: `draft_notes/${id}`, body: null, attempt: 'delete a draft' });
}

const isOurs = ({ body }: Draft): boolean => subjectOf(body) !== null;
