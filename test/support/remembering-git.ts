import type { Git } from '../../src/host/git.ts';

/** Git whose answers are remembered, for tests that ask the same of a repository that does not change many times. */
export function rememberingGit(git: Git): Git {
  const known = new Map<string, unknown>();
  const remembered = <Args extends readonly unknown[], Result>(
    name: string,
    ask: (...args: Args) => Result,
  ) => {
    return (...args: Args): Result => {
      const key = JSON.stringify([name, ...args]);
      if (!known.has(key)) known.set(key, ask(...args));
      return known.get(key) as Result;
    };
  };
  return {
    top: remembered('top', git.top),
    commit: remembered('commit', git.commit),
    mergeBase: remembered('mergeBase', git.mergeBase),
    isShallow: remembered('isShallow', git.isShallow),
    fetch: git.fetch,
    files: remembered('files', git.files),
    read: remembered('read', git.read),
    changes: remembered('changes', git.changes),
    hunks: remembered('hunks', git.hunks),
    lastChange: remembered('lastChange', git.lastChange),
    renamesOf: remembered('renamesOf', git.renamesOf),
    at: remembered('at', (commit: string) => rememberingGit(git.at(commit))),
  };
}
