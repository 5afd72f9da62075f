import type { GitRepository } from '../git-repository.ts';
import type { Push, Snapshot } from './gitlab.ts';

/**
 * What GitLab makes of a push: the source branch's head, compared with the commit where it parts from the target branch, by Git itself.
 * @param target the target branch
 */
export function pushOf(repository: GitRepository, head: string, target: string): Push {
  const base = repository.git('merge-base', head, target);
  const renames: Record<string, string> = {};
  const diffs: Record<string, string> = {};
  for (const entry of repository.git('diff', '-M', '--name-status', base, head).split('\n')) {
    const [status = '', from = '', to = from] = entry.split('\t');
    if (status.startsWith('R')) renames[from] = to;
    if (/^[RM]/u.test(status)) diffs[to] = repository.output('diff', '-M', base, head, '--', from, to);
  }
  const commit = (rev: string) => snapshotOf(repository, repository.git('rev-parse', rev));
  return { base: commit(base), start: commit(target), head: commit(head), renames, diffs };
}

function snapshotOf(repository: GitRepository, sha: string): Snapshot {
  const paths = repository.git('ls-tree', '-r', '--name-only', sha).split('\n');
  return {
    sha,
    files: new Map(paths.map((path) => [path, repository.output('cat-file', 'blob', `${sha}:${path}`)])),
  };
}
