import type { ChangedFile, DiffVersion } from '../../gitlab/diff/version.ts';
import { type Git, GitError } from '../../host/git.ts';

/**
 * A version with the diffs that GitLab knows but leaves out of its answers, as it does with long ones: from Git, which GitLab asks too. Where
 * Git cannot tell, they stay out, and nothing can be said on lines of these files.
 * @param paths files, after the change, of which lines are to be spoken of; others are not looked at
 */
export function withLeftOut(version: DiffVersion, paths: ReadonlySet<string>, git: Git): DiffVersion {
  const { baseSha, headSha } = version.refs;
  const files = version.files.map((file) =>
    isLeftOut(file) && paths.has(file.newPath)
      ? { ...file, diff: diffOf(`${baseSha}:${file.oldPath}`, `${headSha}:${file.newPath}`, git) }
      : file,
  );
  return { ...version, files };
}

const isLeftOut = ({ diff, isCollapsed, isTooLarge, isNew, isDeleted }: ChangedFile): boolean =>
  diff === '' && isCollapsed && !isTooLarge && !isNew && !isDeleted;

function diffOf(before: string, after: string, git: Git): string {
  try {
    return git.hunks(before, after);
  } catch (error) {
    if (error instanceof GitError) return '';
    throw error;
  }
}
