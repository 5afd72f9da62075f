import type { Action, Create } from '../plan/action.ts';
import { clearDrafts, startAsDrafts } from './drafts.ts';
import type { Job } from './job.ts';
import { ownThreads, removeDoubles, removeNote, subjectOf } from './own-notes.ts';
import { settle } from './settle.ts';
import { startOne } from './start-one.ts';

/** Carries out what is to be done with threads; new ones all where the first of them comes. */
export async function doThreads(job: Job, actions: readonly Action[]): Promise<void> {
  const mayDraft = await clearDrafts(job);
  const creates = actions.filter((action) => action.kind === 'create');
  const [first] = creates;
  for (const action of actions) {
    if (action === first) await start(job, creates, mayDraft);
    else await change(job, action);
  }
}

/** Starts threads, and sees to it that each stands once. */
async function start(job: Job, creates: readonly Create[], mayDraft: boolean): Promise<void> {
  const { client, self, refused, problems } = job;
  const standing = async () => ownThreads(await client.threads(), self);
  const missing = (threads: ReturnType<typeof ownThreads>) =>
    creates.filter(
      ({ fingerprints, body }) =>
        !threads.has(subjectOf(body) ?? '') && !fingerprints.some((print) => refused.has(print)),
    );
  let threads: ReturnType<typeof ownThreads> = new Map();
  if (mayDraft && creates.length > 1) {
    await startAsDrafts(job, creates);
    threads = await standing();
  }
  const left = missing(threads);
  for (const create of left) await startOne(job, create);
  if (left.length > 0) threads = await standing();
  if (missing(threads).length > 0)
    problems.add('Some threads were started and cannot be found. The next run of the job starts them again.');
  for (const { body } of creates) await removeDoubles(job, threads.get(subjectOf(body) ?? '') ?? []);
}

async function change(job: Job, action: Action): Promise<void> {
  switch (action.kind) {
    case 'update':
      await rewrite(job, action.note, action.body);
      return;
    case 'reopen':
      if (action.body !== null) await rewrite(job, action.note, action.body);
      await setResolved(job, action.thread, action.note, false);
      return;
    case 'resolve':
      await setResolved(job, action.thread, action.note, true);
      return;
    case 'remove':
      await removeNote(job, action.note);
  }
}

async function rewrite(job: Job, note: number, body: string): Promise<void> {
  await settle(job, { method: 'PUT', path: `notes/${note}`, body: { body }, attempt: 'update a thread' });
}

/** Who may resolve the thread as a whole does; a Reporter may resolve no more than the notes of their own. */
async function setResolved(job: Job, thread: string, note: number, resolved: boolean): Promise<void> {
  await settle(job, {
    method: 'PUT',
    path: `discussions/${thread}`,
    otherwise: `discussions/${thread}/notes/${note}`,
    body: { resolved },
    attempt: resolved ? 'resolve a thread' : 'open a thread again',
  });
}
