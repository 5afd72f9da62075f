import type { Git } from './git.ts';

/** Longer chains of renames are not followed. */
const mostSteps = 20;

/**
 * Finds out what files that are no longer there are called today: by the renames in commits, and then by those that are not yet
 * committed. Paths are relative to the top of the working tree.
 * @param isThere whether the working tree has a file of that name
 * @param since the commit in which they had their names, or null where only the working tree is to be looked at
 * @returns the new name of each file that has one
 * @throws GitError
 */
export function followRenames(
  git: Git,
  gone: readonly string[],
  isThere: (path: string) => boolean,
  since: string | null,
): ReadonlyMap<string, string> {
  const now = new Map(gone.map((path) => [path, path]));
  const lost = () => [...new Set(now.values())].filter((path) => !isThere(path));
  const follow = (renames: readonly { readonly from: string; readonly to: string }[]) => {
    // Git names the latest rename first, and that one counts.
    const next = new Map([...renames].reverse().map(({ from, to }) => [from, to]));
    for (const [path, at] of now) now.set(path, next.get(at) ?? at);
  };
  for (let step = 0; since !== null && step < mostSteps; step += 1) {
    const names = lost();
    const renames = names.length > 0 ? git.renamesOf(names, since) : [];
    if (renames.length === 0) break;
    follow(renames);
  }
  if (lost().length > 0) {
    const head = git.commit('HEAD');
    if (head !== null) follow(git.changes(head).renames);
  }
  return new Map([...now].filter(([path, at]) => path !== at && isThere(at)));
}
