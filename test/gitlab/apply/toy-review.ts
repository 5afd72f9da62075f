import { applyPlan } from '../../../src/gitlab/apply/apply.ts';
import type { ReviewClient } from '../../../src/gitlab/client/review-client.ts';
import type { Action, SummaryAction } from '../../../src/gitlab/plan/action.ts';
import { markerText, readMarker } from '../../../src/gitlab/plan/marker.ts';
import type { Outcome } from '../../../src/gitlab/plan/outcome.ts';
import type { Thread } from '../../../src/gitlab/thread.ts';
import { page } from '../../support/gitlab/handbook.ts';

/** Where a defect stands: the line after the change, and before it for a line that is not new. */
export interface Defect {
  readonly number: number;
  readonly newLine: number;
  readonly oldLine?: number;
}

export const printOf = ({ number }: Defect): string => number.toString(16).padStart(16, '0');

/** A review as simple as can be: one thread a defect, one summary that counts those in it. */
export async function toyReview(client: ReviewClient, defects: readonly Defect[]): Promise<Outcome> {
  const self = await client.self();
  const { diffRefs } = await client.mergeRequest();
  if (diffRefs === null) throw new Error('The merge request is not ready.');
  const threads = (await client.threads()).filter(
    ({ notes }) => notes[0]?.author === self && !notes[0].isSystem,
  );
  const about = (subject: string) =>
    threads.filter(({ notes }) => subjectOf(notes[0]?.body ?? '') === subject);
  const wanted = new Set(defects.map(printOf));
  const gone = [...new Set(threads.map(({ notes }) => subjectOf(notes[0]?.body ?? '')))].filter(
    (subject) => /^[0-9a-f]{16}$/u.test(subject) && !wanted.has(subject),
  );
  const actions: Action[] = [
    ...defects.flatMap((defect) => standing(defect, about(printOf(defect)))),
    ...gone.flatMap((subject) => ended(subject, about(subject))),
  ];
  const [first, ...more] = about('summary').map(({ notes }) => notes[0]?.id ?? 0);
  const summaryOf = (refused: ReadonlySet<string>): SummaryAction[] => {
    const text = `${refused.size} of ${defects.length} are here alone.`;
    const body = `${text}\n\n${markerText({ kind: 'summary', scope: null, digest: 'ab', state: 'x' })}`;
    return [
      first === undefined ? { kind: 'create-summary', body } : { kind: 'update-summary', note: first, body },
      ...more.map((note) => ({ kind: 'remove-summary', note }) as const),
    ];
  };
  return applyPlan({ refs: diffRefs, actions, summary: summaryOf(new Set()) }, summaryOf, client);
}

function standing(defect: Defect, [first, ...more]: readonly Thread[]): Action[] {
  const fingerprints = [printOf(defect)];
  if (first === undefined) {
    const { newLine, oldLine = null } = defect;
    const body = `Defect ${defect.number}.\n\n${markerText({ kind: 'thread', scope: null, fingerprints, digest: 'ab' })}`;
    return [
      {
        kind: 'create',
        fingerprints,
        body,
        position: { kind: 'line', oldPath: page, newPath: page, oldLine, newLine },
      },
    ];
  }
  const thread = first.id;
  const note = first.notes[0]?.id ?? 0;
  const again: Action[] = first.notes[0]?.resolved
    ? [{ kind: 'reopen', fingerprints, thread, note, body: null }]
    : [];
  return [
    ...again,
    ...more.map(
      ({ id, notes }): Action => ({
        kind: 'remove',
        fingerprints,
        thread: id,
        notes: notes.map((one) => one.id),
      }),
    ),
  ];
}

function ended(subject: string, threads: readonly Thread[]): Action[] {
  return threads.flatMap(({ id, notes: [first] }) =>
    first && !first.resolved
      ? [{ kind: 'resolve', fingerprints: [subject], thread: id, note: first.id, why: 'gone' } as const]
      : [],
  );
}

function subjectOf(body: string): string {
  const marker = readMarker(body);
  if (marker === null) return 'none';
  return marker.kind === 'summary' ? 'summary' : marker.fingerprints.join(' ');
}
