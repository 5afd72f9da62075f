import type { DiffVersion, VersionHead } from './diff/version.ts';
import type { MergeRequest } from './merge-request.ts';
import type { Thread } from './thread.ts';

/**
 * What the review reads of one merge request. Every method reads all pages.
 * @throws AccessError where a right is missing, GitLabError where GitLab does not answer
 */
export interface ReviewReader {
  /** Id of the user that the token belongs to. */
  self(): Promise<number>;
  mergeRequest(): Promise<MergeRequest>;
  /** Newest first. */
  versions(): Promise<readonly VersionHead[]>;
  version(id: number): Promise<DiffVersion>;
  /** Oldest first. */
  threads(): Promise<readonly Thread[]>;
}
