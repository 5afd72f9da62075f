import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { GitRepository } from '../support/git-repository.ts';
import { runIn } from '../support/program.ts';

const config = 'jobfam-lint.config.yaml';
const page = 'content/engineer.md';
const broken = '# Engineer\n\nSee [pay](#wages).\n\n## Pay\n\nTen.\n';
const off = 'rules:\n  link/broken-anchor: off\n';

/** A branch that brings a slip and switches off the rule on it; it has parted from main, which has moved on. */
function branch(): GitRepository {
  const repository = new GitRepository();
  onTestFinished(() => repository.remove());
  const base = repository.commit({ [config]: 'rules: {}\n', 'other.yaml': 'rules: {}\n' });
  repository.commit({ [config]: 'extends: [recommended, other.yaml]\n', 'other.yaml': '{}\n' });
  repository.git('checkout', '-q', '-b', 'branch', base);
  repository.commit({ [page]: broken, [config]: off });
  return repository;
}
const lint = ({ folder }: GitRepository, ...args: readonly string[]) =>
  runIn(folder, ['lint', '--only', 'link', '--no-cache', ...args]);

it('lint --policy-ref goes by the settings of that commit, and names the change’s own that are others', async () => {
  const repository = branch();
  expect((await lint(repository)).status).toBe(0);
  const { status, stdout, stderr } = await lint(repository, '--policy-ref', 'main');
  expect([status, stdout]).toEqual([1, expect.stringContaining('link/broken-anchor')]);
  expect(stderr).toBe(
    `jobfam-lint: “${config}” is different in this change. The run used it as “main” has it; the change takes effect when it is merged.\n`,
  );
});

it.each([
  ['a commit that is not there', ['--policy-ref', 'nowhere'], '--policy-ref names “nowhere”'],
  [
    'a config that only the change has',
    ['--policy-ref', 'main', '--config', 'new.yaml'],
    'is new in this change',
  ],
])('it stops at %s, and says what to do', async (_, args, said) => {
  const repository = branch();
  repository.write({ 'new.yaml': off });
  const { status, stderr } = await lint(repository, ...args);
  expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
});

it('it says so where there is no repository', async () => {
  const repository = branch();
  rmSync(join(repository.folder, '.git'), { recursive: true });
  const { status, stderr } = await lint(repository, '--policy-ref', 'main');
  expect([status, stderr]).toEqual([2, expect.stringContaining('--policy-ref needs the Git repository')]);
});
