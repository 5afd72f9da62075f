import { GitRepository } from '../git-repository.ts';
import type { MergeRequest, Project } from './model.ts';

export interface JobSettings {
  readonly kind: 'detached' | 'merged_result' | 'merge_train';
  /** What the runner checks out: the branch's last commit, or its merge with the target. */
  readonly commit: string;
  /** The last commits of both branches where `commit` is a merge of them; GitLab names them then alone. */
  readonly merged?: { readonly source: string; readonly target: string };
  /** `GIT_DEPTH`: so many commits are fetched, 0 for all of them. */
  readonly depth?: number;
  /** The project that the pipeline runs in, and that the branch is in, where these are others than the merge request's. */
  readonly runsIn?: Project;
  readonly source?: Project;
}

/** The variables that GitLab sets in a pipeline of a merge request, but for those of its project. */
export function variablesOf(
  apiUrl: string,
  mergeRequest: MergeRequest,
  { kind, commit, merged, runsIn, source }: JobSettings,
): Record<string, string> {
  const { project, iid, versions } = mergeRequest;
  const version = versions.at(-1);
  return {
    CI: 'true',
    CI_API_V4_URL: apiUrl,
    CI_COMMIT_BEFORE_SHA: '0'.repeat(40),
    CI_COMMIT_SHA: commit,
    CI_JOB_TOKEN: 'glcbt-64_abcdef',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: version?.base_sha ?? '',
    CI_MERGE_REQUEST_DIFF_ID: `${version?.id ?? ''}`,
    CI_MERGE_REQUEST_EVENT_TYPE: kind,
    CI_MERGE_REQUEST_IID: `${iid}`,
    CI_MERGE_REQUEST_PROJECT_ID: `${project.id}`,
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: merged?.source ?? '',
    CI_MERGE_REQUEST_SOURCE_PROJECT_ID: `${(source ?? project).id}`,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_MERGE_REQUEST_TARGET_BRANCH_SHA: merged?.target ?? '',
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_PROJECT_ID: `${(runsIn ?? project).id}`,
  };
}

/**
 * The working copy that a runner makes for a job: with a depth it fetches the pipeline's own ref and no branch, and checks the commit out
 * without one.
 */
export function checkedOutBy({ commit, depth = 20 }: JobSettings, from: GitRepository): GitRepository {
  const ref = 'refs/pipelines/1';
  from.git('update-ref', ref, commit);
  const clone = new GitRepository();
  const refs = depth > 0 ? [] : ['+refs/heads/*:refs/remotes/origin/*'];
  const how = depth > 0 ? ['--depth', `${depth}`] : [];
  clone.git('remote', 'add', 'origin', `file://${from.folder}`);
  clone.git('fetch', '-q', '--no-tags', ...how, 'origin', `+${ref}:${ref}`, ...refs);
  clone.git('checkout', '-q', '--detach', ref);
  return clone;
}
