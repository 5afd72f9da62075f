import type { SummaryAction } from '../plan/action.ts';
import { type Job, mostTries } from './job.ts';
import { ownThreads, removeDoubles, removeNote, subjectOf } from './own-notes.ts';
import { settle } from './settle.ts';

const attempt = 'write the summary';

/** Carries out what is to be done with the summary. */
export async function doSummary(job: Job, actions: readonly SummaryAction[]): Promise<void> {
  for (const action of actions) {
    if (action.kind === 'create-summary') await write(job, action.body);
    else if (action.kind === 'update-summary') {
      const body = { body: action.body };
      const done = await settle(job, { method: 'PUT', path: `notes/${action.note}`, body, attempt });
      // Somebody has deleted it since it was read.
      if (done === 'gone') await write(job, action.body);
    } else if (action.kind === 'remove-summary') await removeNote(job, action.note);
  }
}

/**
 * Writes a new summary, or over one that another job has written meanwhile.
 * @throws AccessError where the right to comment is missing, GitLabError
 */
async function write(job: Job, body: string): Promise<void> {
  const { client, problems } = job;
  for (let tries = 1; ; tries += 1) {
    const note = (await standing(job, body))[0]?.notes[0]?.id;
    if (note !== undefined) {
      await settle(job, { method: 'PUT', path: `notes/${note}`, body: { body }, attempt });
      break;
    }
    const written = await client.write('POST', 'notes', { body }, attempt);
    if (written.kind === 'refused') throw client.refusal(written.answer, attempt);
    if (written.kind === 'done') break;
    if (tries === mostTries) {
      problems.add(client.unsure(written.why, attempt).message);
      break;
    }
    await client.rest(tries, attempt);
  }
  await removeDoubles(job, await standing(job, body));
}

/** Summaries of the same scope. */
async function standing(job: Job, body: string) {
  return ownThreads(await job.client.threads(), job.self).get(subjectOf(body) ?? '') ?? [];
}
