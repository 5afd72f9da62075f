import { describe, expect, it, vi } from 'vitest';
import type { DiffVersion } from '../../../src/gitlab/diff/version.ts';
import { readMarker } from '../../../src/gitlab/plan/marker.ts';
import { type AnyFault, isWrite } from '../../support/gitlab/faults.ts';
import { type Handbook, startHandbook } from '../../support/gitlab/handbook.ts';
import { clientFor } from '../client-for.ts';
import { type Defect, plannedReview, printOf, wordsOf } from './planned-review.ts';

// Each of these reviews a merge request many times.
vi.setConfig({ testTimeout: 60_000 });

const defects: readonly Defect[] = [
  { number: 1, line: 10, fix: 'mended' },
  { number: 2, line: 21 },
  { number: 3, line: 1 },
];
/** Defects 2 and 3 are gone, there are two others, and the first one has another text. */
const later: readonly Defect[] = [
  { number: 1, line: 10 },
  { number: 4, line: 22 },
  { number: 5, line: 2, fix: 'mended too' },
];

const faults: Readonly<Record<string, AnyFault>> = {
  'the connection is cut before it is done': { when: 'before', how: 'reset' },
  'the connection is cut after it is done': { when: 'after', how: 'reset' },
  'no answer comes, and it is not done': { when: 'before', how: 'silence' },
  'no answer comes, and it is done': { when: 'after', how: 'silence' },
  'no answer comes, and it is done later': { when: 'later', how: 'silence' },
  'a proxy says 502 before it is done': { when: 'before', how: 502 },
  'a proxy says 504 after it is done': { when: 'after', how: 504 },
  'GitLab says 500 and has done it': { when: 'after', how: 500 },
  'it is delivered twice': { when: 'twice' },
  'there are too many requests': { when: 'before', how: 429, headers: { 'retry-after': '3' } },
};

/** What stands for each of these defects, which defects have more than one thread, and what else there is. */
function standing({ mergeRequest }: Handbook, wanted: readonly Defect[]) {
  const notes = mergeRequest.discussions.flatMap(({ notes: [first] }) => first ?? []);
  const kindOf = ({ body }: { body: string }) => readMarker(body)?.kind;
  const about = (print: string) =>
    notes.filter(({ body }) => {
      const marker = readMarker(body);
      return marker?.kind === 'thread' && marker.fingerprints.includes(print);
    });
  return {
    threads: wanted.map((defect) =>
      about(printOf(defect)).map(({ body, resolvedAt }) => ({
        isOpen: resolvedAt === null,
        isRight: body.includes(wordsOf(defect)) && body.includes('suggestion:') === 'fix' in defect,
      })),
    ),
    open: notes.filter((note) => kindOf(note) === 'thread' && note.resolvedAt === null).length,
    doubles: [1, 2, 3, 4, 5].filter((number) => about(printOf({ number, line: 0 })).length > 1),
    summaries: notes.filter((note) => kindOf(note) === 'summary').length,
    drafts: mergeRequest.drafts.length,
  };
}

const whole = (wanted: readonly Defect[]) => ({
  threads: wanted.map(() => [{ isOpen: true, isRight: true }]),
  open: wanted.length,
  doubles: [],
  summaries: 1,
  drafts: 0,
});

async function started(earlier: readonly (readonly Defect[])[]): Promise<Handbook> {
  const handbook = await startHandbook();
  for (const one of earlier) await plannedReview(clientFor(handbook), one);
  return handbook;
}

