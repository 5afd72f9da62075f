import type { Git } from './git.ts';

/** With what a change is compared. */
export interface SinceBase {
  /** Null where this clone has nothing to compare with. */
  readonly commit: string | null;
  /** The commit in words: `main`, or `1a2b3c4d5e6f, the merge base with main`. */
  readonly name: string;
  /** A sentence to the reader where it is not what was asked for, else null. */
  readonly notice: string | null;
}

const remedy = 'Fetch the rest for a true answer (git fetch --unshallow; in GitLab CI, GIT_DEPTH: 0).';

/**
 * The commit where the history of HEAD and that of a revision part. In a clone that holds only the end of the history: the
 * revision itself where there is nothing better, or nothing, with a notice.
 * @returns null where there is no such revision, and the clone is whole
 * @throws GitError
 */
export function sinceBase(rev: string, git: Git): SinceBase | null {
  const commit = git.commit(rev);
  const head = git.commit('HEAD');
  if (commit === null || head === null) {
    if (!git.isShallow()) return null;
    return {
      commit: null,
      name: rev,
      notice: `This clone holds only the end of the history, without “${rev}”, so all findings are reported, old ones too. ${remedy}`,
    };
  }
  const base = git.mergeBase(commit, head);
  if (base === commit) return { commit, name: rev, notice: null };
  if (base !== null)
    return { commit: base, name: `${base.slice(0, 12)}, the merge base with ${rev}`, notice: null };
  return {
    commit,
    name: rev,
    notice: git.isShallow()
      ? `This clone holds only the end of the history, without the commit where HEAD and “${rev}” part, so the pages were compared with “${rev}” itself: what was mended there since may seem new. ${remedy}`
      : `HEAD and “${rev}” have no commit in common, so the pages were compared with “${rev}” itself.`,
  };
}
