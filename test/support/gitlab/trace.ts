import { follow, hunksOf } from './diff.ts';
import type { Position } from './model.ts';
import type { FileDiff, Version } from './version.ts';

/**
 * Where a position goes when the merge request gets a new version: the line is followed from the old head to the new one (a removed line
 * from the old base to the new one), and must still be a line of the diff's file.
 * @returns null where the line is gone, so that the comment is outdated
 */
export function movedTo(position: Position, from: Version, to: Version): Position | null {
  const was = from.files.find(
    (file) => file.newPath === position.new_path || file.oldPath === position.old_path,
  );
  const is = was && sameFile(was, to);
  if (!was || !is || is.hunks.lines.length === 0) return null;
  const refs = {
    base_sha: to.base_sha,
    start_sha: to.start_sha,
    head_sha: to.head_sha,
    old_path: is.oldPath,
    new_path: is.newPath,
  };
  if (position.position_type === 'file') return { ...position, ...refs };
  if (position.new_line === null) {
    if (position.old_line === null) return null;
    const old = follow(position.old_line, hunksOf(was.before ?? '', is.before ?? ''), 'old');
    const isRemoved = old !== null && is.hunks.lines.some((line) => line.old === old && line.new === null);
    return isRemoved ? { ...position, ...refs, old_line: old } : null;
  }
  const fresh = follow(position.new_line, hunksOf(was.after ?? '', is.after ?? ''), 'old');
  if (fresh === null) return null;
  return { ...position, ...refs, new_line: fresh, old_line: follow(fresh, is.hunks, 'new') };
}

function sameFile({ oldPath, newPath }: FileDiff, { files }: Version): FileDiff | undefined {
  return files.find((file) => file.newPath === newPath) ?? files.find((file) => file.oldPath === oldPath);
}
