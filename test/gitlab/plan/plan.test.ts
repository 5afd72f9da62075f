import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/gitlab/plan/action.ts';
import { markerText, readMarker } from '../../../src/gitlab/plan/marker.ts';
import { ownThreads } from '../../../src/gitlab/plan/own-thread.ts';
import { planThreads } from '../../../src/gitlab/plan/plan.ts';
import { planSummary } from '../../../src/gitlab/plan/plan-summary.ts';
import type { Subject } from '../../../src/gitlab/plan/subject.ts';
import type { Note, Thread } from '../../../src/gitlab/thread.ts';

const [self, person] = [7, 8];
const headSha = 'a'.repeat(40);
const print = (number: number): string => number.toString(16).padStart(16, '0');
const owner = { self, scope: 'aaaaaaaa' };
const bodyOf = (
  about: number | readonly number[],
  text: number,
  scope: string | null = owner.scope,
): string => {
  const fingerprints = [about].flat().map(print);
  return `Text ${text}.\n\n${markerText({ kind: 'thread', scope, fingerprints, digest: `${text}` })}`;
};

const note = (id: number, author: number, body: string, by: number | null | 'open'): Note => ({
  id,
  author,
  body,
  isSystem: false,
  createdAt: '2027-01-01T00:00:00Z',
  isApplied: false,
  isResolvable: true,
  resolved: by === 'open' ? null : { by, at: null },
  position: { headSha, newPath: 'a.md', newLine: 1 },
});

/** GitLab’s own word in a thread whose line a push of the person has changed. */
const outdated = (id: number, createdAt = '2027-01-01T00:00:00Z'): Note => ({
  ...note(id, person, 'changed this line in [version 2 of the diff](/x)', 'open'),
  createdAt,
  isSystem: true,
  isResolvable: false,
});

/** Each number of a finding stands in one of these at most. */
const subjects = fc.uniqueArray(
  fc.record({
    numbers: fc
      .constantFrom<number[]>([0], [1], [2], [3], [4, 5], [6, 7], [8])
      .chain((all) => fc.shuffledSubarray(all, { minLength: 1 })),
    severity: fc.constantFrom('error', 'warning', 'info'),
    text: fc.nat(2),
    hasLine: fc.boolean(),
    canFix: fc.boolean(),
  }),
  { selector: ({ numbers: [first = 0] }) => (first > 3 ? first >> 1 : -first), maxLength: 7 },
);
const toSubject = ({
  numbers,
  severity,
  text,
  hasLine,
  canFix,
}: typeof subjects extends fc.Arbitrary<(infer One)[]> ? One : never): Subject => ({
  fingerprints: numbers.map(print),
  severity,
  position: hasLine
    ? { kind: 'line', oldPath: 'a.md', newPath: 'a.md', oldLine: null, newLine: 1 + (numbers.length % 2) }
    : null,
  body: bodyOf(numbers, text),
  suggesting: canFix ? bodyOf(numbers, text + 4) : null,
});

const threads = fc
  .array(
    fc.record({
      numbers: fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 2 }),
      text: fc.nat(6),
      author: fc.constantFrom(self, self, self, person),
      by: fc.constantFrom<(number | null | 'open')[]>('open', 'open', self, person, null),
      answer: fc.constantFrom(null, null, person, self),
      isOutdated: fc.boolean(),
      scope: fc.constantFrom(owner.scope, owner.scope, null, 'bbbbbbbb'),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ numbers, text, author, by, answer, isOutdated, scope }, index): Thread => {
      const first = note(index * 10 + 1, author, bodyOf(numbers, text, scope), by);
      const notes = [
        first,
        ...(isOutdated ? [outdated(index * 10 + 3)] : []),
        ...(answer === null ? [] : [note(index * 10 + 2, answer, 'I see.', by)]),
      ];
      return { id: `t${index}`, isPlain: false, notes };
    }),
  );

/** The threads after the actions, as GitLab would have them. */
function applied(before: readonly Thread[], actions: readonly Action[]): Thread[] {
  let after = [...before];
  const change = (id: string, how: (first: Note) => Note) => {
    after = after.map((thread) =>
      thread.id === id
        ? { ...thread, notes: thread.notes.map((one, index) => (index === 0 ? how(one) : one)) }
        : thread,
    );
  };
  let lastId = 1000;
  for (const action of actions) {
    if (action.kind === 'create') {
      lastId += 1;
      const { position, body } = action;
      const newLine = position.kind === 'line' ? position.newLine : null;
      const first = { ...note(lastId, self, body, 'open'), position: { headSha, newPath: 'a.md', newLine } };
      after.push({ id: `n${lastId}`, isPlain: false, notes: [first] });
    } else if (action.kind === 'update') change(action.thread, (one) => ({ ...one, body: action.body }));
    else if (action.kind === 'reopen')
      change(action.thread, (one) => ({ ...one, body: action.body ?? one.body, resolved: null }));
    else if (action.kind === 'resolve')
      change(action.thread, (one) => ({ ...one, resolved: { by: self, at: null } }));
    else if (action.kind === 'remove') after = after.filter(({ id }) => id !== action.thread);
  }
  return after;
}

