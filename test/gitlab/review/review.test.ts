import { expect, it } from 'vitest';
import { Reviewed } from '../../support/gitlab/reviewed.ts';

const page = 'content/engineer.md';
const family = (...more: string[]): string =>
  ['# Engineer', '', 'Engineers build and keep the machines of Borealis Ferries.', '', ...more, '']
    .join('\n')
    .replace(/\n+$/u, '\n');
const fine = family('## Pay', '', 'See [pay](#pay).');
const broken = family('## Pay', '', 'See [pay](#pay).', '', 'See [the grades](#grades).');
const before = { [page]: fine, 'content/clerk.md': '# Clerk\n\nSee [nothing](#nothing).\n' };

it('comments on what the change brings, once; the thread ends with its defect, and comes back with it', async () => {
  const reviewed = await Reviewed.start(before);
  reviewed.push({ [page]: broken });
  const dry = await reviewed.review(['--dry-run']);
  expect(dry.stdout).toContain(`start a thread on ${page}:9`);
  expect(reviewed.writes).toBe(0);

  const first = await reviewed.review();
  expect(first.stderr).toMatch(/^jobfam-lint: The review is written, with \d+ requests to GitLab\.\n$/u);
  expect(first.status).toBe(1);
  expect(reviewed.standing).toEqual([[page, 9, true]]);
  expect(reviewed.summaries).toHaveLength(1);

  const { writes } = reviewed;
  await reviewed.review();
  expect(reviewed.writes).toBe(writes);

  reviewed.push({ [page]: fine.replace('build', 'make') });
  expect((await reviewed.review(['--dry-run'])).stdout).toContain(
    `- resolve the thread on ${page}:9: its finding is gone\n`,
  );
  expect((await reviewed.review()).status).toBe(0);
  expect(reviewed.standing.map(([, , isOpen]) => isOpen)).toEqual([false]);

  reviewed.push({ [page]: broken });
  await reviewed.review();
  expect(reviewed.standing).toEqual([[page, 9, true]]);
  expect(reviewed.summaries).toHaveLength(1);
});

it('reports without comments where there is no right to comment, and never shows a token', async () => {
  const reviewed = await Reviewed.start(before);
  reviewed.push({ [page]: broken });
  const none = await reviewed.review([], { JOBFAM_LINT_TOKEN: '' });
  const job = await reviewed.review([], { JOBFAM_LINT_TOKEN: '', CI_JOB_TOKEN: 'glcbt-1' });
  const stranger = await reviewed.review([], { JOBFAM_LINT_TOKEN: 'glpat-of-nobody' });
  expect([none.status, job.status, stranger.status]).toEqual([1, 1, 1]);
  expect(none.stderr).toContain('There is no token');
  expect(job.stderr).toContain('only the CI_JOB_TOKEN');
  expect(stranger.stderr).toContain('GitLab does not know the token');
  const said = [none, job, stranger].map(({ stdout, stderr }) => stdout + stderr).join('');
  expect(said).not.toMatch(/glpat-of-nobody|glcbt-1/u);
  expect(reviewed.writes).toBe(0);
});

it.each([
  ['The token may only read', /lacks the scope api/u],
  ['Its user is no member any more, and the merge request is locked', /role Developer/u],
])(
  '%s: one line says so, and the status is that of lint, where threads stand already too',
  async (who, said) => {
    const reviewed = await Reviewed.start(before, { visibility: 'public' });
    const { gitlab, bot, project, mergeRequest, token } = reviewed.handbook;
    reviewed.push({ [page]: broken });
    await reviewed.review();
    reviewed.push({ [page]: fine.replace('build', 'make') });
    if (who.startsWith('Its user')) {
      mergeRequest.isLocked = true;
      project.members.delete(bot.id);
    }
    const { value } = who.startsWith('Its user') ? token : gitlab.addToken(bot, { scopes: ['read_api'] });
    const ran = await reviewed.review([], { JOBFAM_LINT_TOKEN: value });
    expect([ran.status, ran.stderr.trim().split('\n')]).toEqual([0, [expect.stringMatching(said)]]);
  },
);

it('takes the token from the variable that it is told, and from no other', async () => {
  const reviewed = await Reviewed.start(before);
  reviewed.push({ [page]: broken });
  const { value } = reviewed.handbook.token;
  const named = ['--token-variable', 'HANDBOOK_BOT'];
  const other = await reviewed.review(named, { GITLAB_TOKEN: value });
  expect(other.stderr).toContain('There is no token');
  expect(other.stderr).toContain('CI/CD variable HANDBOOK_BOT, masked and not protected.');
  const itself = await reviewed.review(['--token-variable', value]);
  expect(itself.status).toBe(2);
  expect(itself.stdout + itself.stderr).not.toContain(value);
  expect(reviewed.writes).toBe(0);
  await reviewed.review(named, { JOBFAM_LINT_TOKEN: '', HANDBOOK_BOT: value });
  expect(reviewed.standing).toEqual([[page, 9, true]]);
});

it('holds the change to the settings of the target branch, and says that it has others', async () => {
  const reviewed = await Reviewed.start(before);
  reviewed.push({ [page]: broken, 'jobfam-lint.config.yaml': 'rules:\n  link/broken-anchor: off\n' });
  await reviewed.review();
  expect(reviewed.standing).toEqual([[page, 9, true]]);
  expect(reviewed.summary).toContain('`jobfam-lint.config.yaml` is new in this change.');
});

it('reviews the last commit of the branch where a pipeline has checked out its merge with the target', async () => {
  const reviewed = await Reviewed.start(before);
  reviewed.push({ [page]: broken });
  const { repository, base } = reviewed;
  const head = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '-q', '-b', 'target', base);
  repository.commit({ [page]: `Moved down.\n\n${fine}` });
  repository.git('merge', '-q', '-m', 'Merge.', head);
  await reviewed.review([], { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head });
  expect(reviewed.standing).toEqual([[page, 9, true]]);
  expect(reviewed.summaries).toHaveLength(1);
});

it('says nothing on a change that brings nothing', async () => {
  const reviewed = await Reviewed.start(before);
  reviewed.push({ [page]: fine.replace('build', 'make') });
  expect((await reviewed.review()).status).toBe(0);
  expect(reviewed.standing).toEqual([]);
  expect(reviewed.summaries).toEqual([]);
});

it('tells the rest in the summary where there are threads enough; the plan is JSON where that is asked for', async () => {
  const reviewed = await Reviewed.start(before);
  reviewed.push({ [page]: `${broken}\nSee [the ladder](#ladder) too.\n` });
  const few = ['--dry-run', '--max-threads', '1'];
  const { stdout: text } = await reviewed.review(few);
  expect(text).toContain(`- tell the finding on ${page}:11 in the summary: there are threads enough\n`);
  expect(text).not.toContain('<!--');
  const { stdout } = await reviewed.review([...few, '--format', 'json']);
  const plan = JSON.parse(stdout);
  expect(plan.actions.map(({ kind, why }: Record<string, string>) => [kind, why])).toEqual([
    ['create', undefined],
    ['fold', 'limit'],
  ]);
  expect(plan.summary[0].body).toContain('**One finding without a thread**');
});

it('says what is missing where nothing tells which merge request to review', async () => {
  const reviewed = await Reviewed.start(before);
  const ran = await reviewed.review([], { CI_MERGE_REQUEST_IID: '', CI_API_V4_URL: '' });
  expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('Add --merge-request, --url.')]);
});
