import { readMarker } from '../../src/gitlab/plan/marker.ts';
import { snapshot } from '../../test/support/gitlab/gitlab.ts';
import type { RunningGitLab } from '../../test/support/gitlab/listen.ts';
import type { MergeRequest, Note, Project, Token } from '../../test/support/gitlab/model.ts';
import type { Change } from './changes.ts';
import { type Ran, runProgram } from './program.ts';
import type { Site } from './site.ts';

/** A thread that the program has started. */
export interface OwnThread {
  readonly id: string;
  readonly fingerprints: readonly string[];
  readonly isOpen: boolean;
  readonly body: string;
  /** Line of the page after the change, from 1; null where the thread stands on the file. */
  readonly line: number | null;
}

export interface Reviewed extends Ran {
  /** Requests to GitLab, and how many of them change something. */
  readonly requests: number;
  readonly writes: number;
}

/** Where changes are played. */
export interface Stage {
  readonly running: RunningGitLab;
  readonly project: Project;
  readonly site: Site;
  /** Whether the program runs in this process, from its sources. */
  readonly isHere: boolean;
}

/** A merge request that brings a change, and the pipelines that review it. */
export class ReplayedRequest {
  readonly base: string;
  readonly #site: Site;
  readonly #change: Change;
  readonly #running: RunningGitLab;
  readonly #mergeRequest: MergeRequest;
  readonly #token: Token;
  readonly #isHere: boolean;

  constructor({ running, project, site, isHere }: Stage, change: Change) {
    this.#isHere = isHere;
    const { gitlab } = running;
    const [author, bot] = [gitlab.addUser('pat'), gitlab.addUser('handbook-bot')];
    for (const user of [author, bot]) gitlab.addMember(project, user, 'developer');
    this.#running = running;
    this.#site = site;
    this.#change = change;
    this.#token = gitlab.addToken(bot);
    this.#mergeRequest = gitlab.open(project, author);
    site.checkout();
    this.base = site.commit(change.path, change.before);
  }

  /** Commits the page and pushes it. Returns the commit. */
  push(text: string): string {
    const { path, before } = this.#change;
    const head = this.#site.commit(path, text);
    const files = (page: string | null) => snapshot(page === null ? {} : { [path]: page }).files;
    this.#running.gitlab.push(this.#mergeRequest, {
      base: { sha: this.base, files: files(before) },
      head: { sha: head, files: files(text) },
      diffs: { [path]: this.#site.diff(this.base, head, path) },
    });
    return head;
  }

  /** Runs the review as a detached merge-request pipeline does. */
  async review(commit: string, args: readonly string[] = []): Promise<Reviewed> {
    const { gitlab, apiUrl } = this.#running;
    const before = gitlab.log.length;
    const ran = await runProgram(this.#site.folder, ['review', ...args], this.#isHere, {
      CI: 'true',
      CI_API_V4_URL: apiUrl,
      CI_COMMIT_SHA: commit,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: this.base,
      CI_MERGE_REQUEST_EVENT_TYPE: 'detached',
      CI_MERGE_REQUEST_IID: `${this.#mergeRequest.iid}`,
      CI_MERGE_REQUEST_PROJECT_ID: `${this.#mergeRequest.project.id}`,
      CI_PIPELINE_SOURCE: 'merge_request_event',
      JOBFAM_LINT_TOKEN: this.#token.value,
    });
    const log = gitlab.log.slice(before);
    return { ...ran, requests: log.length, writes: log.filter(({ method }) => method !== 'GET').length };
  }

  threads(): OwnThread[] {
    return this.#firstNotes().flatMap(({ id, note }) => {
      const marker = readMarker(note.body);
      if (marker?.kind !== 'thread') return [];
      const { fingerprints } = marker;
      const line = note.position?.new_line ?? null;
      return [{ id, fingerprints, isOpen: note.resolvedAt === null, body: note.body, line }];
    });
  }

  summaries(): string[] {
    return this.#firstNotes().flatMap(({ note: { body } }) =>
      readMarker(body)?.kind === 'summary' ? [body] : [],
    );
  }

  /** How many comments say what an older one says: threads on the same finding, summaries beyond the first. */
  twins(): number {
    const spoken = this.threads().flatMap(({ fingerprints }) => fingerprints);
    return spoken.length - new Set(spoken).size + Math.max(0, this.summaries().length - 1);
  }

  /** All that people see, as one text. */
  visible(): string {
    return JSON.stringify(this.#mergeRequest.discussions);
  }

  #firstNotes(): { readonly id: string; readonly note: Note }[] {
    return this.#mergeRequest.discussions.flatMap(({ id, notes: [note] }) =>
      note === undefined ? [] : [{ id, note }],
    );
  }
}
