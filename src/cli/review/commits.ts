import { committedFiles } from '../../host/committed-files.ts';
import type { Git } from '../../host/git.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** The program as if a commit were checked out. @throws GitError */
export function ioAt(commit: string, io: Io): Io {
  return { ...io, files: committedFiles(io.git, commit, io.files), git: io.git.at(commit) };
}

/**
 * The same where somebody else knows where the merge request starts from. A clone of the last commits alone could not tell.
 * @param base id of the commit
 */
export function startingAt(base: string, io: Io): Io {
  const { git } = io;
  const mergeBase: Git['mergeBase'] = (one, other) =>
    one === base || other === base ? base : git.mergeBase(one, other);
  return { ...io, git: { ...git, mergeBase } };
}

/**
 * A commit that the review cannot do without; got from where the clone came from if it is not there.
 * @param what which one it is: “where the merge request starts”
 * @throws UsageError where it cannot be had
 */
export function neededCommit(id: string, what: string, git: Git): string {
  const found = commitOrWhy(id, git);
  if (found.commit !== null) return found.commit;
  throw new UsageError([
    `This clone lacks the commit ${id.slice(0, 12)}, ${what}, and it could not be fetched: ${found.why}. Set GIT_DEPTH: 0 for the job, so that the clone holds it.`,
  ]);
}

/** A commit by its id or the name of a branch; null where it is not there, and cannot be fetched. */
export function commitOf(rev: string, git: Git): string | null {
  return commitOrWhy(rev, git).commit;
}

function commitOrWhy(rev: string, git: Git) {
  const commit = git.commit(rev) ?? git.commit(`refs/remotes/origin/${rev}`);
  return commit === null ? git.fetch(rev) : { commit };
}