describe.each([
  // So many writes: drafts, publishing them, new texts, resolving, opening again, the summary.
  ['first', [], defects, 3 + 1 + 0 + 0 + 0 + 1],
  ['later', [defects], later, 2 + 1 + 1 + 2 + 0 + 1],
  ['third', [defects, []], defects, 0 + 0 + 0 + 0 + 3 + 1],
] as const)('In a %s review', (_, earlier, wanted, writes) => {
  it('each defect gets one thread, and people get one mail for all of them', async () => {
    const handbook = await started(earlier);
    const before = handbook.mergeRequest.notifications.length;
    const outcome = await plannedReview(clientFor(handbook), wanted);
    expect([standing(handbook, wanted), outcome.problems]).toEqual([whole(wanted), []]);
    const mails = handbook.mergeRequest.notifications.slice(before).filter(({ notes }) => notes.length > 1);
    expect(mails).toHaveLength(earlier.length === 2 ? 0 : 1);
  });

  it.each(Object.entries(faults))('nothing stands twice where %s, at any write', async (_name, fault) => {
    let met = 0;
    for (let at = 1; at <= writes; at += 1) {
      const handbook = await started(earlier);
      handbook.gitlab.faults.plan({ at, matches: isWrite, fault });
      await plannedReview(clientFor(handbook, { timeout: 60 }), wanted);
      met += handbook.gitlab.faults.met;
      handbook.gitlab.faults.clear();
      handbook.gitlab.faults.takeLate()();
      const { doubles } = standing(handbook, wanted);
      expect([at, doubles]).toEqual([at, []]);
      await plannedReview(clientFor(handbook), wanted);
      expect([at, standing(handbook, wanted)]).toEqual([at, whole(wanted)]);
    }
    expect(met).toBe(writes);
  });

  it.each(['before', 'after'] as const)(
    'a job killed at any write, %s it is done, leaves nothing that the next cannot mend',
    async (when) => {
      let met = 0;
      for (let at = 1; at <= writes; at += 1) {
        const handbook = await started(earlier);
        let isKilled = false;
        handbook.gitlab.faults.onKill = () => {
          isKilled = true;
        };
        handbook.gitlab.faults.plan({ at, matches: isWrite, fault: { when, how: 'kill' } });
        const mortal: typeof fetch = (...args) =>
          isKilled ? Promise.reject(new Error('killed')) : fetch(...args);
        await plannedReview(clientFor(handbook, { fetch: mortal }), wanted).catch(() => {});
        met += handbook.gitlab.faults.met;
        handbook.gitlab.faults.clear();
        expect([at, standing(handbook, wanted).doubles]).toEqual([at, []]);
        await plannedReview(clientFor(handbook), wanted);
        expect([at, standing(handbook, wanted)]).toEqual([at, whole(wanted)]);
      }
      expect(met).toBe(writes);
    },
  );

  it('two jobs at the same time leave one set of comments after the next', async () => {
    for (const delay of [0, 5, 15, 30]) {
      const handbook = await started(earlier);
      const second = new Promise((resolve) => setTimeout(resolve, delay));
      await Promise.all([
        plannedReview(clientFor(handbook), wanted),
        second.then(() => plannedReview(clientFor(handbook), wanted)),
      ]);
      await plannedReview(clientFor(handbook), wanted);
      expect([delay, standing(handbook, wanted)]).toEqual([delay, whole(wanted)]);
    }
  });
});

describe('Drafts', () => {
  it('of a person, whose token it is, are never published', async () => {
    const handbook = await startHandbook();
    await handbook.asBot('POST', 'draft_notes', { note: 'Not ready yet.' });
    await plannedReview(clientFor(handbook), defects);
    expect(standing(handbook, defects)).toEqual({ ...whole(defects), drafts: 1 });
  });

  it('are done without where GitLab has none', async () => {
    const handbook = await startHandbook();
    handbook.gitlab.hasDrafts = false;
    await plannedReview(clientFor(handbook), defects);
    expect(standing(handbook, defects)).toEqual(whole(defects));
  });

  it('on lines that GitLab does not take move to the summary, and the others get their threads', async () => {
    const handbook = await startHandbook();
    // An unchanged line, which we would take for a new one.
    const wrong = { number: 4, line: 1 };
    const seen = (version: DiffVersion): DiffVersion => ({
      ...version,
      files: version.files.map((file) => ({ ...file, isNew: true })),
    });
    const fine = defects.filter(({ line }) => line !== 1);
    const outcome = await plannedReview(clientFor(handbook), [...fine, wrong], seen);
    expect([...outcome.refused]).toEqual([printOf(wrong)]);
    expect(standing(handbook, fine)).toEqual(whole(fine));
    const notes = handbook.mergeRequest.discussions.flatMap((one) => one.notes);
    expect(notes.filter(({ body }) => body.includes(wordsOf(wrong))).map(({ type }) => type)).toEqual([null]);
  });
});

describe('Rights', () => {
  it('of a Reporter are enough to start threads, resolve them, and open them again', async () => {
    const handbook = await startHandbook({ role: 'reporter' });
    await plannedReview(clientFor(handbook), defects);
    expect((await plannedReview(clientFor(handbook), [])).problems).toEqual([]);
    const isResolved = () =>
      handbook.mergeRequest.discussions
        .flatMap(({ notes }) => notes.filter(({ type }) => type === 'DiffNote'))
        .map(({ resolvedAt }) => resolvedAt !== null);
    expect(isResolved()).toEqual([true, true, true]);
    await plannedReview(clientFor(handbook), defects);
    expect(isResolved()).toEqual([false, false, false]);
  });

  it('to comment that are missing are named', async () => {
    const handbook = await startHandbook({ visibility: 'public' });
    handbook.mergeRequest.isLocked = true;
    handbook.project.members.delete(handbook.bot.id);
    await expect(plannedReview(clientFor(handbook), defects)).rejects.toThrow(
      /^The token’s user may not start a thread in merge request !1 .* role Developer/u,
    );
    expect(handbook.mergeRequest.discussions).toEqual([]);
  });
});
