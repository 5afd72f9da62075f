import { momentOf } from '../../host/calendar.ts';
import { isAnswered, type Note, type Thread } from '../thread.ts';
import { type Owner, ownMarker } from './owner.ts';

/** A thread that we have started. */
export interface OwnThread {
  readonly thread: Thread;
  readonly first: Note;
  readonly fingerprints: readonly string[];
  readonly digest: string;
  /** Of the marker; null in notes of older versions of the program. */
  readonly scope: string | null;
  /** A person has written in it. */
  readonly isAnswered: boolean;
  /**
   * - `done`: resolved by us when its defect was gone; or by GitLab when a push changed its line, which says nothing of the defect, or when
   *   somebody applied its suggestion, who holds it right.
   * - `person`: resolved by a person, whose word holds. GitLab does not always say who did it; then it counts as a person.
   */
  readonly end: 'open' | 'done' | 'person';
  /** Resolved by applying the suggestion that it still holds. */
  readonly isApplied: boolean;
}

/** The threads that are the owner's to look after. */
export function ownThreads(threads: readonly Thread[], owner: Owner): OwnThread[] {
  const { self } = owner;
  return threads.flatMap((thread): OwnThread[] => {
    const [first] = thread.notes;
    const marker = ownMarker(first, owner);
    if (first === undefined || marker?.kind !== 'thread') return [];
    const { fingerprints, digest, scope } = marker;
    const [answered, end] = [isAnswered(thread), endOf(thread, first, self)];
    return [
      { thread, first, fingerprints, digest, scope, isAnswered: answered, end, isApplied: wasApplied(first) },
    ];
  });
}

function endOf(thread: Thread, first: Note, self: number): OwnThread['end'] {
  const { resolved } = first;
  if (resolved === null) return 'open';
  return resolved.by === self || wasOutdated(thread) || wasApplied(first) ? 'done' : 'person';
}

/** GitLab may keep the mark when the note gets a text without a suggestion; then the next one who resolves it means it. */
function wasApplied({ isApplied, body }: Note): boolean {
  return isApplied && /^`{3,}suggestion:/mu.test(body);
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
