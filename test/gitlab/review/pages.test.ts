import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Reviewed } from '../../support/gitlab/reviewed.ts';

const config = 'jobfam-lint.config.yaml';
const site =
  'site:\n  layout: plain\n  content: [{ folder: content, url: / }]\nfamilies: [content/**/*.md]\n';
const director = 'content/director.md';
const moved = 'content/ferries/head.md';
const engineer = 'content/engineer.md';
const leading = '# Director of Ferries\n\nSee [duties](#duties) and [old](#old).\n\n## Duties\n\nMany.\n';
const graded = '# Director of Ferries\n\nThe Director of Ferries is a grade 9.\n';
const reporting = '# Engineer\n\nThe Engineer reports to the [Director of Ferries](director.md).\n';

async function started(files: Readonly<Record<string, string>> = {}): Promise<Reviewed> {
  return Reviewed.start({ [config]: site, [director]: leading, [engineer]: reporting, ...files });
}

/** Commits all there is, pushes it, and reviews it twice: the second time nothing is left to do. */
async function reviewedTwice(reviewed: Reviewed, files: Readonly<Record<string, string>> = {}) {
  const commit = reviewed.publish(reviewed.repository.commit(files), reviewed.base);
  const ran = await reviewed.runJob({ kind: 'detached', commit });
  const { writes } = reviewed;
  await reviewed.runJob({ kind: 'detached', commit });
  expect(reviewed.writes).toBe(writes);
  return ran;
}

it('a page that the change deletes, and that others link to, is told in the summary; its own threads end', async () => {
  const reviewed = await started();
  await reviewedTwice(reviewed, { [director]: `${leading}\nSee [new](#new).\n` });
  expect(reviewed.standing).toEqual([[director, 9, true]]);

  reviewed.repository.git('rm', '-q', director);
  const ran = await reviewedTwice(reviewed);
  expect(ran.status).toBe(1);
  expect(reviewed.standing).toEqual([[director, 9, false]]);
  expect(reviewed.summary).toMatch(
    /^\[`content\/engineer\.md`\]\(\S+\)\n\n- Line \[3\]\(\S+\): This change removes the page `\/director\.md`, but 1 link still leads to it\./mu,
  );
});

it('a manager whose page goes is told to those who report without a link, where the config asks for it', async () => {
  const missing = `${site}rules:\n  reports-to/unknown-role: { severity: error, missing: true, families: 1 }\n`;
  const reviewed = await started({
    [config]: missing,
    [director]: graded,
    [engineer]: reporting.replace(/\[|\]\(.+?\)/gu, ''),
  });
  reviewed.repository.git('rm', '-q', director);
  const ran = await reviewedTwice(reviewed);
  expect(ran.status).toBe(1);
  expect(reviewed.summary).toMatch(
    /^\[`content\/engineer\.md`\]\(\S+\)\n\n- Line \[3\]\(\S+\): No level is called `?Director/mu,
  );
});

it('in a renamed page only what the new name breaks is new; it is told in the summary, with the links that break', async () => {
  const reviewed = await started({ [director]: `${leading}\nSee [them](engineer.md).\n` });
  const { repository } = reviewed;
  repository.write({ 'content/ferries/x.txt': 'x\n' });
  repository.git('mv', director, moved);
  await reviewedTwice(reviewed);
  expect(reviewed.standing).toEqual([]);
  const told = reviewed.summary.split('\n').filter((line) => line.startsWith('- '));
  expect(told).toEqual([
    expect.stringMatching(/^- Line \[1\].*\. See \[`content\/engineer\.md:3`\]\(\S+\)$/u),
    expect.stringMatching(/^- Line \[9\].*There is no page at `\/ferries\/engineer\.md`/u),
  ]);
});

it('in a page that is renamed and edited, threads stand on new lines and on old ones that the change broke', async () => {
  const reviewed = await started({ [engineer]: '# Engineer\n' });
  const { repository } = reviewed;
  repository.write({ 'content/ferries/x.txt': 'x\n' });
  repository.git('mv', director, moved);
  await reviewedTwice(reviewed, {
    [moved]: `${leading.replace('## Duties', 'More.\n\n## Tasks')}\nSee [new](#new).\n`,
  });
  expect(reviewed.standing).toEqual([
    [moved, 3, true],
    [moved, 11, true],
  ]);
  expect(reviewed.threads.map(({ position }) => [position?.old_path, position?.old_line])).toEqual([
    [director, 3],
    [director, null],
  ]);
  expect(reviewed.summary).toContain('This change brings **2 errors**.');
});

