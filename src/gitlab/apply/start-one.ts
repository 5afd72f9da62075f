import type { Create } from '../plan/action.ts';
import { type Job, mostTries } from './job.ts';
import { ownThreads, subjectOf } from './own-notes.ts';
import { positionBody } from './position-body.ts';

const attempt = 'start a thread';

/**
 * Starts one thread. Where no answer tells whether it was done, the threads are read before it is tried again.
 * @throws AccessError where the right to comment is missing, GitLabError
 */
export async function startOne(job: Job, create: Create): Promise<void> {
  const { client, refs, refused, problems } = job;
  const body = { body: create.body, position: positionBody(create.position, refs) };
  for (let tries = 1; ; tries += 1) {
    const written = await client.write('POST', 'discussions', body, attempt);
    if (written.kind === 'done') return;
    if (written.kind === 'refused') {
      if (written.answer.status !== 400) throw client.refusal(written.answer, attempt);
      // GitLab gives the same text for every cause, so the finding moves to the summary whatever it was.
      for (const print of create.fingerprints) refused.add(print);
      return;
    }
    if (tries < mostTries) await client.rest(tries, attempt);
    if (ownThreads(await client.threads(), job.self).has(subjectOf(create.body) ?? '')) return;
    if (tries === mostTries) {
      problems.add(client.unsure(written.why, attempt).message);
      return;
    }
  }
}
