import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * The pipelines, read and run by gitlab-ci-local, which checks them against GitLab's own JSON Schema first. It needs Node.js 22,
 * rsync and Git; `NODE_FOR_PIPELINES` may name a newer Node.js than the one that runs the tests.
 */
const node = process.env.NODE_FOR_PIPELINES ?? process.execPath;
const program = resolve('node_modules/gitlab-ci-local/dist/index.js');
const answers = (command: string, ...args: string[]) =>
  spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
const canRun =
  Number(/^v(\d+)/.exec(answers(node, '--version'))?.[1] ?? 0) >= 22 &&
  answers('rsync', '--version') !== '' &&
  existsSync(program);

/** Two pages of which one has a slip, an inclusion of the component, and a registry that holds the built program alone. */
class Site {
  readonly #root = mkdtempSync(join(tmpdir(), 'jobfam-lint-'));
  readonly folder = join(this.#root, 'site');

  constructor() {
    mkdirSync(this.folder);
    this.write('../bin/npx', npx);
    chmodSync(join(this.#root, 'bin/npx'), 0o755);
    cpSync('templates', join(this.folder, 'templates'), { recursive: true });
    this.write('families/pilot.md', '# Pilot\n\nThe Pilot is a grade 6 and and rings.\n');
    this.write('families/mate.md', '# Mate\n\nThe Mate is a grade 5.\n');
    this.write('jobfam-lint.config.yaml', 'extends: none\nrules: {duplicate/phrase: error}\n');
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('remote', 'add', 'origin', 'git@gitlab.example.com:coast/site.git');
    this.commit();
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  git(...args: string[]): string {
    const who = ['-c', 'user.name=Pilot', '-c', 'user.email=pilot@pier.example'];
    return spawnSync('git', [...who, ...args], { cwd: this.folder, encoding: 'utf8' }).stdout.trim();
  }

  commit(): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message=x');
    return this.git('rev-parse', 'HEAD');
  }

  /** Runs the pipeline that includes the component with these inputs, under these predefined variables. */
  run(inputs: object, variables: Readonly<Record<string, string>> = {}) {
    const include = [
      { local: 'templates/jobfam-lint/template.yml', inputs: { paths: 'families', ...inputs } },
    ];
    this.write('.gitlab-ci.yml', JSON.stringify({ include }));
    this.git('add', '--all');
    const given = { CI_DEFAULT_BRANCH: 'main', ...variables };
    const options = Object.entries(given).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
    const { stdout, stderr, status } = spawnSync(node, [program, '--force-shell-executor', ...options], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(this.#root, 'bin')}:${process.env.PATH}` },
    });
    return { said: stdout + stderr, status };
  }

  /** What the Code Quality report of the last run holds: rule and place of each entry. */
  found(): string[] {
    const entries: { check_name: string; location: { path: string; lines: { begin: number } } }[] =
      JSON.parse(readFileSync(join(this.folder, 'jobfam-lint.codequality.json'), 'utf8'));
    return entries.map(
      ({ check_name, location }) => `${check_name} ${location.path}:${location.lines.begin}`,
    );
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}

const npx = `#!/bin/sh
while [ "$1" != jobfam-lint ]; do shift; done
shift
exec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"
`;

describe.skipIf(!canRun)('the component', () => {
  let site: Site;
  beforeAll(() => {
    site = new Site();
  });
  afterAll(() => site.remove());

  it('lints in one job, and leaves its reports also where findings fail it', () => {
    const { said, status } = site.run({});
    expect(said).toContain('json schema validated');
    expect(said).toMatch(/FAIL {2}jobfam-lint\s/);
    expect(status).toBe(1);
    expect(site.found()).toEqual(['duplicate/phrase families/pilot.md:3']);
    for (const file of ['jobfam-lint.md', 'jobfam-lint.sarif', 'jobfam-lint.junit.xml'])
      expect(site.has(file), file).toBe(true);
  });

  it('finds the same when the reading is spread over several jobs', () => {
    rmSync(join(site.folder, 'jobfam-lint.codequality.json'), { force: true });
    const { said, status } = site.run({ shards: 2, 'job-prefix': 'handbook' });
    expect(said).toMatch(/PASS {2}handbook-read: \[1\/2\]/);
    expect(said).toMatch(/PASS {2}handbook-read: \[2\/2\]/);
    expect(said).toMatch(/FAIL {2}handbook-merge\s/);
    expect(status).toBe(1);
    expect(site.found()).toEqual(['duplicate/phrase families/pilot.md:3']);
  });

  it('passes in a merge request that did not bring the slip, and fails in one that did', () => {
    const base = site.commit();
    const variables = {
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    };
    site.write('families/mate.md', '# Mate\n\nThe Mate is a grade 5. It rings.\n');
    site.commit();
    const innocent = site.run({}, variables);
    expect(innocent.said).toContain('1 not new.');
    expect(innocent.status).toBe(0);
    site.write('families/mate.md', '# Mate\n\nThe Mate is is a grade 5.\n');
    site.commit();
    expect(site.run({}, variables).status).toBe(1);
  });

  it('fails on what it is told to', () => {
    expect(site.run({ 'fail-on': 'never' }).status).toBe(0);
  });

  it('refuses inputs that would reach the shell', () => {
    for (const inputs of [
      { paths: 'families; touch taken' },
      { paths: '$(touch taken)' },
      { paths: '--fix' },
      { config: '`touch taken`' },
      { version: '1 && touch taken' },
      { since: '--output=taken' },
      { 'job-prefix': 'a: {script: touch taken}' },
      { 'fail-on': 'x' },
    ]) {
      const { said, status } = site.run(inputs);
      expect(status, JSON.stringify(inputs)).not.toBe(0);
      expect(said, JSON.stringify(inputs)).not.toContain('starting shell');
      expect(site.has('taken')).toBe(false);
    }
  });
});

describe.skipIf(!canRun)('the pipeline of this project', () => {
  it('is valid, and checks, tests on three versions of Node.js, and packs', () => {
    const state = mkdtempSync(join(tmpdir(), 'jobfam-lint-'));
    try {
      cpSync('.gitlab-ci.yml', join(state, '.gitlab-ci.yml'));
      spawnSync('git', ['init', '--quiet'], { cwd: state });
      spawnSync('git', ['remote', 'add', 'origin', 'git@gitlab.example.com:coast/lint.git'], { cwd: state });
      const { stdout, stderr, status } = spawnSync(node, [program, '--list'], {
        cwd: state,
        encoding: 'utf8',
      });
      expect(stderr).toContain('json schema validated');
      for (const job of ['lint', 'types', 'docs', 'test: [20]', 'test: [22]', 'test: [24]', 'pack'])
        expect(
          stdout.split('\n').some((line) => line.startsWith(job)),
          job,
        ).toBe(true);
      expect(status).toBe(0);
    } finally {
      rmSync(state, { recursive: true, force: true });
    }
  });
});
