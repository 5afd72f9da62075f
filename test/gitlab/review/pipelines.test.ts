import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Reviewed } from '../../support/gitlab/reviewed.ts';

const page = 'content/engineer.md';
const fine = '# Engineer\n\nSee [pay](#pay).\n\n## Pay\n\nTen.\n';
const broken = fine.replace('(#pay)', '(#wages)');

/** Checks out the merge of the branch with a target that has moved on, as pipelines of merge results do. */
function mergeResult({ repository, base }: Reviewed): void {
  const head = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '-q', '-b', 'target', base);
  repository.commit({ 'other.md': 'x\n' });
  repository.git('merge', '-q', '-m', 'Merge.', head);
}

it('fetches the last commit of the branch where a shallow clone holds its merge with the target alone', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  const head = reviewed.push({ [page]: broken });
  mergeResult(reviewed);
  await reviewed.review([], { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head }, reviewed.clone(1).folder);
  expect(reviewed.standing).toEqual([[page, 3, true]]);
});

it('says at once which commit is missing where it cannot be fetched', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  const head = reviewed.push({ [page]: broken });
  mergeResult(reviewed);
  const clone = reviewed.clone(1);
  rmSync(reviewed.repository.folder, { recursive: true });
  const ran = await reviewed.review([], { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head }, clone.folder);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain(
    `lacks the commit ${head.slice(0, 12)}, the last one of the merge request’s branch`,
  );
  expect(ran.stderr).toContain('Set GIT_DEPTH: 0');
  expect(reviewed.handbook.gitlab.log).toEqual([]);
});

it('says what was linted and what GitLab has where these differ, and reports alone', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  const head = reviewed.push({ [page]: broken });
  const other = reviewed.repository.commit({ [page]: `${broken}\nMore.\n` });
  const ran = await reviewed.review();
  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain(
    `ends with the commit ${head.slice(0, 8)}, and ${other.slice(0, 8)} was linted`,
  );
  expect(reviewed.writes).toBe(0);
});

it('takes a token of OAuth, and shows none', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: broken });
  const { gitlab, bot } = reviewed.handbook;
  const { value } = gitlab.addToken(bot, { kind: 'oauth', value: 'ab12'.repeat(16) });
  const ran = await reviewed.review([], { JOBFAM_LINT_TOKEN: value });
  expect(reviewed.standing).toEqual([[page, 3, true]]);
  expect(ran.stdout + ran.stderr).not.toContain(value);
});

it('goes through the proxy of the environment, and reads the certificates that a runner was given', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: broken });
  const there = { HTTP_PROXY: 'http://127.0.0.1:1' };
  const proxied = await reviewed.review([], there);
  expect([proxied.status, proxied.stderr]).toEqual([2, expect.stringContaining('the connection failed')]);
  await reviewed.review([], { ...there, NO_PROXY: '127.0.0.1', CI_SERVER_TLS_CA_FILE: 'nowhere.pem' });
  expect(reviewed.standing).toEqual([[page, 3, true]]);
  const certificates = join(reviewed.repository.folder, 'ca.pem');
  writeFileSync(certificates, 'no certificate\n');
  const strange = await reviewed.review([], { CI_SERVER_TLS_CA_FILE: certificates });
  expect(strange.stderr).toMatch(/^jobfam-lint: The review is written/u);
});

it('where a page comes in the place of GitLab’s answers, asks whether the address is right', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: broken });
  const signIn = { when: 'before', how: 200 } as const;
  reviewed.handbook.gitlab.faults.plan({ at: 1, times: 99, fault: signIn });
  const ran = await reviewed.review();
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(
    /^jobfam-lint: It was not possible to .*: what came is no answer of GitLab’s.*--url.*\n$/u,
  );
});