const any = fc.record({
  wanted: subjects.map((all) => all.map(toSubject)),
  there: threads,
  limit: fc.nat(6),
});
const planned = (wanted: readonly Subject[], there: readonly Thread[], limit: number) =>
  planThreads({ subjects: wanted, own: ownThreads(there, owner), owner, headSha, limit });
const scopeOf = ({ notes: [first] }: Thread) => readMarker(first?.body ?? '')?.scope;
const ours = (all: readonly Thread[]) =>
  all.filter((thread) => thread.notes[0]?.author === self && scopeOf(thread) !== 'bbbbbbbb');
const printsOf = ({ notes: [first] }: Thread): readonly string[] => {
  const marker = readMarker(first?.body ?? '');
  return marker?.kind === 'thread' ? marker.fingerprints : [];
};

describe('The plan, for any findings, threads and limit,', () => {
  it('leaves nothing to do once it is carried out', () => {
    fc.assert(
      fc.property(any, ({ wanted, there, limit }) => {
        const after = applied(there, planned(wanted, there, limit));
        const again = new Set(planned(wanted, after, limit).map(({ kind }) => kind));
        expect([...again].filter((kind) => !['keep', 'leave', 'fold'].includes(kind))).toEqual([]);
      }),
    );
  });

  it('leaves one open thread for a finding at most, and none for what is gone', () => {
    fc.assert(
      fc.property(any, ({ wanted, there, limit }) => {
        const open = ours(applied(there, planned(wanted, there, limit)))
          .filter(({ notes }) => notes[0]?.resolved === null)
          .flatMap(printsOf);
        expect(open).toEqual([...new Set(open)]);
        expect(open.filter((one) => !wanted.some(({ fingerprints }) => fingerprints.includes(one)))).toEqual(
          [],
        );
      }),
    );
  });

  it('opens no thread that a person has resolved, deletes none that a person has answered, touches none of theirs', () => {
    fc.assert(
      fc.property(any, ({ wanted, there, limit }) => {
        for (const action of planned(wanted, there, limit)) {
          if (!('thread' in action) || action.kind === 'keep' || action.kind === 'leave') continue;
          const thread = there.find(({ id }) => id === action.thread);
          const [first, ...others] = thread?.notes ?? [];
          expect(first?.author).toBe(self);
          expect(thread && scopeOf(thread)).not.toBe('bbbbbbbb');
          if (action.kind === 'reopen') expect(first?.resolved?.by).toBe(self);
          if (action.kind === 'remove') expect(others.filter(({ isSystem }) => !isSystem)).toEqual([]);
        }
      }),
    );
  });

  it('speaks of each finding once, and starts no more threads than are allowed, the worst first', () => {
    fc.assert(
      fc.property(any, ({ wanted, there, limit }) => {
        const actions = planned(wanted, there, limit);
        const spoken = actions.flatMap((action) =>
          action.kind === 'resolve' || action.kind === 'remove' ? [] : action.fingerprints,
        );
        expect([...spoken].sort()).toEqual(wanted.flatMap(({ fingerprints }) => fingerprints).sort());
        const creates = actions.filter(({ kind }) => kind === 'create');
        expect(creates.length).toBeLessThanOrEqual(limit);
        const rank = (action: Action) =>
          ['error', 'warning', 'info'].indexOf(
            wanted.find(({ fingerprints: [first = ''] }) => action.fingerprints.includes(first))?.severity ??
              '',
          );
        const ranks = creates.map(rank);
        expect(ranks).toEqual([...ranks].sort());
        const worstLeft = actions
          .filter((action) => action.kind === 'fold' && action.why === 'limit')
          .map(rank);
        expect(Math.max(-1, ...ranks)).toBeLessThanOrEqual(Math.min(3, ...worstLeft));
      }),
    );
  });
});

/** The first finding, on a line of a page. */
const subjectOn = (newLine: number): Subject => ({
  fingerprints: [print(1)],
  severity: 'error',
  position: { kind: 'line', oldPath: 'a.md', newPath: 'a.md', oldLine: null, newLine },
  body: bodyOf(1, 1),
  suggesting: null,
});

