import { expect, it } from 'vitest';
import { Reviewed } from '../../support/gitlab/reviewed.ts';

const page = 'content/engineer.md';
const other = 'content/clerk.md';
const fine = '# Engineer\n\nSee [pay](#pay).\n\n## Pay\n\nTen.\n';
const broken = fine.replace('(#pay)', '(#wages)');

/** Commits files on a branch that begins at a commit, without leaving the present one. Returns the new commit. */
function commitOn(
  { repository }: Reviewed,
  branch: string,
  from: string,
  files: Record<string, string>,
): string {
  const here = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '-q', '-B', branch, from);
  const commit = repository.commit(files);
  repository.git('checkout', '-q', '--detach', here);
  return commit;
}

/** The merge of two commits, which lies on no branch; what is checked out stays. */
function merge({ repository }: Reviewed, target: string, source: string): string {
  const here = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '-q', '--detach', target);
  repository.git('merge', '-q', '--no-ff', '-m', 'Merge.', source);
  const merged = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '-q', '--detach', here);
  return merged;
}

it('of a fork: the pipeline in the fork has no token and reports alone; the one in the project comments', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  const { gitlab } = reviewed.handbook;
  const fork = gitlab.addProject('pat/handbook');
  const head = reviewed.publish(reviewed.repository.commit({ [page]: broken }), reviewed.base);
  const job = { kind: 'detached', commit: head, source: fork } as const;

  const inFork = await reviewed.runJob({ ...job, runsIn: fork }, {});
  expect([inFork.status, inFork.stdout]).toEqual([1, expect.stringContaining('link/broken-anchor')]);
  expect(inFork.stderr).toMatch(/^jobfam-lint: This pipeline runs in a fork, .* “Run pipeline” .*\n$/u);
  expect(gitlab.log).toEqual([]);

  const inProject = await reviewed.runJob(job);
  expect(inProject.stderr).toMatch(/^jobfam-lint: The review is written, .*\n$/u);
  expect(reviewed.standing).toEqual([[page, 3, true]]);
});

it('of a fork that has a token of its own: that one may not comment, which is said in one line', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  const { gitlab } = reviewed.handbook;
  const [fork, stranger] = [gitlab.addProject('pat/handbook'), gitlab.addUser('fork-bot')];
  gitlab.addMember(fork, stranger, 'developer');
  const head = reviewed.publish(reviewed.repository.commit({ [page]: broken }), reviewed.base);
  const { value } = gitlab.addToken(stranger);
  const job = { kind: 'detached', commit: head, source: fork, runsIn: fork } as const;
  const ran = await reviewed.runJob(job, { JOBFAM_LINT_TOKEN: value });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toMatch(/^jobfam-lint: The token’s user cannot see merge request !1 .*\n$/u);
  expect(reviewed.writes).toBe(0);
});

it.each(['merged_result', 'merge_train'] as const)(
  'in a pipeline of a %s threads stand on the lines of the branch, and only for what the branch brings',
  async (kind) => {
    const reviewed = await Reviewed.start({ [page]: fine, [other]: '# Clerk\n\nClerks count.\n' });
    const { repository, base } = reviewed;
    const head = repository.commit({ [page]: broken });
    const start = commitOn(reviewed, 'target', base, { [page]: `Moved down.\n\n${fine}` });
    reviewed.publish(head, 'target');
    // In a train, others go first; here one that brings a slip of its own.
    const ahead = commitOn(reviewed, 'ahead', start, { [other]: '# Clerk\n\nSee [it](#nothing).\n' });
    const target = kind === 'merge_train' ? merge(reviewed, start, ahead) : start;
    const job = { kind, commit: merge(reviewed, target, head), merged: { source: head, target } };

    const ran = await reviewed.runJob(job);
    expect(ran.status).toBe(1);
    expect(reviewed.standing).toEqual([[page, 3, true]]);
    expect(reviewed.summary).toContain('This change brings **1 error**.');
    const { writes } = reviewed;
    await reviewed.runJob({ kind: 'detached', commit: head });
    expect(reviewed.writes).toBe(writes);
  },
);

