import { momentOf } from '../../host/calendar.ts';
import type { Note, Thread } from '../thread.ts';
import { readMarker } from './marker.ts';

/** A thread that we have started. */
export interface OwnThread {
  readonly thread: Thread;
  readonly first: Note;
  readonly fingerprints: readonly string[];
  readonly digest: string;
  /** Somebody else has written in it. */
  readonly isAnswered: boolean;
  /**
   * - `done`: resolved by us when its defect was gone, or by GitLab when a push changed its line, which says nothing of the defect.
   * - `person`: resolved by a person, whose word holds. GitLab does not always say who did it; then it counts as a person.
   */
  readonly end: 'open' | 'done' | 'person';
}

/** @param self id of the user that we write as; a marker in a note of anybody else means nothing */
export function ownThreads(threads: readonly Thread[], self: number): OwnThread[] {
  return threads.flatMap((thread): OwnThread[] => {
    const [first] = thread.notes;
    const marker = first === undefined ? null : readMarker(first.body);
    if (first === undefined || first.author !== self || first.isSystem || marker?.kind !== 'thread')
      return [];
    const isAnswered = thread.notes.some(({ author, isSystem }) => !isSystem && author !== self);
    const { fingerprints, digest } = marker;
    return [{ thread, first, fingerprints, digest, isAnswered, end: endOf(thread, first, self) }];
  });
}

function endOf(thread: Thread, { resolved }: Note, self: number): OwnThread['end'] {
  if (resolved === null) return 'open';
  return resolved.by === self || wasOutdated(thread) ? 'done' : 'person';
}

/** GitLab resolves the thread and writes the note in one go, in this order; nobody who has read the note is as quick. In milliseconds. */
const within = (wait: number) => wait >= -1000 && wait <= 2000;

/**
 * Whether GitLab itself resolved the thread, as a project may ask of it, when a push changed the line. It names the one who pushed as the
 * one who resolved it; what tells it from a person's doing is its note in the thread, of the same user and the same moment.
 */
function wasOutdated({ notes: [first, ...others] }: Thread): boolean {
  const { by, at } = first?.resolved ?? { by: null, at: null };
  const resolvedAt = momentOf(at);
  if (resolvedAt === null) return false;
  return others.some(({ isSystem, author, body, createdAt }) => {
    const written = momentOf(createdAt);
    const isOfPush = isSystem && /^changed this (?:line|file)/iu.test(body) && (by === null || author === by);
    return isOfPush && written !== null && within(written - resolvedAt);
  });
}
