import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hindrance } from '../support/pipelines/runner.ts';
import { fine, PipelineSite, slip } from '../support/pipelines/site.ts';

const reports = [
  'jobfam-lint.md',
  'jobfam-lint.sarif',
  'jobfam-lint.codequality.json',
  'jobfam-lint.junit.xml',
];

/** A site that is taken away when the test ends. */
function newSite(...pages: ConstructorParameters<typeof PipelineSite>): PipelineSite {
  const site = new PipelineSite(...pages);
  onTestFinished(() => site.remove());
  return site;
}

describe.skipIf(hindrance)('the component on the default branch', () => {
  it('lints in one job, and leaves its reports also where findings fail it', async () => {
    const site = newSite();
    const { said, status } = await site.run({});
    expect(said).toContain('json schema validated');
    expect(said).toMatch(/FAIL {2}jobfam-lint\s/u);
    expect(status).toBe(1);
    expect(site.found('jobfam-lint')).toEqual(['duplicate/phrase families/pilot.md:3']);
    for (const file of reports) expect(site.artifact('jobfam-lint', file), file).not.toBeNull();
    expect((await site.run({ 'fail-on': 'never' })).status).toBe(0);
  });

  it('says the same of the pages when reading them is spread over several jobs', async () => {
    const site = newSite({ 'families/pilot.md': slip, 'families/mate.md': fine, 'other/cook.md': slip });
    const inputs = { paths: 'families', 'job-prefix': 'handbook' };
    await site.run(inputs);
    const one = reports.map((file) => site.artifact('handbook', file));
    expect(one).not.toContain(null);
    expect(site.found('handbook')).toEqual(['duplicate/phrase families/pilot.md:3']);
    const { said, status } = await site.run({ ...inputs, shards: 2 });
    expect(said).toMatch(/PASS {2}handbook-read: \[1\/2\]/u);
    expect(said).toMatch(/PASS {2}handbook-read: \[2\/2\]/u);
    expect(said).toMatch(/FAIL {2}handbook-merge\s/u);
    expect(status).toBe(1);
    expect(reports.map((file) => site.artifact('handbook-merge', file))).toEqual(one);
  });

  it('passes where there is nothing to find, and keeps what it has learnt for the next pipeline', async () => {
    const site = newSite({ 'families/mate.md': fine });
    const first = await site.run({});
    expect([first.status, site.artifact('jobfam-lint', reports[2] ?? '')]).toEqual([0, '[]\n']);
    expect(first.said).not.toContain('imported cache');
    expect((await site.run({})).said).toContain("imported cache 'jobfam-lint'");
    expect(site.calls()[1]?.join(' ')).toContain(
      '--cache-location .jobfam-lint-cache --cache-strategy content',
    );
  });

  it('keeps nothing where that is not wanted, and takes nothing from a cache that came with the files', async () => {
    const site = newSite({ 'families/mate.md': fine });
    const { said } = await site.run({ cache: false });
    expect(said).not.toMatch(/imported cache|cache created/u);
    site.repository.commit({ '.jobfam-lint-cache/pages-1': 'forged' });
    await site.run({});
    for (const call of site.calls()) {
      expect(call).toContain('--no-cache');
      expect(call).not.toContain('--cache-location');
    }
  });
});

describe.skipIf(hindrance)('the component in a merge request that is not reviewed', () => {
  it('passes where the change did not bring the slip, and fails where it did', async () => {
    const site = newSite();
    const base = site.repository.git('rev-parse', 'HEAD');
    site.repository.commit({ 'families/mate.md': `${fine}\nIt rings.\n` });
    const innocent = await site.runForMergeRequest({ review: false }, base);
    expect(innocent.said).toContain('1 not new.');
    expect(innocent.status).toBe(0);
    expect((await site.runForMergeRequest({ review: false, since: 'none' }, base)).status).toBe(1);
    site.repository.commit({ 'families/mate.md': '# Mate\n\nThe Mate is is a grade 5.\n' });
    expect((await site.runForMergeRequest({ review: false }, base)).status).toBe(1);
    site.repository.commit({ 'jobfam-lint.config.yaml': site.config.replace('error', 'off') });
    const silenced = await site.runForMergeRequest({ review: false }, base);
    expect(silenced.said).toContain('“jobfam-lint.config.yaml” is different in this change.');
    expect(silenced.status).toBe(1);
  });
});

