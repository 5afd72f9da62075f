import { rmSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { ioAt } from '../../../src/cli/review/commits.ts';
import { settingsNotices } from '../../../src/cli/review/settings.ts';
import { nodeGit } from '../../../src/host/node-git.ts';
import { GitRepository } from '../../support/git-repository.ts';
import { Reviewed } from '../../support/gitlab/reviewed.ts';
import { ioIn } from '../../support/program.ts';

const page = 'content/engineer.md';
const fine = '# Engineer\n\nSee [pay](#pay).\n\n## Pay\n\nTen.\n';
const broken = fine.replace('(#pay)', '(#wages)');
const config = 'jobfam-lint.config.yaml';
const off = 'rules:\n  link/broken-anchor: off\n';

/** Waivers for all broken anchors of the page. */
const waivers = [
  '- rule: link/broken-anchor',
  `  page: ${page}`,
  '  reason: Later.',
  '  owner: pat',
  '  until: 1970-03-01',
  '',
].join('\n');

it.each([
  ['without the commit where it starts', 1],
  ['that holds it', 20],
])('a change cannot switch its checks off in a clone %s', async (_, depth) => {
  const reviewed = await Reviewed.start({ [page]: fine, [config]: 'rules: {}\n' });
  reviewed.push({ [page]: broken, [config]: off });
  const ran = await reviewed.review([], {}, reviewed.clone(depth).folder);
  expect(ran.status).toBe(1);
  expect(reviewed.standing).toEqual([[page, 3, true]]);
  expect(reviewed.summary).toContain('`jobfam-lint.config.yaml` is different in this change.');
  expect(reviewed.summary).not.toContain('holds only the end of the history');
});

it('without a token it cannot either', async () => {
  const reviewed = await Reviewed.start({ [page]: fine, [config]: 'rules: {}\n' });
  reviewed.push({ [page]: broken, [config]: off });
  const ran = await reviewed.review([], { JOBFAM_LINT_TOKEN: '' }, reviewed.clone(1).folder);
  expect([ran.status, ran.stdout]).toEqual([1, expect.stringContaining('link/broken-anchor')]);
});

it.each([
  ['with a token', {}],
  ['without one', { JOBFAM_LINT_TOKEN: '' }],
])(
  'where the commit cannot be fetched, the run says so and what to do, and writes nothing, %s',
  async (_, env) => {
    const reviewed = await Reviewed.start({ [page]: fine });
    reviewed.push({ [page]: broken });
    const clone = reviewed.clone(1);
    rmSync(reviewed.repository.folder, { recursive: true });
    const ran = await reviewed.review([], env, clone.folder);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(
      `lacks the commit ${reviewed.base.slice(0, 12)}, where the merge request starts`,
    );
    expect(ran.stderr).toContain('Set GIT_DEPTH: 0 for the job');
    expect(ran.stdout).toBe('');
    expect(reviewed.writes).toBe(0);
  },
);

it('where nothing tells the target, a pipeline stops, and a run by hand says whose settings it takes', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: broken });
  const none = { JOBFAM_LINT_TOKEN: '', CI_MERGE_REQUEST_DIFF_BASE_SHA: '' };
  const pipeline = await reviewed.review([], none);
  expect([pipeline.status, pipeline.stderr]).toEqual([2, expect.stringContaining('GIT_DEPTH: 0')]);
  const byHand = await reviewed.review(['--merge-request', '1'], { ...none, CI_MERGE_REQUEST_IID: '' });
  expect([byHand.status, byHand.stderr]).toEqual([
    1,
    expect.stringContaining('Add --policy-ref and --since'),
  ]);
  const branch = await reviewed.review([], { ...none, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' });
  expect([branch.status, branch.stderr]).toEqual([0, expect.stringContaining('There is no token')]);
});

