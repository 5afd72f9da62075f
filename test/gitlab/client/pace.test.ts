import { expect, it } from 'vitest';
import { Pace } from '../../../src/gitlab/client/pace.ts';
import { startHandbook } from '../../support/gitlab/handbook.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { clientFor } from '../client-for.ts';

it('lets as many go at once as are allowed, and never more within a minute', async () => {
  const clock = new VirtualClock(0);
  const pace = new Pace(3, clock);
  const times: number[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    await pace.turn();
    times.push(clock.now() / 1000);
    clock.pass(1000);
  }
  expect(times).toEqual([0, 1, 2, 60, 61, 62, 120, 121]);
});

it('never meets the limits of GitLab.com, however many comments and resolutions there are', async () => {
  const clock = new VirtualClock();
  const handbook = await startHandbook({ clock });
  handbook.gitlab.limits.notesCreate = 60;
  handbook.gitlab.limits.resolve = 120;
  const client = clientFor(handbook, { clock });
  const answers: string[] = [];
  for (let number = 0; number < 130; number += 1)
    answers.push((await client.write('POST', 'notes', { body: `Note ${number}.` }, 'write')).kind);
  const threads = await client.write('POST', 'discussions', { body: 'A thread.' }, 'write');
  const id = threads.kind === 'done' ? (threads.answer.body as { id: string }).id : '';
  for (let number = 0; number < 250; number += 1) {
    const body = { resolved: number % 2 === 0 };
    answers.push((await client.write('PUT', `discussions/${id}`, body, 'resolve')).kind);
  }
  expect(new Set(answers)).toEqual(new Set(['done']));
  expect(handbook.gitlab.log.filter(({ status }) => status === 429)).toEqual([]);
});
