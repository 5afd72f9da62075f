import { type Severity, severities } from '../../lint/finding.ts';
import { addToGroup } from '../../text/group-by.ts';
import type { LinePosition, Position } from '../diff/position.ts';
import type { Thread } from '../thread.ts';
import type { Action, Create } from './action.ts';
import { readMarker } from './marker.ts';
import { type OwnThread, ownThreads } from './own-thread.ts';
import type { Owner } from './owner.ts';

/** What one thread is to speak of: a finding, or several that one repair mends. */
export interface Subject {
  /** At least one. */
  readonly fingerprints: readonly string[];
  /** The worst of theirs. */
  readonly severity: Severity;
  /** Null where the change has no diff of its file. */
  readonly position: Position | null;
  /** Text of its thread, marker included. */
  readonly body: string;
  /** The same with a suggestion, which is right on the line of `position` alone; null where there is none. */
  readonly suggesting: string | null;
}

export interface ToPlan {
  /** In the order of the report; what shares a fingerprint with one before it is left out. */
  readonly subjects: readonly Subject[];
  /** All threads of the merge request. */
  readonly threads: readonly Thread[];
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
export function planThreads({ subjects, threads, owner, headSha, limit }: ToPlan): Action[] {
  const wanted = new Map<string, Subject>();
  for (const subject of subjects)
    if (!subject.fingerprints.some((print) => wanted.has(print)))
      for (const print of subject.fingerprints) wanted.set(print, subject);
  const own = ownThreads(threads, owner);
  const standing: Action[] = [];
  const ended: Action[] = [];
  const met = new Set<Subject>();
  for (const [subject, [stays, ...others]] of bySubject(own, wanted)) {
    if (stays === undefined) continue;
    if (typeof subject === 'string') ended.push(...resolved(stays, 'gone'));
    else {
      met.add(subject);
      standing.push(kept(stays, subject, headSha, owner));
    }
    for (const other of others) ended.push(...dropped(other, owner.self));
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
    const { fingerprints, position, body, suggesting } = subject;
    const [thread] = fingerprints.map((print) => aside.get(print));
    if (thread !== undefined && fingerprints.every((print) => aside.has(print))) {
      standing.push({ kind: 'leave', fingerprints, thread });
      continue;
    }
    // A thread on a whole file says less than a line of the summary, and blocks merging where open threads do.
    if (position?.kind !== 'line') folds.push({ kind: 'fold', fingerprints, why: 'untouched' });
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

/**
 * Threads by what they speak of, or by a fingerprint that is not wanted any more. The first of each list is the one that stays: one that a person has resolved, else one
 * that was answered, else the oldest; so two jobs at the same time choose the same one.
 */
function bySubject(
  own: readonly OwnThread[],
  wanted: ReadonlyMap<string, Subject>,
): Map<Subject | string, OwnThread[]> {
  const found = new Map<Subject | string, OwnThread[]>();
  for (const one of own) {
    const [first = ''] = one.fingerprints;
    const print = one.fingerprints.find((each) => wanted.has(each)) ?? first;
    const subject = wanted.get(print) ?? print;
    addToGroup(found, subject, one);
  }
  const rank = ({ end, isAnswered }: OwnThread) => (end === 'person' ? 0 : isAnswered ? 1 : 2);
  for (const same of found.values()) same.sort((a, b) => rank(a) - rank(b) || a.first.id - b.first.id);
  return found;
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
  if (end === 'done') return { kind: 'reopen', ...fresh, body: isSame ? null : body };
  return isSame ? { kind: 'keep', ...base } : { kind: 'update', ...fresh, body };
}

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

function standsOn({ first }: OwnThread, { newPath, newLine }: LinePosition, headSha: string): boolean {
  const at = first.position;
  return at !== null && at.headSha === headSha && at.newPath === newPath && at.newLine === newLine;
}

function resolved({ thread, first, fingerprints, end }: OwnThread, why: 'gone' | 'duplicate'): Action[] {
  if (end !== 'open' || !first.isResolvable) return [];
  return [{ kind: 'resolve', fingerprints, thread: thread.id, note: first.id, why }];
}

/** What becomes of a thread beside which another one says the same. */
function dropped(own: OwnThread, self: number): Action[] {
  const { thread, fingerprints } = own;
  if (own.end === 'person') return [];
  if (own.isAnswered) return resolved(own, 'duplicate');
  const notes = thread.notes.filter(({ author, isSystem }) => author === self && !isSystem);
  return [{ kind: 'remove', fingerprints, thread: thread.id, notes: notes.map(({ id }) => id) }];
}
