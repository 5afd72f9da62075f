import { AccessError, GitLabError } from '../access.ts';
import type { DiffVersion, VersionHead } from '../diff/version.ts';
import type { MergeRequest, MergeRequestRef } from '../merge-request.ts';
import type { ReviewReader } from '../reader.ts';
import type { Thread } from '../thread.ts';
import { type ApiAnswer, fieldsOf, type Written } from './answer.ts';
import { gitbeakerResources } from './gitbeaker.ts';
import { type Attempt, refusal } from './refusals.ts';
import {
  type Draft,
  draftOf,
  list,
  mergeRequestOf,
  number,
  threadOf,
  versionHeadOf,
  versionOf,
} from './shapes.ts';
import { Transport, type TransportSettings } from './transport.ts';

export type ClientSettings = Omit<TransportSettings, 'apiUrl' | 'place'>;

/** Lists are read to the end, in the largest pages that there are. */
const everything = { perPage: 100, showExpanded: false } as const;

/** Reads one merge request and writes to it. */
export class ReviewClient implements ReviewReader {
  readonly #transport: Transport;
  readonly #iid: number;
  readonly #resources: Promise<Awaited<ReturnType<typeof gitbeakerResources>>>;
  /** A path until the merge request was read; then the number, for a project that has moved takes no writes by its old path. */
  #project: string | number;
  #self: number | null = null;

  /** @throws AccessError where the token cannot be sent */
  constructor({ apiUrl, project, iid }: MergeRequestRef, settings: ClientSettings) {
    const place = `merge request !${iid} of ${project}`;
    this.#transport = new Transport({ ...settings, apiUrl, place });
    this.#project = project;
    this.#iid = iid;
    this.#resources = gitbeakerResources(this.#transport);
  }

  /** How many requests were made until now. */
  get requests(): number {
    return this.#transport.requests;
  }

  async self(): Promise<number> {
    if (this.#self !== null) return this.#self;
    const { users } = await this.#resources;
    this.#self = number(fieldsOf(await users('see whose token it is').showCurrentUser()), 'id');
    return this.#self;
  }

  async mergeRequest(): Promise<MergeRequest> {
    const { mergeRequests } = await this.#resources;
    const found: unknown = await mergeRequests('read the merge request').show(this.#project, this.#iid);
    const { project_id: project } = fieldsOf(found);
    if (typeof project === 'number') this.#project = project;
    return mergeRequestOf(found);
  }

  async versions(): Promise<readonly VersionHead[]> {
    const { mergeRequests } = await this.#resources;
    const found: unknown = await mergeRequests('read the versions of its diff').allDiffVersions(
      this.#project,
      this.#iid,
      everything,
    );
    return list(found, versionHeadOf).filter((head) => head !== null);
  }

  async version(id: number): Promise<DiffVersion> {
    const { mergeRequests } = await this.#resources;
    return versionOf(await mergeRequests('read its diff').showDiffVersion(this.#project, this.#iid, id));
  }

  async threads(): Promise<readonly Thread[]> {
    const { discussions } = await this.#resources;
    const found: unknown = await discussions('read its threads').all(this.#project, this.#iid, everything);
    return list(found, threadOf).filter((thread) => thread !== null);
  }

  /** The drafts of the token's user; null where this GitLab has none, or keeps them from us. */
  async drafts(): Promise<readonly Draft[] | null> {
    const { drafts } = await this.#resources;
    try {
      return list(await drafts('read the draft comments').all(this.#project, this.#iid), draftOf);
    } catch (error) {
      if (error instanceof AccessError) return null;
      throw error;
    }
  }

  /** @param path below the merge request: `discussions/1a2b` */
  write(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: object | null,
    attempt: Attempt,
  ): Promise<Written> {
    const project = encodeURIComponent(this.#project);
    return this.#transport.write(
      method,
      `projects/${project}/merge_requests/${this.#iid}/${path}`,
      body,
      attempt,
    );
  }

  /** Waits before something is tried again that may have been done. @throws GitLabError */
  rest(tries: number, attempt: Attempt): Promise<void> {
    return this.#transport.rest(tries, attempt);
  }

  refusal(answer: ApiAnswer, attempt: Attempt): Error {
    return refusal(answer, attempt, this.#transport.place);
  }

  unsure(why: string, attempt: Attempt): GitLabError {
    return new GitLabError(
      `It is not sure that it was possible to ${attempt} (${this.#transport.place}): ${why}. The next run of the job puts it right.`,
    );
  }
}