describe.skipIf(hindrance)('the jobs of the component', () => {
  let site: PipelineSite;
  beforeAll(() => {
    site = new PipelineSite();
  });
  afterAll(() => site.remove());

  const pipelines = {
    'a merge request': [
      '--variable',
      'CI_PIPELINE_SOURCE=merge_request_event',
      '--unset-variable',
      'CI_COMMIT_BRANCH',
    ],
    'the default branch': [],
    'another branch': ['--variable', 'CI_COMMIT_BRANCH=topic'],
    'a tag': ['--variable', 'CI_COMMIT_TAG=v1', '--unset-variable', 'CI_COMMIT_BRANCH'],
  };
  const read = ['jobfam-lint-read: [1/2]', 'jobfam-lint-read: [2/2]'];

  it.each([
    ['a merge request', {}, ['jobfam-lint-review']],
    ['a merge request', { review: false }, ['jobfam-lint']],
    ['a merge request', { shards: 2 }, [...read, 'jobfam-lint-review']],
    ['a merge request', { shards: 2, review: false }, [...read, 'jobfam-lint-merge']],
    ['the default branch', {}, ['jobfam-lint']],
    ['the default branch', { review: false, cache: false }, ['jobfam-lint']],
    ['the default branch', { shards: 2, cache: false }, [...read, 'jobfam-lint-merge']],
    ['another branch', {}, []],
    ['another branch', { shards: 2 }, []],
    ['a tag', {}, []],
  ] as const)('in a pipeline for %s, with %j', async (kind, inputs, expected) => {
    const { said } = await site.run(inputs, {}, '--list-csv', ...pipelines[kind]);
    const lines = said.slice(said.indexOf('name;')).split('\n').slice(1);
    const jobs = lines.map((line) => line.split(';')[0] ?? '').filter((name) => name !== '');
    expect(jobs.toSorted()).toEqual(expected.toSorted());
  });
});

describe.skipIf(hindrance)('odd characters', () => {
  const odd = `families/Sales & "Ops"; $(touch taken) \`touch taken\` it's`;

  it('are parts of paths, and nothing to the shell', async () => {
    const site = newSite({ [`${odd}/pilot.md`]: slip, 'families/mate.md': slip, 'other/cook.md': slip });
    const { said } = await site.run({ paths: `${odd}\nother\n`, config: './jobfam-lint.config.yaml' });
    expect(said).toContain('2 errors in 2 pages');
    expect(site.found('jobfam-lint')).toEqual([
      `duplicate/phrase ${odd}/pilot.md:3`,
      'duplicate/phrase other/cook.md:3',
    ]);
    expect(site.has('.gitlab-ci-local/builds/jobfam-lint/taken')).toBe(false);
  });

  it('in variables that someone puts in place of the inputs are nothing to the shell either', async () => {
    const site = newSite();
    const text = `x"; touch taken; $(touch taken) \`touch taken\` '; touch taken #`;
    for (const names of [
      ['VERSION', 'CONFIG', 'FAIL_ON', 'SINCE'],
      ['PATHS', 'POLICY_REF', 'TOKEN_VARIABLE', 'DOCS_URL', 'JOB_PREFIX'],
    ]) {
      const values = Object.fromEntries(names.map((name) => [`JOBFAM_LINT_${name}`, text]));
      const { status } = await site.runForMergeRequest({}, 'main', values);
      expect(status).not.toBe(0);
      expect(
        site
          .calls()
          .flat()
          .filter((word) => word.includes(text)),
      ).toHaveLength(names.length);
      expect(site.has('.gitlab-ci-local/builds/jobfam-lint-review')).toBe(true);
      expect(site.has('.gitlab-ci-local/builds/jobfam-lint-review/taken')).toBe(false);
    }
  });

  it('are refused where nothing needs them, and so is a token where its name belongs', async () => {
    const site = newSite();
    for (const inputs of [{ version: '1 && touch taken' }, { 'token-variable': 'glpat-1234' }]) {
      const { said, status } = await site.run(inputs);
      expect(status, JSON.stringify(inputs)).not.toBe(0);
      expect(said, JSON.stringify(inputs)).not.toContain('starting shell');
    }
  });
});
