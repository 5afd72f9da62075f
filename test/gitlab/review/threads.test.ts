import { expect, it } from 'vitest';
import { markApplied } from '../../support/gitlab/click.ts';
import { Reviewed } from '../../support/gitlab/reviewed.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

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

it('counts what was mended since the last review, and counts it again for the same commit alone', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  const mended = async (text: string) => {
    reviewed.push({ [page]: text });
    await reviewed.review();
    return reviewed.summary.match(/\d+ findings? of the last review/u)?.[0];
  };
  const three = `${fine}\n[a](#a1) [b](#b1) [c](#c1)\n`;
  expect(await mended(three)).toBe(undefined);
  expect(await mended(three.replace('#a1', '#pay'))).toBe('1 finding of the last review');
  const { writes } = reviewed;
  await reviewed.review();
  expect(reviewed.writes).toBe(writes);
  expect(await mended(`${three.replace('#a1', '#pay')}\nMore.\n`)).toBe(undefined);
  expect(await mended(fine)).toBe('2 findings of the last review');
  expect(reviewed.standing.filter(([, , isOpen]) => isOpen)).toEqual([]);
  expect(await mended(three)).toBe(undefined);
});

it('two sites in one repository leave the threads and summaries of each other alone', async () => {
  const sites = ['north', 'south'];
  const files = (text: string) => Object.fromEntries(sites.map((site) => [`${site}/engineer.md`, text]));
  const reviewed = await Reviewed.start(files(fine));
  const review = async (args: readonly string[] = []) => {
    for (const site of sites) await reviewed.review(args, {}, `${reviewed.repository.folder}/${site}`);
  };
  reviewed.push(files(broken));
  await review();
  await review();
  expect(reviewed.standing).toEqual(sites.map((site) => [`${site}/engineer.md`, 3, true]));
  expect(reviewed.summaries.map((text) => text.split('\n')[0])).toEqual(
    sites.map((site) => `### Job families: \`${site}\``),
  );
  const { writes } = reviewed;
  await review();
  expect(reviewed.writes).toBe(writes);

  reviewed.push({ 'north/engineer.md': fine });
  await review();
  expect(reviewed.standing.map(([, , isOpen]) => isOpen)).toEqual([false, true]);
});

it('two reviews of one folder are told apart by --scope', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: broken });
  const mistaken = await reviewed.review(['--scope', '<!--']);
  expect([mistaken.status, mistaken.stderr]).toEqual([2, expect.stringContaining('--scope')]);
  await reviewed.review(['--scope', 'links']);
  await reviewed.review(['--scope', 'grades', '--rule', 'link/broken-anchor:off']);
  expect(reviewed.standing).toEqual([[page, 3, true]]);
  expect(reviewed.summary).toContain('### Job families: `links`');
});

it('does not call mended what a comment silences', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: broken });
  await reviewed.review();
  reviewed.push({ [page]: broken.replace('See', '<!-- jobfam-lint-disable-next-line link -->\nSee') });
  await reviewed.review();
  expect(reviewed.standing.map(([, , isOpen]) => isOpen)).toEqual([false]);
  expect(reviewed.summary).toContain('silences `link` on the next line');
  expect(reviewed.summary).not.toContain('mended');
});

it('counts apart what a person has set aside', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: `${broken}\n[a](#a1)\n` });
  await reviewed.review();
  const { asPerson, mergeRequest } = reviewed.handbook;
  const resolve = async (body: string) => {
    const thread = mergeRequest.discussions.find(({ notes }) => notes[0]?.body.includes(body));
    await asPerson('PUT', `discussions/${thread?.id}`, { resolved: true });
    await reviewed.review();
  };
  await resolve('#wages');
  expect(reviewed.summary).toContain(
    'This change brings **1 error**. It has a thread on its line. 1 more was set aside by people',
  );
  expect(reviewed.summary).toContain('| 1 | 0 | 0 |');
  await resolve('#a1');
  expect(reviewed.summary).toContain('all 2 of this change were set aside by people.');
  expect(reviewed.summary).not.toContain('mended');
});

it('a comment that a maintainer has written more into is still known', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: broken });
  await reviewed.review();
  const [{ id, body } = { id: 0, body: '' }] = reviewed.threads;
  const { asPerson } = reviewed.handbook;
  await asPerson('PUT', `notes/${id}`, { body: `${body}\n\nKim asks the people of Borealis Ferries.` });
  const { writes } = reviewed;
  await reviewed.review();
  expect([reviewed.writes, reviewed.standing]).toEqual([writes, [[page, 3, true]]]);
  reviewed.push({ [page]: fine.replace('Ten', 'Nine') });
  await reviewed.review();
  expect(reviewed.standing).toEqual([[page, 3, false]]);
});

it('a suggestion that was applied is no word against the finding: the thread comes back with the defect, until a person resolves it', async () => {
  const clock = new VirtualClock();
  const reviewed = await Reviewed.start({ [page]: fine }, { clock });
  const doubled = fine.replace('Ten.', 'Ten for the the cook.');
  const review = () => reviewed.review(['--only', 'duplicate/phrase']);
  const { person, mergeRequest, asPerson } = reviewed.handbook;
  const isOpen = () => reviewed.standing.map(([, , open]) => open);
  reviewed.push({ [page]: doubled });
  await review();
  const [note] = reviewed.threads;
  expect(note?.body).toContain('```suggestion:-0+0\nTen for the cook.\n```');
  if (note) markApplied(note, person, new Date(clock.now()).toISOString());
  await clock.wait(60_000);
  reviewed.push({ [page]: doubled.replace('the the', 'the') });
  await review();
  expect(isOpen()).toEqual([false]);
  expect(reviewed.summary).toContain('1 finding of the last review is mended');

  reviewed.push({ [page]: doubled });
  await review();
  expect(isOpen()).toEqual([true]);
  const { writes } = reviewed;
  await review();
  expect(reviewed.writes).toBe(writes);

  await clock.wait(60_000);
  await asPerson('PUT', `discussions/${mergeRequest.discussions[0]?.id}`, { resolved: true });
  await review();
  expect(isOpen()).toEqual([false]);
});