it('a branch that was rewritten keeps its threads: none twice, ended where the defect is gone', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  const { repository, base } = reviewed;
  const twice = `${broken}\nSee [that](#that).\n`;
  const gone = reviewed.publish(repository.commit({ [page]: twice }), base);
  await reviewed.runJob({ kind: 'detached', commit: gone });
  expect(reviewed.standing).toEqual([
    [page, 3, true],
    [page, 9, true],
  ]);

  // The target has moved on, and the branch begins there now, with other commits; those of before are no more.
  const target = commitOn(reviewed, 'target', base, { [other]: '# Clerk\n\nSee [it](#nothing).\n' });
  repository.git('checkout', '-q', '--detach', target);
  repository.commit({ [page]: fine.replace('Ten', 'Twelve') });
  const head = repository.commit({ [page]: `Engineers build.\n\n${broken}` });
  for (const ref of ['refs/heads/main', 'refs/pipelines/1']) repository.git('update-ref', '-d', ref);
  repository.git('reflog', 'expire', '--expire=now', '--all');
  repository.git('gc', '-q', '--prune=now');
  expect(() => repository.git('cat-file', '-e', gone)).toThrow();
  reviewed.publish(head, 'target');
  const ran = await reviewed.runJob({ kind: 'detached', commit: head });
  expect(ran.stderr).toContain('The review is written');
  expect(reviewed.standing).toEqual([
    [page, 5, true],
    [page, 9, false],
  ]);
  expect(reviewed.summary).toContain('1 finding of the last review is mended');
  const { writes } = reviewed;
  await reviewed.runJob({ kind: 'detached', commit: head });
  expect(reviewed.writes).toBe(writes);
});

it('the late job of a commit that was pushed away says so, and leaves the comments of the newest one alone', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  const { repository, base } = reviewed;
  const gone = reviewed.publish(repository.commit({ [page]: broken }), base);
  repository.git('checkout', '-q', '--detach', base);
  reviewed.publish(repository.commit({ [page]: `Engineers build.\n\n${broken}` }), base);
  const ran = await reviewed.runJob({ kind: 'detached', commit: gone });
  expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining('The branch has moved on since')]);
  expect(reviewed.writes).toBe(0);
});

it.each([
  ['inside', 18],
  ['outside', 30],
])('with the clone of 20 commits that GitLab makes, and the start of the branch %s', async (_, commits) => {
  const reviewed = await Reviewed.start({ [page]: fine, [other]: '# Clerk\n\nSee [it](#nothing).\n' });
  const { repository, base } = reviewed;
  for (let count = 1; count < commits; count += 1)
    repository.git('commit', '-q', '--allow-empty', '-m', 'Change.');
  const head = repository.commit({ [page]: broken, [other]: '# Clerk\n\nSee [it](#nothing) again.\n' });
  commitOn(reviewed, 'target', base, { [page]: `${fine}\nMore.\n` });
  reviewed.publish(head, 'target');
  const ran = await reviewed.runJob({ kind: 'detached', commit: head, depth: 20 });
  expect([ran.status, ran.stderr]).toEqual([
    1,
    expect.stringMatching(/^jobfam-lint: The review is written, .*\n$/u),
  ]);
  expect(reviewed.standing).toEqual([[page, 3, true]]);
  expect(reviewed.summary).toContain('This change brings **1 error**.');
  expect(reviewed.summary).not.toContain('To know');
});

it('what the target branch got meanwhile is none of the change’s doing, before it is merged into the branch and after', async () => {
  const slip = '# Clerk\n\nSee [it](#nothing).\n';
  const reviewed = await Reviewed.start({ [page]: `${fine}\nSee [old](#old).\n`, [other]: '# Clerk\n' });
  const { repository, base } = reviewed;
  const head = reviewed.publish(repository.commit({ [page]: `${broken}\nSee [old](#old).\n` }), base);
  await reviewed.runJob({ kind: 'detached', commit: head });
  expect(reviewed.standing).toEqual([[page, 3, true]]);

  // It mends an old defect of the page, and brings one of its own to another.
  const target = commitOn(reviewed, 'target', base, { [page]: `${fine}\nSee [old](#pay).\n`, [other]: slip });
  const { writes } = reviewed;
  reviewed.publish(head, 'target');
  await reviewed.runJob({ kind: 'detached', commit: head });
  expect(reviewed.writes).toBe(writes);

  const merged = reviewed.publish(merge(reviewed, head, target), 'target');
  await reviewed.runJob({ kind: 'detached', commit: merged });
  expect(reviewed.standing).toEqual([[page, 3, true]]);
  expect(reviewed.summary).toContain('This change brings **1 error**.');
});
