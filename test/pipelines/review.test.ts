import { describe, expect, it, onTestFinished } from 'vitest';
import { snapshot } from '../support/gitlab/gitlab.ts';
import { type Handbook, startHandbook } from '../support/gitlab/handbook.ts';
import { hindrance } from '../support/pipelines/runner.ts';
import { fine, PipelineSite, slip } from '../support/pipelines/site.ts';

interface Review {
  readonly site: PipelineSite;
  readonly handbook: Handbook;
  /** Where the merge request starts. */
  readonly base: string;
  /** Commits files, and pushes them as a new version of the merge request. */
  push(files: Readonly<Record<string, string>>): void;
  /** Runs the pipeline of the merge request. @param variables those of the project */
  run(inputs: object, variables: Readonly<Record<string, string>>): ReturnType<PipelineSite['run']>;
}

const config = 'jobfam-lint.config.yaml';
const mate = 'families/mate.md';
const broken = '# Mate\n\nThe Mate is is a grade 5.\n';

/** A merge request on a server at the loopback address, which brings a slip to one page; another page has one of old. */
async function startReview(): Promise<Review> {
  const handbook = await startHandbook({}, null);
  const site = new PipelineSite();
  onTestFinished(() => site.remove());
  const { repository } = site;
  const base = repository.git('rev-parse', 'HEAD');
  const files = { 'families/pilot.md': slip, [mate]: fine };
  const push = (changed: Readonly<Record<string, string>>) => {
    const head = repository.commit(changed);
    handbook.gitlab.push(handbook.mergeRequest, {
      base: { sha: base, files: snapshot(files).files },
      head: { sha: head, files: snapshot({ ...files, [mate]: broken, ...changed }).files },
    });
  };
  push({ [mate]: broken });
  const own = {
    CI_API_V4_URL: handbook.apiUrl,
    CI_PROJECT_ID: `${handbook.project.id}`,
    CI_MERGE_REQUEST_PROJECT_ID: `${handbook.project.id}`,
    CI_MERGE_REQUEST_IID: `${handbook.mergeRequest.iid}`,
  };
  return {
    site,
    handbook,
    base,
    push,
    run: (inputs, variables) => site.runForMergeRequest(inputs, base, { ...own, ...variables }),
  };
}

const threads = ({ mergeRequest }: Handbook) =>
  mergeRequest.discussions
    .flatMap(({ notes }) => notes.slice(0, 1))
    .map(({ position }) => (position === null ? 'summary' : `${position.new_path}:${position.new_line}`));
const writes = ({ gitlab }: Handbook) => gitlab.log.filter(({ method }) => method !== 'GET').length;

describe.skipIf(hindrance)('the review job', () => {
  it('comments on what the change brings, fails by it, leaves its reports, and a second time changes nothing', async () => {
    const { site, handbook, run } = await startReview();
    const { value } = handbook.token;
    const inputs = { 'token-variable': 'HANDBOOK_BOT' };
    const first = await run(inputs, { HANDBOOK_BOT: value });
    expect(first.said).toMatch(/FAIL {2}jobfam-lint-review\s/u);
    expect(first.said).toContain('The review is written');
    expect(threads(handbook).toSorted()).toEqual([`${mate}:3`, 'summary']);
    expect(site.artifact('jobfam-lint-review', 'jobfam-lint.junit.xml')).toContain('duplicate/phrase');
    for (const file of ['jobfam-lint.md', 'jobfam-lint.sarif', 'jobfam-lint.codequality.json'])
      expect(site.artifact('jobfam-lint-review', file), file).not.toBeNull();

    const before = writes(handbook);
    const second = await run(inputs, { HANDBOOK_BOT: value });
    expect(second.status).toBe(1);
    expect(writes(handbook)).toBe(before);

    expect(first.said + second.said).not.toContain(value);
    const calls = site.calls();
    expect(calls).toHaveLength(2);
    for (const call of calls) {
      expect(call.join(' ')).toContain('--token-variable HANDBOOK_BOT');
      expect(call.join(' ')).not.toContain(value);
    }
  });

  it('reports alone where the variable is not there, and says in one line what to do', async () => {
    const { site, handbook, run } = await startReview();
    const { said, status } = await run({}, { GITLAB_TOKEN: handbook.token.value });
    const lines = said
      .split('\n')
      .filter((line) => /\btoken\b/iu.test(line) && line.includes(' > jobfam-lint:'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('variable JOBFAM_LINT_TOKEN, masked and not protected.');
    expect(status).toBe(1);
    expect(said).toContain('1 error in 2 pages');
    expect(site.artifact('jobfam-lint-review', 'jobfam-lint.codequality.json')).toContain(mate);
    expect(writes(handbook)).toBe(0);
  });

  it('takes the pages that other jobs have read, also where the change has words of its own in the config', async () => {
    const { site, handbook, base, push, run } = await startReview();
    const variables = { JOBFAM_LINT_TOKEN: handbook.token.value };
    const inputs = { shards: 2, 'max-threads': 0 };
    const { said } = await run(inputs, variables);
    expect(said).toMatch(/PASS {2}jobfam-lint-read: \[2\/2\]/u);
    expect(said).toMatch(/FAIL {2}jobfam-lint-review\s/u);
    expect(said).not.toContain('read again');
    expect(threads(handbook)).toEqual(['summary']);
    const call = site.calls().find((words) => words.includes('review'));
    expect(call?.join(' ')).toContain('--merge jobfam-lint-shard-1 --merge jobfam-lint-shard-2');

    push({ [config]: `${site.config}vocabulary: {abbreviations: {hm: harbour master}}\n` });
    const other = await run({ shards: 2, since: base, 'policy-ref': base }, variables);
    const again = site.calls().find((words) => words.includes('review'));
    expect(again?.join(' ')).toContain(`--since ${base} --policy-ref ${base}`);
    expect(other.said).toContain('so its pages were read again');
    expect(threads(handbook).toSorted()).toEqual([`${mate}:3`, 'summary']);
  });
});
