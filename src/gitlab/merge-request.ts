import type { DiffRefs } from './diff/version.ts';

/** Which merge request, and where. */
export interface MergeRequestRef {
  /** Address of the API without a slash at its end, a relative URL root included: `https://gitlab.example.com/api/v4`. */
  readonly apiUrl: string;
  /** Number or path (`group/project`, not encoded) of the project that the merge request goes into: the target project. */
  readonly project: string;
  /** Number of the merge request within its project, from 1. */
  readonly iid: number;
}

/** What GitLab says of a merge request. */
export interface MergeRequest {
  readonly iid: number;
  readonly state: 'opened' | 'closed' | 'locked' | 'merged';
  readonly title: string;
  /** Address of its page: `https://gitlab.example.com/group/project/-/merge_requests/7`. */
  readonly webUrl: string;
  readonly sourceBranch: string;
  readonly targetBranch: string;
  /** The branch's last commit as GitLab knows it now; null where the branch is gone. */
  readonly sha: string | null;
  /** Null as long as GitLab has not made the first diff. */
  readonly diffRefs: DiffRefs | null;
}
