import { createHash } from 'node:crypto';
import { systemWallClock, type WallClock } from '../../../src/host/wall-clock.ts';
import { Faults } from './faults.ts';
import { Limits } from './limits.ts';
import type { MergeRequest, Project, Refs, Role, Token, User } from './model.ts';
import { followPush } from './notes.ts';
import { type DiffOptions, filesBetween, type Tree } from './version.ts';

/** What a version is made of: the merge base, the target's head when it was made (else the base), the source's head. */
export interface Push extends DiffOptions {
  readonly base: Snapshot;
  readonly start?: Snapshot;
  readonly head: Snapshot;
  /** The commit is there, and the version for it is made by `catchUp` only. */
  readonly isLate?: boolean;
}

/** All files of a commit, by path. */
export interface Snapshot {
  readonly sha: string;
  readonly files: Tree;
}

/** A request that came in, and how it was answered; null where it was not. */
export interface Logged {
  readonly method: string;
  readonly url: string;
  status: number | null;
}

/** The state of a GitLab server, and what tests do to it without asking. */
export class GitLab {
  readonly users: User[] = [];
  readonly tokens = new Map<string, Token>();
  readonly projects: Project[] = [];
  readonly faults = new Faults();
  readonly limits: Limits;
  readonly log: Logged[] = [];
  readonly clock: WallClock;
  /** False as before draft comments had an API. */
  hasDrafts = true;
  /** Job tokens may read merge requests and their comments, as in newer versions. */
  jobTokensRead = true;
  #lastId = 1000;
  readonly #late = new Map<MergeRequest, Push[]>();

  constructor(clock: WallClock = systemWallClock) {
    this.clock = clock;
    this.limits = new Limits(clock);
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  addUser(username: string): User {
    const user = { id: this.nextId(), username };
    this.users.push(user);
    return user;
  }

  addToken(user: User, given: Partial<Omit<Token, 'user'>> = {}): Token {
    const value = given.value ?? `glpat-${sha(`${user.username} ${this.nextId()}`).slice(0, 20)}`;
    const token: Token = { kind: 'personal', scopes: ['api'], state: 'active', ...given, value, user };
    this.tokens.set(value, token);
    return token;
  }

  addProject(path: string, visibility: Project['visibility'] = 'private'): Project {
    const project: Project = {
      id: this.nextId(),
      path,
      formerPaths: [],
      visibility,
      members: new Map(),
      mergeRequests: new Map(),
      commits: new Map(),
      resolveOutdated: false,
    };
    this.projects.push(project);
    return project;
  }

  addMember(project: Project, user: User, role: Role): void {
    project.members.set(user.id, role);
  }

  moveProject(project: Project, path: string): void {
    project.formerPaths.push(project.path);
    project.path = path;
  }

  /** Opens a merge request; it has no version before the first push. */
  open(project: Project, author: User): MergeRequest {
    const mergeRequest: MergeRequest = {
      iid: project.mergeRequests.size + 1,
      id: this.nextId(),
      project,
      author,
      title: 'Change a family',
      state: 'opened',
      isLocked: false,
      sha: '',
      createdAt: this.now(),
      versions: [],
      discussions: [],
      drafts: [],
      commands: [],
      notifications: [],
      references: new Set(),
    };
    project.mergeRequests.set(mergeRequest.iid, mergeRequest);
    return mergeRequest;
  }

  /** Makes a new version; threads move with their lines. */
  push(mergeRequest: MergeRequest, push: Push): void {
    const { base, start = base, head } = push;
    for (const { sha, files } of [base, start, head]) mergeRequest.project.commits.set(sha, files);
    mergeRequest.sha = head.sha;
    if (push.isLate) {
      this.#late.set(mergeRequest, [...(this.#late.get(mergeRequest) ?? []), push]);
      return;
    }
    const refs: Refs = { base_sha: base.sha, start_sha: start.sha, head_sha: head.sha };
    const files = filesBetween(base.files, head.files, push);
    const isOverflow = (push.beyond ?? []).length > 0;
    mergeRequest.versions.push({ ...refs, id: this.nextId(), createdAt: this.now(), files, isOverflow });
    followPush(this, mergeRequest);
  }

  /** Makes the versions that were late. */
  catchUp(mergeRequest: MergeRequest): void {
    const late = this.#late.get(mergeRequest) ?? [];
    this.#late.delete(mergeRequest);
    for (const push of late) this.push(mergeRequest, { ...push, isLate: false });
  }
}

/** A commit of these files, with an id of its own. */
export function snapshot(files: Readonly<Record<string, string>>): Snapshot {
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return { sha: sha(JSON.stringify(entries)), files: new Map(entries) };
}

const sha = (text: string): string => createHash('sha1').update(text).digest('hex');
