import { expect, it } from 'vitest';
import { Reviewed } from '../../support/gitlab/reviewed.ts';

const first = 'content/clerk.md';
const last = 'content/engineer.md';
const fine = '# Engineer\n\nSee [pay](#pay).\n\n## Pay\n\nTen.\n';
const broken = fine.replace('See', 'See [wages](#wages),');
const silent = '<!-- jobfam-lint-disable-next-line link -- Comes later. -->\n[old](#old)\n';

it('where GitLab cuts the diff off, the files that it has get threads, and the others stand in the summary', async () => {
  const still = 'content/still.md';
  const reviewed = await Reviewed.start({ [first]: fine, [last]: fine, [still]: `${fine}\n${silent}` });
  const changed = { [first]: broken, [last]: `${broken}\n${silent}` };
  reviewed.push(changed, { beyond: [last] });
  const ran = await reviewed.review();
  expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining('The review is written')]);
  expect(reviewed.standing).toEqual([[first, 3, true]]);
  expect(reviewed.summary).toContain(`[\`${last}\`]`);
  expect(reviewed.summary).toContain('- GitLab’s diff of this merge request leaves files out');
  expect(reviewed.summary.match(/silences `link` on the next line/gu)).toHaveLength(1);
  const { writes } = reviewed;
  await reviewed.review();
  expect(reviewed.writes).toBe(writes);
});
