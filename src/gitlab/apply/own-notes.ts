import { addToGroup } from '../../text/group-by.ts';
import { readMarker } from '../plan/marker.ts';
import { isAnswered, type Thread } from '../thread.ts';
import type { Job } from './job.ts';
import { settle } from './settle.ts';

/** What a note speaks of, as one text: its scope, and its fingerprints or that it is a summary; null for notes of others. */
export function subjectOf(body: string): string | null {
  const marker = readMarker(body);
  if (marker === null) return null;
  const subjects = marker.kind === 'summary' ? ['summary'] : [...marker.fingerprints].sort();
  return [marker.scope ?? '', ...subjects].join(' ');
}

/** Our threads and summaries, by what they speak of, oldest first. */
export function ownThreads(threads: readonly Thread[], self: number): Map<string, Thread[]> {
  const found = new Map<string, Thread[]>();
  for (const thread of threads) {
    const [first] = thread.notes;
    if (first === undefined || first.author !== self || first.isSystem) continue;
    const subject = subjectOf(first.body);
    if (subject === null) continue;
    addToGroup(found, subject, thread);
  }
  for (const same of found.values()) same.sort((a, b) => firstId(a) - firstId(b));
  return found;
}

/**
 * Deletes what stands twice: of the threads on the same subject one stays, best one that somebody has answered, else the oldest, so that two
 * jobs at the same time leave the same one. Threads with words of others are never deleted.
 */
export async function removeDoubles(job: Job, same: readonly Thread[]): Promise<void> {
  const answered = same.filter(isAnswered);
  const [stays] = answered.length > 0 ? answered : same;
  for (const thread of same) {
    if (thread === stays || answered.includes(thread)) continue;
    await removeNote(job, firstId(thread));
  }
}

/** Deletes a note that nobody has answered; its thread goes with it. */
export async function removeNote(job: Job, id: number): Promise<void> {
  await settle(job, {
    method: 'DELETE',
    path: `notes/${id}`,
    body: null,
    attempt: 'delete a comment that stood twice',
  });
}

const firstId = ({ notes }: Thread): number => notes[0]?.id ?? 0;