describe('Who has resolved a thread', () => {
  const subject = subjectOn(5);
  const pushed = '2027-01-01T12:00:00.500Z';
  it.each<[string, number | null, string | null, Note[], Action['kind']]>([
    ['a push that changed its line', person, '2027-01-01T12:00:00.480Z', [outdated(2, pushed)], 'reopen'],
    ['one that GitLab names nobody for', null, '2027-01-01T12:00:00.480Z', [outdated(2, pushed)], 'reopen'],
    [
      'a person, seconds after a push changed its line',
      person,
      '2027-01-01T12:00:04Z',
      [outdated(2, pushed)],
      'leave',
    ],
    ['a person, seconds before a push', person, '2027-01-01T11:59:57Z', [outdated(2, pushed)], 'leave'],
    ['another person than the one who pushed', 9, '2027-01-01T12:00:01Z', [outdated(2, pushed)], 'leave'],
    ['a person', person, '2027-01-01T12:00:00Z', [], 'leave'],
    ['somebody, GitLab does not say when', person, null, [outdated(2, pushed)], 'leave'],
    [
      'a person, with words that look like GitLab’s',
      person,
      pushed,
      [{ ...outdated(2, pushed), isSystem: false }],
      'leave',
    ],
    ['ourselves', self, '2027-01-01T12:00:00Z', [], 'reopen'],
  ])('%s', (_, by, at, others, kind) => {
    const first = { ...note(1, self, bodyOf(1, 1), 'open'), resolved: { by, at } };
    const thread = { id: 't', isPlain: false, notes: [first, ...others] };
    expect(planned([subject], [thread], 9)).toMatchObject([{ kind }]);
    expect(planned([], [thread], 9)).toEqual([]);
  });
});

it('A suggestion stands only in a thread that is on its line', () => {
  const position = { kind: 'line', oldPath: 'a.md', newPath: 'a.md', oldLine: null, newLine: 5 } as const;
  const subject = { fingerprints: [print(1)], severity: 'error', position, body: bodyOf(1, 1) } as const;
  const suggesting = bodyOf(1, 2);
  const at = (newLine: number): Thread => ({
    id: 't',
    isPlain: false,
    notes: [{ ...note(1, self, suggesting, 'open'), position: { headSha, newPath: 'a.md', newLine } }],
  });
  expect(planned([{ ...subject, suggesting }], [at(5)], 9)).toMatchObject([{ kind: 'keep' }]);
  expect(planned([{ ...subject, suggesting }], [at(4)], 9)).toMatchObject([
    { kind: 'update', body: subject.body },
  ]);
});

it('One summary stands, the oldest; it is written anew only where it says something else', () => {
  const body = (digest: string, scope: string | null = owner.scope) =>
    `Text.\n\n${markerText({ kind: 'summary', scope, digest, state: '1' })}`;
  const plain = (id: number, author: number, digest: string): Thread => ({
    id: `s${id}`,
    isPlain: true,
    notes: [note(id, author, body(digest), 'open')],
  });
  const there = [plain(3, self, 'aa'), plain(2, self, 'aa'), plain(1, person, 'aa')];
  expect(planSummary(there, owner, body('aa'))).toEqual([
    { kind: 'keep-summary', note: 2 },
    { kind: 'remove-summary', note: 3 },
  ]);
  expect(planSummary([plain(2, self, 'aa')], owner, body('bb'))).toEqual([
    { kind: 'update-summary', note: 2, body: body('bb') },
  ]);
  expect(planSummary([plain(1, person, 'aa')], owner, body('aa'))).toMatchObject([
    { kind: 'create-summary' },
  ]);
  const foreign = { ...plain(4, self, 'aa'), notes: [note(4, self, body('aa', 'bbbbbbbb'), 'open')] };
  expect(planSummary([foreign], owner, body('aa'))).toMatchObject([{ kind: 'create-summary' }]);
  const former = { ...plain(5, self, 'aa'), notes: [note(5, self, body('aa', null), 'open')] };
  expect(planSummary([former, foreign], owner, body('aa'))).toEqual([
    { kind: 'update-summary', note: 5, body: body('aa') },
  ]);
});

it('A thread of an older version of the program, which knew no scopes, is taken over', () => {
  const subject = subjectOn(1);
  const former: Thread = { id: 't', isPlain: false, notes: [note(1, self, bodyOf(1, 1, null), 'open')] };
  expect(planned([subject], [former], 9)).toMatchObject([
    { kind: 'update', thread: 't', body: bodyOf(1, 1) },
  ]);
  expect(planned([], [former], 9)).toMatchObject([{ kind: 'resolve', thread: 't' }]);
});

it('A hint gets a thread only on a line that the change has written; what is graver gets one anywhere', () => {
  const kindOf = (severity: Subject['severity'], oldLine: number | null) => {
    const position = { kind: 'line', oldPath: 'a.md', newPath: 'a.md', oldLine, newLine: 1 } as const;
    const subject = { fingerprints: [print(1)], severity, position, body: bodyOf(1, 1), suggesting: null };
    return planned([subject], [], 5).map(({ kind }) => kind);
  };
  expect([kindOf('info', null), kindOf('info', 1), kindOf('warning', 1), kindOf('error', 1)]).toEqual([
    ['create'],
    ['fold'],
    ['create'],
    ['create'],
  ]);
});
