import { type Git, GitError } from '../../src/host/git.ts';

function refuse(): never {
  throw new GitError('Git could not do “git rev-parse”: not a git repository.');
}

/** Git where there is no repository. */
export const noGit: Git = {
  top: refuse,
  commit: refuse,
  mergeBase: refuse,
  isShallow: refuse,
  fetch: refuse,
  files: refuse,
  read: refuse,
  changes: refuse,
  hunks: refuse,
  lastChange: refuse,
  renamesOf: refuse,
  at: () => noGit,
};
