import { resolve } from 'node:path';
import type { ChangedPage } from '../../gitlab/diff/silencing.ts';
import type { DiffVersion } from '../../gitlab/diff/version.ts';
import { legible } from '../../host/legible.ts';
import { readPage } from '../../host/read-page.ts';
import { relativePath } from '../../host/relative-path.ts';
import type { Io } from '../io.ts';
import type { ReadPages } from '../pages.ts';

/**
 * The linted pages that a change touches, with their texts before and after.
 * @param base where the merge request starts; null where it is not known, and all pages count as new
 * @throws GitError
 */
export function changedPages(
  { files }: Pick<DiffVersion, 'files'>,
  pages: ReadPages['pages'],
  head: Io,
  base: Io | null,
): ChangedPage[] {
  const top = head.git.top();
  const byPath = new Map(files.map((file) => [file.newPath, file]));
  return pages.flatMap((page) => {
    const path = relativePath(top, resolve(head.files.cwd, page.path));
    const file = byPath.get(path);
    if (file === undefined) return [];
    const isNew = file.isNew || base === null;
    const before = isNew ? null : (readPage(legible(base.files), resolve(top, file.oldPath)).text ?? null);
    return [{ path, before, after: page.text }];
  });
}
