import { describe, expect, it } from 'vitest';
import { type AnyFault, isWrite } from '../../support/gitlab/faults.ts';
import { type Handbook, startHandbook } from '../../support/gitlab/handbook.ts';
import { clientFor } from '../client-for.ts';
import { type Defect, printOf, toyReview } from './toy-review.ts';

const defects: readonly Defect[] = [
  { number: 1, newLine: 10 },
  { number: 2, newLine: 21 },
  { number: 3, newLine: 1, oldLine: 1 },
];
/** Defects 2 and 3 are gone, and there are two others. */
const later: readonly Defect[] = [
  { number: 1, newLine: 10 },
  { number: 4, newLine: 22, oldLine: 21 },
  { number: 5, newLine: 2, oldLine: 2 },
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

/** How many open threads each of these defects has, which defects have more than one thread, and what else stands. */
function standing({ mergeRequest }: Handbook, open: readonly Defect[]) {
  const threads = mergeRequest.discussions.filter(({ notes }) => !notes[0]?.isSystem);
  const saying = (text: string) => threads.filter(({ notes }) => notes[0]?.body.includes(text));
  return {
    threads: open.map(
      (defect) => saying(printOf(defect)).filter(({ notes }) => notes[0]?.resolvedAt === null).length,
    ),
    doubles: [1, 2, 3, 4, 5].filter((number) => saying(printOf({ number, newLine: 0 })).length > 1),
    summaries: saying(' summary ab ').length,
    drafts: mergeRequest.drafts.length,
  };
}

const whole = (open: readonly Defect[]) => ({
  threads: open.map(() => 1),
  doubles: [],
  summaries: 1,
  drafts: 0,
});

async function started(isSecond: boolean): Promise<Handbook> {
  const handbook = await startHandbook();
  if (isSecond) await toyReview(clientFor(handbook), defects);
  return handbook;
}

describe.each([
  // So many writes: drafts, publishing them, resolving, the summary.
  ['first', false, defects, 3 + 1 + 0 + 1],
  ['later', true, later, 2 + 1 + 2 + 1],
] as const)('In a %s review', (_, isSecond, wanted, writes) => {
  it('each defect gets one thread, and people get one mail for all of them', async () => {
    const handbook = await started(isSecond);
    const before = handbook.mergeRequest.notifications.length;
    const outcome = await toyReview(clientFor(handbook), wanted);
    expect([standing(handbook, wanted), outcome.problems]).toEqual([whole(wanted), []]);
    const mails = handbook.mergeRequest.notifications.slice(before).filter(({ notes }) => notes.length > 1);
    expect(mails).toHaveLength(1);
  });

  it.each(Object.entries(faults))('nothing stands twice where %s, at any write', async (_name, fault) => {
    let met = 0;
    for (let at = 1; at <= writes; at += 1) {
      const handbook = await started(isSecond);
      handbook.gitlab.faults.plan({ at, matches: isWrite, fault });
      await toyReview(clientFor(handbook, { timeout: 60 }), wanted);
      met += handbook.gitlab.faults.met;
      handbook.gitlab.faults.clear();
      handbook.gitlab.faults.takeLate()();
      const { doubles } = standing(handbook, wanted);
      expect([at, doubles]).toEqual([at, []]);
      await toyReview(clientFor(handbook), wanted);
      expect([at, standing(handbook, wanted)]).toEqual([at, whole(wanted)]);
    }
    expect(met).toBe(writes);
  });

  it.each(['before', 'after'] as const)(
    'a job killed at any request, %s it is done, leaves nothing that the next cannot mend',
    async (when) => {
      let met = 0;
      for (let at = 1; at <= 20; at += 1) {
        const handbook = await started(isSecond);
        let isKilled = false;
        handbook.gitlab.faults.onKill = () => {
          isKilled = true;
        };
        handbook.gitlab.faults.plan({ at, fault: { when, how: 'kill' } });
        const mortal: typeof fetch = (...args) =>
          isKilled ? Promise.reject(new Error('killed')) : fetch(...args);
        await toyReview(clientFor(handbook, { fetch: mortal }), wanted).catch(() => {});
        met += handbook.gitlab.faults.met;
        handbook.gitlab.faults.clear();
        expect([at, standing(handbook, wanted).doubles]).toEqual([at, []]);
        await toyReview(clientFor(handbook), wanted);
        expect([at, standing(handbook, wanted)]).toEqual([at, whole(wanted)]);
      }
      expect(met).toBeGreaterThan(12);
    },
  );

  it('two jobs at the same time leave one set of comments after the next', async () => {
    for (const delay of [0, 5, 15, 30]) {
      const handbook = await started(isSecond);
      const second = new Promise((resolve) => setTimeout(resolve, delay));
      await Promise.all([
        toyReview(clientFor(handbook), wanted),
        second.then(() => toyReview(clientFor(handbook), wanted)),
      ]);
      await toyReview(clientFor(handbook), wanted);
      expect([delay, standing(handbook, wanted)]).toEqual([delay, whole(wanted)]);
    }
  });
});

describe('Drafts', () => {
  it('of a person, whose token it is, are never published', async () => {
    const handbook = await startHandbook();
    await handbook.asBot('POST', 'draft_notes', { note: 'Not ready yet.' });
    await toyReview(clientFor(handbook), defects);
    expect(standing(handbook, defects)).toEqual({ ...whole(defects), drafts: 1 });
  });

  it('are done without where GitLab has none', async () => {
    const handbook = await startHandbook();
    handbook.gitlab.hasDrafts = false;
    await toyReview(clientFor(handbook), defects);
    expect(standing(handbook, defects)).toEqual(whole(defects));
  });

  it('on lines that GitLab does not take move to the summary, and the others get their threads', async () => {
    const handbook = await startHandbook();
    const wrong = [{ number: 4, newLine: 1 }];
    const outcome = await toyReview(clientFor(handbook), [...defects, ...wrong]);
    expect([...outcome.refused]).toEqual(wrong.map(printOf));
    expect(standing(handbook, defects)).toEqual(whole(defects));
    const notes = handbook.mergeRequest.discussions.flatMap((one) => one.notes);
    expect(notes.some(({ body }) => body.startsWith('1 of 4 are here alone.'))).toBe(true);
  });
});

describe('Rights', () => {
  it('of a Reporter are enough to start threads, resolve them, and open them again', async () => {
    const handbook = await startHandbook({ role: 'reporter' });
    await toyReview(clientFor(handbook), defects);
    expect((await toyReview(clientFor(handbook), [])).problems).toEqual([]);
    const isResolved = () =>
      handbook.mergeRequest.discussions
        .flatMap(({ notes }) => notes.filter(({ type }) => type === 'DiffNote'))
        .map(({ resolvedAt }) => resolvedAt !== null);
    expect(isResolved()).toEqual([true, true, true]);
    await toyReview(clientFor(handbook), defects);
    expect(isResolved()).toEqual([false, false, false]);
  });

  it('to comment that are missing are named', async () => {
    const handbook = await startHandbook({ visibility: 'public' });
    handbook.mergeRequest.isLocked = true;
    handbook.project.members.delete(handbook.bot.id);
    await expect(toyReview(clientFor(handbook), defects)).rejects.toThrow(
      /^The token’s user may not start a thread in merge request !1 .* role Developer/u,
    );
    expect(handbook.mergeRequest.discussions).toEqual([]);
  });
});
