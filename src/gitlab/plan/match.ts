import { addToGroup } from '../../text/group-by.ts';
import type { LinePosition } from '../diff/position.ts';
import { readMarker } from './marker.ts';
import type { OwnThread } from './own-thread.ts';
import type { Subject } from './subject.ts';

/**
 * Threads by what they speak of, or by a fingerprint that is not wanted any more. The first of each list is the one that stays: one that a person has resolved, else one
 * that was answered, else the oldest; so two jobs at the same time choose the same one.
 * @param wanted subjects by fingerprint
 * @param headSha commit that positions are counted in
 */
export function bySubject(
  own: readonly OwnThread[],
  wanted: ReadonlyMap<string, Subject>,
  headSha: string,
): Map<Subject | string, OwnThread[]> {
  const found = new Map<Subject | string, OwnThread[]>();
  const strangers: OwnThread[] = [];
  for (const one of own) {
    const print = one.fingerprints.find((each) => wanted.has(each));
    const subject = print === undefined ? undefined : wanted.get(print);
    if (subject === undefined) strangers.push(one);
    else addToGroup(found, subject, one);
  }
  // A finding gets another fingerprint when its page is renamed, or a heading above it reworded. Its thread is known by the line that GitLab
  // has moved it to, and by every word of it.
  const left = [...new Set(wanted.values())].filter((subject) => !found.has(subject));
  for (const one of strangers) {
    const at = left.findIndex((subject) => stands(one, subject, headSha) && saysTheSame(one, subject));
    const [subject] = at < 0 ? [] : left.splice(at, 1);
    addToGroup(found, subject ?? one.fingerprints[0] ?? '', one);
  }
  const rank = ({ end, isAnswered }: OwnThread) => (end === 'person' ? 0 : isAnswered ? 1 : 2);
  for (const same of found.values()) same.sort((a, b) => rank(a) - rank(b) || a.first.id - b.first.id);
  return found;
}

/** Whether GitLab shows the thread on that line of that commit. */
export function standsOn({ first }: OwnThread, { newPath, newLine }: LinePosition, headSha: string): boolean {
  const at = first.position;
  return at !== null && at.headSha === headSha && at.newPath === newPath && at.newLine === newLine;
}

const stands = (one: OwnThread, { position }: Subject, headSha: string): boolean =>
  position?.kind === 'line' && standsOn(one, position, headSha);

function saysTheSame({ digest }: OwnThread, { body, suggesting }: Subject): boolean {
  return [body, suggesting].some((text) => text !== null && readMarker(text)?.digest === digest);
}
