import { expect, it, vi } from 'vitest';
import { Reviewed } from '../../support/gitlab/reviewed.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

vi.setConfig({ testTimeout: 60_000 });

const page = 'content/engineer.md';
const fine = '# Engineer\n\nSee [pay](#pay).\n\n## Pay\n\nTen.\n';
const broken = fine.replace('(#pay)', '(#wages)');

it('a thread that GitLab resolved because a push changed its line comes back while its defect is there', async () => {
  const clock = new VirtualClock();
  const reviewed = await Reviewed.start({ [page]: fine }, { clock });
  reviewed.handbook.project.resolveOutdated = true;
  reviewed.push({ [page]: broken });
  await reviewed.review();
  reviewed.push({ [page]: broken.replace('See', 'Look up') });
  expect(reviewed.standing).toEqual([[page, 3, false]]);
  await reviewed.review();
  expect(reviewed.standing).toEqual([[page, 3, true]]);
  const { writes } = reviewed;
  await reviewed.review();
  expect(reviewed.writes).toBe(writes);

  await clock.wait(60_000);
  const [thread] = reviewed.handbook.mergeRequest.discussions;
  await reviewed.handbook.asPerson('PUT', `discussions/${thread?.id}`, { resolved: true });
  await reviewed.review();
  expect(reviewed.standing).toEqual([[page, 3, false]]);
});
