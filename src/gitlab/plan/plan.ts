import { severities } from '../../lint/finding.ts';
import type { Action, Create } from './action.ts';
import { readMarker } from './marker.ts';
import { bySubject, standsOn } from './match.ts';
import type { OwnThread } from './own-thread.ts';
import type { Owner } from './owner.ts';
import type { Subject } from './subject.ts';

export interface ToPlan {
  /** In the order of the report; what shares a fingerprint with one before it is left out. */
  readonly subjects: readonly Subject[];
  /** The threads that are the owner's to look after. */
  readonly own: readonly OwnThread[];
  readonly owner: Owner;
  /** Commit that positions are counted in. */
  readonly headSha: string;
  /** So many threads may be open, 0 or more. Those that are there already stay, also beyond it. */
  readonly limit: number;
}

/**
 * What is to be done with threads, so that each finding has one at most and all of them say what is so. Depends on nothing but its
 * input; planned again after it was carried out, nothing is left to do.
 */
export function planThreads({ subjects, own, owner, headSha, limit }: ToPlan): Action[] {
  const wanted = new Map<string, Subject>();
  for (const subject of subjects)
    if (!subject.fingerprints.some((print) => wanted.has(print)))
      for (const print of subject.fingerprints) wanted.set(print, subject);
  const standing: Action[] = [];
  const ended: Action[] = [];
  const met = new Set<Subject>();
  for (const [subject, [stays, ...others]] of bySubject(own, wanted, headSha)) {
    if (stays === undefined) continue;
    if (typeof subject === 'string') ended.push(...resolved(stays, 'gone'));
    else {
      met.add(subject);
      standing.push(kept(stays, subject, headSha, owner));
    }
    for (const other of others) ended.push(...dropped(other));
  }
  const aside = settledByPeople(own);
  const left = [...new Set(wanted.values())].filter((subject) => !met.has(subject));
  const isOpen = ({ kind }: Action) => kind === 'keep' || kind === 'update' || kind === 'reopen';
  const room = Math.max(0, limit - standing.filter(isOpen).length);
  const creates: Create[] = [];
  const folds: Action[] = [];
  for (const subject of left.sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  )) {
    const { fingerprints, severity, position, body, suggesting } = subject;
    const [thread] = fingerprints.map((print) => aside.get(print));
    if (thread !== undefined && fingerprints.every((print) => aside.has(print))) {
      standing.push({ kind: 'leave', fingerprints, thread });
      continue;
    }
    // A thread on a whole file says less than a line of the summary, and blocks merging where open threads do; so does one with a mere
    // hint on a line that the change did not write.
    if (position?.kind !== 'line' || (severity === 'info' && position.oldLine !== null))
      folds.push({ kind: 'fold', fingerprints, why: 'untouched' });
    else if (creates.length === room) folds.push({ kind: 'fold', fingerprints, why: 'limit' });
    else creates.push({ kind: 'create', fingerprints, position, body: suggesting ?? body });
  }
  return [...standing, ...ended, ...creates, ...folds];
}

/** Findings that people have settled by resolving a thread, with its id, by fingerprint. */
export function settledByPeople(own: readonly OwnThread[]): ReadonlyMap<string, string> {
  const settled = own.filter(({ end }) => end === 'person');
  return new Map(
    settled.flatMap(({ fingerprints, thread }) => fingerprints.map((print) => [print, thread.id] as const)),
  );
}

function kept(own: OwnThread, subject: Subject, headSha: string, { scope }: Owner): Action {
  const { thread, first, fingerprints, end } = own;
  const base = { fingerprints: subject.fingerprints, thread: thread.id };
  if (end === 'person') return { kind: 'leave', ...base };
  const { position, body: plain, suggesting } = subject;
  // A suggestion replaces the line that its note stands on, wherever GitLab has moved that.
  const isThere = position?.kind === 'line' && standsOn(own, position, headSha);
  const body = (isThere ? suggesting : null) ?? plain;
  const isSame =
    readMarker(body)?.digest === own.digest &&
    areSame(fingerprints, subject.fingerprints) &&
    own.scope === scope;
  const fresh = { ...base, note: first.id };
  // Writing the same text again makes its suggestion a fresh one, so that it counts as applied no more.
  if (end === 'done') return { kind: 'reopen', ...fresh, body: isSame && !own.isApplied ? null : body };
  return isSame ? { kind: 'keep', ...base } : { kind: 'update', ...fresh, body };
}

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

function resolved({ thread, first, fingerprints, end }: OwnThread, why: 'gone' | 'duplicate'): Action[] {
  if (end !== 'open' || !first.isResolvable) return [];
  return [{ kind: 'resolve', fingerprints, thread: thread.id, note: first.id, why }];
}

/** What becomes of a thread beside which another one says the same. */
function dropped(own: OwnThread): Action[] {
  const { thread, first, fingerprints } = own;
  if (own.end === 'person') return [];
  if (own.isAnswered) return resolved(own, 'duplicate');
  return [{ kind: 'remove', fingerprints, thread: thread.id, note: first.id }];
}
