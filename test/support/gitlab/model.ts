import type { Version } from './version.ts';

export type Role = 'guest' | 'reporter' | 'developer' | 'maintainer';

export interface User {
  readonly id: number;
  readonly username: string;
}

export interface Token {
  readonly value: string;
  readonly user: User;
  /** `personal` stands for the tokens of projects and groups too. */
  readonly kind: 'personal' | 'oauth' | 'job';
  readonly scopes: readonly string[];
  state: 'active' | 'expired' | 'revoked';
}

export interface Project {
  readonly id: number;
  path: string;
  /** Names that it had; asked by one of these it answers with a redirect. */
  readonly formerPaths: string[];
  readonly visibility: 'private' | 'public';
  readonly members: Map<number, Role>;
  readonly mergeRequests: Map<number, MergeRequest>;
  /** All files of every commit that was pushed, by path, by commit. */
  readonly commits: Map<string, ReadonlyMap<string, string>>;
  /** Threads are resolved when their line is changed. */
  resolveOutdated: boolean;
}

export interface MergeRequest {
  readonly iid: number;
  readonly id: number;
  readonly project: Project;
  readonly author: User;
  title: string;
  state: 'opened' | 'closed';
  /** Only members may comment. */
  isLocked: boolean;
  /** The commit at the head of the source branch; the version for it may come later. */
  sha: string;
  readonly createdAt: string;
  /** Newest last. None until the merge request is prepared. */
  readonly versions: Version[];
  discussions: Discussion[];
  drafts: Draft[];
  /** Commands that ran, with whose rights. */
  readonly commands: { readonly user: string; readonly command: string }[];
  /** Mails that were sent: each a published review or comment. */
  readonly notifications: { readonly user: string; readonly notes: readonly number[] }[];
  /** Names, groups and numbers that comments mentioned. */
  readonly references: Set<string>;
}

export interface Discussion {
  readonly id: string;
  notes: Note[];
}

export interface Note {
  readonly id: number;
  type: 'DiffNote' | 'DiscussionNote' | null;
  body: string;
  readonly author: User;
  readonly createdAt: string;
  updatedAt: string;
  readonly isSystem: boolean;
  readonly isInternal: boolean;
  position: Position | null;
  resolvedBy: User | null;
  resolvedAt: string | null;
  /** Somebody has applied its suggestion by a click. */
  isApplied: boolean;
  /** Left out of lists, after these were cut into pages. */
  isUnreadable: boolean;
}

export interface Draft {
  readonly id: number;
  readonly author: User;
  note: string;
  position: Position | null;
  readonly discussionId: string | null;
  readonly resolveDiscussion: boolean;
}

export interface Refs {
  readonly base_sha: string;
  readonly start_sha: string;
  readonly head_sha: string;
}

export interface Position extends Refs {
  readonly position_type: string;
  readonly old_path: string | null;
  readonly new_path: string | null;
  readonly old_line: number | null;
  readonly new_line: number | null;
  readonly line_range: unknown;
}
