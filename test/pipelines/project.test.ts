import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hindrance, runPipeline } from '../support/pipelines/runner.ts';

/** Where “npm ci” is asked for, what is installed and built here is enough. */
const npm = (real: string) => `#!/bin/sh
if [ "$1" != ci ]; then exec '${real}' "$@"; fi
ln -s '${realpathSync('node_modules')}' node_modules
cp -R '${resolve('dist')}' dist
`;

describe.skipIf(hindrance)('the pipeline of this project', () => {
  let root: string;
  let folder: string;
  let bin: string;
  const run = (...args: string[]) =>
    runPipeline(folder, args, { CI_DEFAULT_BRANCH: 'main' }, `${bin}:${process.env.PATH}`);

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'jobfam-lint-project-'));
    folder = join(root, 'project');
    bin = join(root, 'bin');
    const files = execFileSync(
      'git',
      ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
      {
        encoding: 'utf8',
      },
    );
    mkdirSync(folder);
    const copy = ['-a', '--from0', '--files-from=-', '--ignore-missing-args', './', folder];
    execFileSync('rsync', copy, { input: files });
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder });
    git('init', '--quiet', '--initial-branch=main');
    git('remote', 'add', 'origin', 'git@gitlab.example.com:coast/lint.git');
    git('add', '--all');
    git(
      '-c',
      'user.name=Pilot',
      '-c',
      'user.email=pilot@pier.example',
      'commit',
      '--quiet',
      '--message=All.',
    );
    mkdirSync(bin);
    writeFileSync(join(bin, 'npm'), npm(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim()));
    chmodSync(join(bin, 'npm'), 0o755);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('checks, tests on three versions of Node.js, tries the component, and packs', async () => {
    const { said, status } = await run('--list-csv');
    expect(said).toContain('json schema validated');
    const jobs = ['lint', 'types', 'docs', 'test: [20]', 'test: [22]', 'test: [24]', 'pipelines', 'pack'];
    const lines = said.slice(said.indexOf('name;')).split('\n').slice(1);
    expect(lines.map((line) => line.split(';')[0]).filter((name) => name !== '')).toEqual(jobs);
    expect(status).toBe(0);
  });

  it('passes the checks that are quick', async () => {
    const { said, status } = await run('lint', 'docs');
    expect(status, said).toBe(0);
    for (const job of ['lint', 'docs']) expect(said).toMatch(new RegExp(`PASS {2}${job}\\s`, 'u'));
  });
});