it('names every file of the settings that the change touches, and none that only the target did', async () => {
  const before = {
    [page]: fine,
    [config]: 'extends: [recommended, shared.yaml]\nwaivers: waivers.yaml\nbaseline: known.json\n',
    'shared.yaml': 'vocabulary:\n  words: [Borealis]\n',
    'waivers.yaml': '[]\n',
    'known.json': '{"version": 1, "findings": []}\n',
    'other.yaml': 'x: 1\n',
  };
  const reviewed = await Reviewed.start(before);
  const { repository, base } = reviewed;
  repository.git('checkout', '-q', '-b', 'later');
  const start = repository.commit({ 'known.json': '{"version": 1, "findings": [] }\n' });
  repository.git('checkout', '-q', 'main');
  const files = {
    [page]: broken,
    'shared.yaml': off,
    'waivers.yaml': waivers,
    'more.yaml': 'rules: {}\n',
    [config]: before[config].replace('shared.yaml', 'shared.yaml, more.yaml'),
    'other.yaml': 'x: 2\n',
  };
  reviewed.push(files, { start: { sha: start, files: new Map() } });
  expect(nodeGit(repository.folder).mergeBase(start, 'HEAD')).toBe(base);
  await reviewed.review([], { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'later' });
  expect(reviewed.standing).toEqual([[page, 3, true]]);
  expect(reviewed.summary).toContain('The review used it as `later` has it;');
  const named = Array.from(
    reviewed.summary.matchAll(/^- `(.+?)` is (\w+) in this change/gmu),
    ([, name, what]) => [name, what],
  );
  expect(named).toEqual([
    [config, 'different'],
    ['more.yaml', 'new'],
    ['shared.yaml', 'different'],
    ['waivers.yaml', 'different'],
  ]);
});

it('takes the settings of the commit where it starts where a fork has no newer one of the target', async () => {
  const reviewed = await Reviewed.start({ [page]: fine, [config]: 'rules: {}\n' });
  reviewed.push({ [page]: broken, [config]: off }, { start: { sha: 'f'.repeat(40), files: new Map() } });
  const ran = await reviewed.review([], {}, reviewed.clone(1).folder);
  expect(ran.status).toBe(1);
  expect(reviewed.standing).toEqual([[page, 3, true]]);
  expect(reviewed.summary).toContain(`used it as \`${reviewed.base.slice(0, 8)}\` has it`);
});

it('says that settings come from another repository of which the change takes another commit', async () => {
  const [outer, inner] = [new GitRepository(), new GitRepository()];
  onTestFinished(() => {
    for (const one of [outer, inner]) one.remove();
  });
  inner.commit({ 'shared.yaml': 'rules: {}\n' });
  outer.git('clone', '-q', inner.folder, 'vendor');
  outer.git('add', '--no-warn-embedded-repo', 'vendor');
  const base = outer.commit({ [config]: 'extends: vendor/shared.yaml\n' });
  inner.commit({ 'shared.yaml': off });
  outer.git('-C', 'vendor', 'pull', '-q');
  const head = outer.commit();
  const { io } = ioIn(outer.folder, 0);
  const notices = (from: string, to: string) => {
    const place = { io: ioAt(from, io), name: 'main', base: ioAt(from, io) };
    return settingsNotices(new Set(), place, { failOn: 'error' }, ioAt(to, io), 'review');
  };
  expect(await notices(base, head)).toEqual([expect.stringContaining('“vendor” is another repository')]);
  expect(await notices(head, head)).toEqual([]);
});

it('says that the settings of a change are broken, before they are merged', async () => {
  const reviewed = await Reviewed.start({ [page]: fine, [config]: 'rules: {}\n' });
  reviewed.push({ [config]: 'ruls: {}\n' });
  const ran = await reviewed.review();
  expect(ran.status).toBe(0);
  expect(reviewed.summary).toContain('would stop jobfam-lint once they are merged');
});

it('stops where --config names a config that the change itself adds', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: broken, 'lint.yaml': off });
  const ran = await reviewed.review(['--config', 'lint.yaml']);
  expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('is new in this change')]);
  expect((await reviewed.review(['--config', 'lint.yaml', '--policy-ref', 'HEAD'])).status).toBe(0);
});
