import type { DiffRefs } from '../../gitlab/diff/version.ts';
import type { Git } from '../../host/git.ts';
import type { Io } from '../io.ts';
import type { WrittenLintOptions } from '../lint-options.ts';
import { UsageError } from '../usage-error.ts';
import { commitOf, ioAt, neededCommit } from './commits.ts';
import type { ReviewContext } from './context.ts';

/** Where config, policies, waivers, baseline and vocabulary come from. */
export interface PolicyPlace {
  /** The program as if that commit were checked out. */
  readonly io: Io;
  /** The commit, for people. */
  readonly name: string;
  /** Where the merge request starts from; null where nobody knows. */
  readonly base: Io | null;
}

/**
 * Finds the commit whose settings hold: the one that was asked for, else the target branch as the merge request has it, else the commit where
 * the merge request starts, which lies on the target branch too. Never the change itself, which could switch its own checks off.
 * @param refs commits of the version that is reviewed; null where none is known
 * @returns null by hand, where nothing tells any of them
 * @throws UsageError where none of them is there or can be fetched
 */
export function policyPlace(
  refs: DiffRefs | null,
  context: ReviewContext,
  { policyRef }: Pick<WrittenLintOptions, 'policyRef'>,
  io: Io,
): PolicyPlace | null {
  const { git } = io;
  const start = refs?.baseSha ?? context.base;
  const base = start === null ? null : neededCommit(start, 'where the merge request starts', git);
  const place = (commit: string, name = commit.slice(0, 8)): PolicyPlace => ({
    io: ioAt(commit, io),
    name,
    base: base === null ? null : ioAt(base, io),
  });
  if (policyRef !== undefined) return place(namedCommit(policyRef, git), policyRef);
  for (const rev of [refs?.startSha, context.target, ...(base === null ? [context.targetBranch] : [])]) {
    const commit = rev ? commitOf(rev, git) : null;
    if (commit !== null) return place(commit, context.targetBranch ?? undefined);
  }
  if (base !== null) return place(base);
  if (!context.isPipeline) return null;
  throw new UsageError([
    'Nothing tells where the merge request starts, so the settings that hold for it are not known. Run this in a merge-request pipeline with GIT_DEPTH: 0, or name the target branch with --policy-ref.',
  ]);
}

/**
 * The commit that `lint --policy-ref` names, for a run that is no review.
 * @throws UsageError
 */
export function namedPlace(policyRef: string, io: Io): PolicyPlace {
  const { git } = io;
  const commit = namedCommit(policyRef, git);
  const head = git.commit('HEAD');
  const base = head === null ? null : git.mergeBase(commit, head);
  return { io: ioAt(commit, io), name: policyRef, base: base === null ? null : ioAt(base, io) };
}

function namedCommit(policyRef: string, git: Git): string {
  const commit = commitOf(policyRef, git);
  if (commit !== null) return commit;
  throw new UsageError([
    `--policy-ref names “${policyRef}”, but this clone has no such commit, and it could not be fetched. Check the name, or fetch the branch.`,
  ]);
}

/**
 * A config that is named, and that the change itself adds, does not hold yet.
 * @throws UsageError
 */
export function checkNamedConfig(
  { config }: Pick<WrittenLintOptions, 'config'>,
  place: PolicyPlace | null,
  head: Io,
): void {
  if (typeof config !== 'string' || place === null) return;
  if (place.io.files.kind(config) === 'file' || head.files.kind(config) !== 'file') return;
  throw new UsageError([
    `The config “${config}” is new in this change, and the settings of “${place.name}” hold. Merge the config first, or try it with --policy-ref HEAD.`,
  ]);
}
