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
import { join, resolve } from 'node:path';
import process from 'node:process';
import { GitRepository } from '../git-repository.ts';
import { type RanPipeline, runPipeline } from './runner.ts';

export const slip = '# Pilot\n\nThe Pilot is a grade 6 and and rings.\n';
export const fine = '# Mate\n\nThe Mate is a grade 5.\n';

/**
 * A repository with two pages of which one has a slip, which includes the component from a folder of its own, and an `npx` that knows the built
 * program alone and writes down how it is called.
 */
export class PipelineSite {
  readonly config = 'extends: none\nrules: {duplicate/phrase: error}\nfamilies: [families/**/*.md]\n';
  readonly repository = new GitRepository();
  readonly #bin = mkdtempSync(join(tmpdir(), 'jobfam-lint-bin-'));

  constructor(
    pages: Readonly<Record<string, string>> = { 'families/pilot.md': slip, 'families/mate.md': fine },
  ) {
    writeFileSync(join(this.#bin, 'npx'), this.#npx());
    chmodSync(join(this.#bin, 'npx'), 0o755);
    this.repository.git('remote', 'add', 'origin', 'git@gitlab.example.com:coast/site.git');
    mkdirSync(join(this.folder, 'templates'));
    cpSync('templates', join(this.folder, 'templates'), { recursive: true });
    this.repository.commit({
      ...pages,
      'jobfam-lint.config.yaml': this.config,
    });
  }

  get folder(): string {
    return this.repository.folder;
  }

  #npx(): string {
    return `#!/bin/sh
for word; do printf '%s\\n' "$word"; done >> '${join(this.#bin, 'calls')}'
echo >> '${join(this.#bin, 'calls')}'
while [ "$1" != jobfam-lint ]; do shift; done
shift
exec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"
`;
  }

  /** How npx was called since the last time: the words of each call. */
  calls(): string[][] {
    const file = join(this.#bin, 'calls');
    if (!existsSync(file)) return [];
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    return text
      .split('\n\n')
      .filter((call) => call !== '')
      .map((call) => call.split('\n'));
  }

  /** Runs the pipeline that includes the component with these inputs, under these variables. */
  async run(
    inputs: object,
    variables: Readonly<Record<string, string>> = {},
    ...args: string[]
  ): Promise<RanPipeline> {
    const include = [{ local: 'templates/jobfam-lint/template.yml', inputs }];
    this.repository.write({ '.gitlab-ci.yml': JSON.stringify({ include }) });
    this.repository.git('add', '--all');
    const path = `${this.#bin}:${process.env.PATH}`;
    return runPipeline(this.folder, args, { CI_DEFAULT_BRANCH: 'main', ...variables }, path);
  }

  /** Runs it as the pipeline of a merge request. */
  async runForMergeRequest(
    inputs: object,
    base: string,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<RanPipeline> {
    const own = {
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_IID: '1',
      CI_MERGE_REQUEST_PROJECT_ID: '1',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      // Nothing listens there.
      CI_API_V4_URL: 'http://127.0.0.1:9/api/v4',
    };
    return this.run(inputs, { ...own, ...variables }, '--unset-variable', 'CI_COMMIT_BRANCH');
  }

  /** A file among the artifacts of a job; null where the job has left none. */
  artifact(job: string, file: string): string | null {
    const path = join(this.folder, '.gitlab-ci-local/artifacts', job, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  /** What the Code Quality report of a job holds: rule, page and line of each entry. */
  found(job: string): string[] {
    const entries: { check_name: string; location: { path: string; lines: { begin: number } } }[] =
      JSON.parse(this.artifact(job, 'jobfam-lint.codequality.json') ?? '[]');
    return entries.map(
      ({ check_name, location }) => `${check_name} ${location.path}:${location.lines.begin}`,
    );
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  remove(): void {
    this.repository.remove();
    rmSync(this.#bin, { recursive: true, force: true });
  }
}