it.each(['renamed', 'given another heading above it'])(
  'a thread is kept, and its finding not called mended, where the page or place is %s by a later push',
  async (how) => {
    const reviewed = await started({ [engineer]: '# Engineer\n' });
    const { repository } = reviewed;
    const text = `${leading}\nThe [one](#one).\n\nThe [two](#two).\n`;
    await reviewedTwice(reviewed, { [director]: text });
    const first = reviewed.threads.map(({ id }) => id);
    const { asPerson, mergeRequest } = reviewed.handbook;
    await asPerson('PUT', `discussions/${mergeRequest.discussions[1]?.id}`, { resolved: true });

    if (how === 'renamed') repository.git('mv', director, 'content/head.md');
    await reviewedTwice(
      reviewed,
      how === 'renamed' ? {} : { [director]: text.replace('## Duties', '## Duties now') },
    );
    const path = how === 'renamed' ? 'content/head.md' : director;
    expect(reviewed.threads.map(({ id }) => id)).toEqual(expect.arrayContaining(first));
    expect(reviewed.standing.slice(0, 2)).toEqual([
      [path, 9, true],
      [path, 11, false],
    ]);
    expect(reviewed.summary).not.toContain('mended');

    // It is the same thread when its defect goes.
    await reviewedTwice(reviewed, { [path]: text.replace('(#one)', '(#duties)') });
    expect(reviewed.standing.filter(([, line]) => line === 9 || line === 11)).toEqual([
      [path, 9, false],
      [path, 11, false],
    ]);
    expect(reviewed.summary).toMatch(/\d findings? of the last review/u);
  },
);

const front = '---\ntitle: Director of Ferries\n---\n\n';
it.each([
  ['no front matter', leading],
  ['front matter that cannot be read', `${front.replace(': ', ': [')}${leading}`],
  ['front matter that is never closed', `${front.replace('---\n\n', '\n')}${leading}`],
  ['another encoding', Buffer.from(`Caf\u00e9\n\n${leading}`, 'latin1')],
])('where the page had %s before, only what the change writes into it is new', async (_, before) => {
  const reviewed = await Reviewed.start({
    [config]: site,
    [engineer]: `${reporting}\nSee [too](director.md#old).\n`,
  });
  const { repository } = reviewed;
  writeFileSync(join(repository.folder, director), before);
  const base = repository.commit();
  const head = repository.commit({ [director]: `${front}Caf\u00e9\n\n${leading}\nSee [new](#new).\n` });
  reviewed.publish(head, base);
  const ran = await reviewed.runJob({ kind: 'detached', commit: head });
  expect([ran.status, ran.stderr]).toEqual([
    1,
    expect.stringMatching(/^jobfam-lint: The review is written, .*\n$/u),
  ]);
  expect(reviewed.standing).toEqual([[director, 15, true]]);
  expect(reviewed.summary).toContain('This change brings **1 error**. It has a thread on its line.');
  expect(reviewed.summary).not.toContain('To know');
});

it('the same holds for a page in UTF-16, of which Git shows no lines', async () => {
  const reviewed = await Reviewed.start({ [config]: site, [engineer]: reporting });
  const { repository } = reviewed;
  writeFileSync(join(repository.folder, director), Buffer.from(`\uFEFF${leading}`, 'utf16le'));
  const base = repository.commit();
  const head = repository.commit({ [director]: `${leading}\nSee [new](#new).\n` });
  reviewed.publish(head, base);
  expect((await reviewed.runJob({ kind: 'detached', commit: head })).status).toBe(1);
  expect(reviewed.standing).toEqual([]);
  expect(reviewed.summary).toContain('**One finding without a thread**');
});

it('what is wrong in front matter that the change makes readable is new', async () => {
  const reviewed = await started({ [director]: `${front.replace(': ', ': [')}${graded}` });
  await reviewedTwice(reviewed, { [director]: `${front.replace(/: .*/u, ": ''")}${graded}` });
  expect(reviewed.standing).toEqual([[director, 2, true]]);
});
