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

it('in a page whose long diff GitLab leaves out, threads stand on the lines all the same', async () => {
  const reviewed = await Reviewed.start({
    [first]: `${fine}\nSee [them](#them), and [us](#levels).\n\n## Levels\n`,
  });
  const changed = `${fine}\nMore.\n\nSee [them](#them), and [us](#levels).\n\n## Ranks\n\n[old](#old)\n`;
  reviewed.push({ [first]: changed }, { collapsed: [first] });
  await reviewed.review(['--rule', 'link/inbound:off']);
  expect(reviewed.standing).toEqual([
    [first, 11, true],
    [first, 15, true],
  ]);
  expect(reviewed.threads.map(({ position }) => position?.old_line)).toEqual([9, null]);
});

it('in a page whose diff is too large for GitLab itself, nothing can stand on lines', async () => {
  const reviewed = await Reviewed.start({ [first]: fine });
  reviewed.push({ [first]: broken }, { tooLarge: [first] });
  await reviewed.review();
  expect(reviewed.standing).toEqual([]);
  expect(reviewed.summary).toContain('**One finding without a thread**');
});
