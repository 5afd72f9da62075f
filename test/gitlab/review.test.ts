import { expect, it, onTestFinished, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { GitRepository } from '../support/git-repository.ts';
import { snapshot } from '../support/gitlab/gitlab.ts';
import { type Handbook, startHandbook } from '../support/gitlab/handbook.ts';
import { ioIn } from '../support/program.ts';

// Each of these runs the whole program several times.
vi.setConfig({ testTimeout: 60_000 });

const page = 'content/engineer.md';
const family = (...more: string[]): string =>
  ['# Engineer', '', 'Engineers build and keep the machines of Borealis Ferries.', '', ...more, '']
    .join('\n')
    .replace(/\n+$/u, '\n');
const fine = family('## Pay', '', 'See [pay](#pay).');
const broken = family('## Pay', '', 'See [pay](#pay).', '', 'See [the grades](#grades).');
const old = '# Clerk\n\nSee [nothing](#nothing).\n';

let handbook: Handbook;
let repository: GitRepository;
let base: string;

async function start(): Promise<void> {
  handbook = await startHandbook({}, null);
  repository = new GitRepository();
  base = repository.commit({ [page]: fine, 'content/clerk.md': old });
  onTestFinished(() => repository.remove());
}

const filesAt = (text: string) => ({ [page]: text, 'content/clerk.md': old });

/** Commits the page, and pushes it as a new version of the merge request. */
function push(text: string): void {
  const head = repository.commit({ [page]: text });
  handbook.gitlab.push(handbook.mergeRequest, {
    base: { sha: base, files: snapshot(filesAt(fine)).files },
    head: { sha: head, files: snapshot(filesAt(text)).files },
  });
}

async function review(args: readonly string[] = [], env: Record<string, string> = {}) {
  const { io, out } = ioIn(repository.folder, 0);
  const variables = {
    JOBFAM_LINT_TOKEN: handbook.token.value,
    CI_API_V4_URL: handbook.apiUrl,
    CI_MERGE_REQUEST_PROJECT_ID: `${handbook.project.id}`,
    CI_MERGE_REQUEST_IID: `${handbook.mergeRequest.iid}`,
    ...env,
  };
  const status = await run(['review', '--only', 'link', ...args], { ...io, env: variables });
  return { status, ...out };
}

const standing = () => {
  const first = handbook.mergeRequest.discussions.flatMap(({ notes }) => notes.slice(0, 1));
  return {
    threads: first
      .filter(({ position }) => position !== null)
      .map(({ position, resolvedAt }) => [position?.new_path, position?.new_line, resolvedAt === null]),
    summaries: first.filter(({ body }) => body.includes(' summary ')).length,
  };
};
const writes = () => handbook.gitlab.log.filter(({ method }) => method !== 'GET').length;

it('comments on what the change brings, once; the thread ends with its defect, and comes back with it', async () => {
  await start();
  push(broken);
  const dry = await review(['--dry-run']);
  expect(dry.stdout).toContain(`start a thread on ${page}:9`);
  expect(writes()).toBe(0);

  const first = await review();
  expect(first.stderr).toMatch(/^jobfam-lint: The review is written, with \d+ requests to GitLab\.\n$/u);
  expect(first.status).toBe(1);
  expect(standing()).toEqual({ threads: [[page, 9, true]], summaries: 1 });

  const before = writes();
  await review();
  expect(writes()).toBe(before);

  push(fine.replace('build', 'make'));
  expect((await review()).status).toBe(0);
  expect(standing().threads.map(([, , isOpen]) => isOpen)).toEqual([false]);

  push(broken);
  await review();
  expect(standing()).toEqual({ threads: [[page, 9, true]], summaries: 1 });
});

it('reports without comments where there is no right to comment, and never shows a token', async () => {
  await start();
  push(broken);
  const none = await review([], { JOBFAM_LINT_TOKEN: '' });
  const job = await review([], { JOBFAM_LINT_TOKEN: '', CI_JOB_TOKEN: 'glcbt-1' });
  const stranger = await review([], { JOBFAM_LINT_TOKEN: 'glpat-of-nobody' });
  expect([none.status, job.status, stranger.status]).toEqual([1, 1, 1]);
  expect(none.stderr).toContain('There is no token');
  expect(job.stderr).toContain('only the CI_JOB_TOKEN');
  expect(stranger.stderr).toContain('GitLab does not know the token');
  const said = [none, job, stranger].map(({ stdout, stderr }) => stdout + stderr).join('');
  expect(said).not.toMatch(/glpat-of-nobody|glcbt-1/u);
  expect(writes()).toBe(0);
});

it('takes the token from the variable that it is told, and from no other', async () => {
  await start();
  push(broken);
  const token = handbook.token.value;
  const named = ['--token-variable', 'HANDBOOK_BOT'];
  const other = await review(named, { GITLAB_TOKEN: token });
  expect(other.stderr).toContain('There is no token');
  expect(other.stderr).toContain('CI/CD variable HANDBOOK_BOT.');
  const itself = await review(['--token-variable', token]);
  expect(itself.status).toBe(2);
  expect(itself.stdout + itself.stderr).not.toContain(token);
  expect(writes()).toBe(0);
  await review(named, { JOBFAM_LINT_TOKEN: '', HANDBOOK_BOT: token });
  expect(standing().threads).toEqual([[page, 9, true]]);
});

it('holds the change to the settings of the target branch, and says that it has others', async () => {
  await start();
  repository.write({ 'jobfam-lint.config.yaml': 'rules:\n  link/broken-anchor: off\n' });
  push(broken);
  await review();
  expect(standing().threads).toEqual([[page, 9, true]]);
  const said = handbook.mergeRequest.discussions.map(({ notes }) => notes[0]?.body).join('');
  expect(said).toContain('`jobfam-lint.config.yaml` is different in this change.');
});

it('reviews the last commit of the branch where a pipeline has checked out its merge with the target', async () => {
  await start();
  push(broken);
  const head = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '-q', '-b', 'target', base);
  repository.commit({ [page]: `Moved down.\n\n${fine}` });
  repository.git('merge', '-q', '-m', 'Merge.', head);
  await review([], { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head });
  expect(standing()).toEqual({ threads: [[page, 9, true]], summaries: 1 });
});

it('says nothing on a change that brings nothing', async () => {
  await start();
  push(fine.replace('build', 'make'));
  expect((await review()).status).toBe(0);
  expect(standing()).toEqual({ threads: [], summaries: 0 });
});

it('tells the rest in the summary where there are threads enough; the plan is JSON where that is asked for', async () => {
  await start();
  push(`${broken}\nSee [the ladder](#ladder) too.\n`);
  const { stdout } = await review(['--dry-run', '--format', 'json', '--max-threads', '1']);
  const plan = JSON.parse(stdout);
  expect(plan.actions.map(({ kind, why }: Record<string, string>) => [kind, why])).toEqual([
    ['create', undefined],
    ['fold', 'limit'],
  ]);
  expect(plan.summary[0].body).toContain('**One finding without a thread**');
});

it('says what is missing where nothing tells which merge request to review', async () => {
  await start();
  const ran = await review([], { CI_MERGE_REQUEST_IID: '', CI_API_V4_URL: '' });
  expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('Add --merge-request, --url.')]);
});
