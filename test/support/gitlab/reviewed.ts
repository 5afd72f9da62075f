import { onTestFinished } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { GitRepository } from '../git-repository.ts';
import { ioIn, type Ran } from '../program.ts';
import { pushOf } from './from-git.ts';
import { type Push, snapshot } from './gitlab.ts';
import { type Handbook, type HandbookSettings, startHandbook } from './handbook.ts';
import { checkedOutBy, type JobSettings, variablesOf } from './job.ts';
import type { Note } from './model.ts';

type Files = Readonly<Record<string, string>>;

/** A repository with a merge request on the double of GitLab, and the real command to review it. */
export class Reviewed {
  readonly handbook: Handbook;
  readonly repository: GitRepository;
  /** Commit where the merge request starts. */
  readonly base: string;
  readonly #before: Files;
  #now: Record<string, string>;

  private constructor(handbook: Handbook, before: Files) {
    this.handbook = handbook;
    this.repository = new GitRepository();
    onTestFinished(() => this.repository.remove());
    this.base = this.repository.commit(before);
    this.#before = before;
    this.#now = { ...before };
  }

  /** @param before the files of the target branch */
  static async start(before: Files, settings: HandbookSettings = {}): Promise<Reviewed> {
    return new Reviewed(await startHandbook(settings, null), before);
  }

  /**
   * Commits files, and pushes them as a new version of the merge request.
   * @param gone files to delete
   * @returns the id of the commit
   */
  push(files: Files, how: Omit<Push, 'base' | 'head'> = {}, gone: readonly string[] = []): string {
    const { handbook, repository } = this;
    for (const path of gone) {
      repository.git('rm', '-q', path);
      delete this.#now[path];
    }
    this.#now = { ...this.#now, ...files };
    const sha = repository.commit(files);
    handbook.gitlab.push(handbook.mergeRequest, {
      base: { sha: this.base, files: snapshot(this.#before).files },
      head: { sha, files: snapshot(this.#now).files },
      ...how,
    });
    return sha;
  }

  /** Pushes a commit that Git has as a new version of the merge request. @param target the target branch */
  publish(head: string, target: string): string {
    const { handbook, repository } = this;
    const sha = repository.git('rev-parse', head);
    handbook.gitlab.push(handbook.mergeRequest, pushOf(repository, sha, target));
    return sha;
  }

  /**
   * Reviews as a job of a pipeline does: in a clone of its own, with the variables that GitLab sets.
   * @param env variables of the project, as the token
   */
  async runJob(
    settings: JobSettings,
    env: Readonly<Record<string, string>> = { JOBFAM_LINT_TOKEN: this.handbook.token.value },
  ): Promise<Ran> {
    const clone = checkedOutBy(settings, this.repository);
    onTestFinished(() => clone.remove());
    const { apiUrl, mergeRequest } = this.handbook;
    const variables = { ...variablesOf(apiUrl, mergeRequest, settings), ...env };
    const { io, out } = ioIn(clone.folder, 0);
    const status = await run(
      ['review', '--only', 'link,reports-to,structure/front-matter', '--format', 'stylish'],
      {
        ...io,
        env: variables,
      },
    );
    return { status, ...out };
  }

  /** What a merge-request pipeline sets. */
  get variables(): Record<string, string> {
    const { token, apiUrl, project, mergeRequest } = this.handbook;
    return {
      JOBFAM_LINT_TOKEN: token.value,
      CI_API_V4_URL: apiUrl,
      CI_MERGE_REQUEST_PROJECT_ID: `${project.id}`,
      CI_MERGE_REQUEST_IID: `${mergeRequest.iid}`,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: this.base,
    };
  }

  /** Reviews in a folder; rules on links alone run, so that pages can be short. */
  async review(
    args: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
    folder = this.repository.folder,
  ): Promise<Ran> {
    const { io, out } = ioIn(folder, 0);
    const variables = { ...this.variables, ...env };
    const status = await run(['review', '--only', 'link', ...args], { ...io, env: variables });
    return { status, ...out };
  }

  /** A clone of the last commits, as runners make them. */
  clone(depth: number): GitRepository {
    const clone = new GitRepository({ of: this.repository, depth });
    onTestFinished(() => clone.remove());
    return clone;
  }

  /** The comments that began a thread, oldest first. */
  get threads(): Note[] {
    return this.#first.filter(({ position }) => position !== null);
  }

  /** Texts of the summaries. */
  get summaries(): string[] {
    return this.#first.filter(({ body }) => body.includes(' summary ')).map(({ body }) => body);
  }

  /** The one summary. */
  get summary(): string {
    const [only, ...others] = this.summaries;
    if (only === undefined || others.length > 0) throw new Error(`${this.summaries.length} summaries stand.`);
    return only;
  }

  /** Where threads stand, and whether they are open. */
  get standing() {
    return this.threads.map(({ position, resolvedAt }) => [
      position?.new_path,
      position?.new_line,
      resolvedAt === null,
    ]);
  }

  /** Requests that changed something. */
  get writes(): number {
    return this.handbook.gitlab.log.filter(({ method }) => method !== 'GET').length;
  }

  get #first(): Note[] {
    return this.handbook.mergeRequest.discussions.flatMap(({ notes }) => notes.slice(0, 1));
  }
}
