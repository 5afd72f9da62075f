import type { ChangedFile } from '../../../src/gitlab/diff/version.ts';

/** A file that a change edits in its place, unless said otherwise. */
export function changedFile(newPath: string, diff: string, more: Partial<ChangedFile> = {}): ChangedFile {
  return {
    oldPath: newPath,
    newPath,
    diff,
    isNew: false,
    isDeleted: false,
    isRenamed: false,
    isCollapsed: false,
    isTooLarge: false,
    ...more,
  };
}
