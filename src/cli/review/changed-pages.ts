import { resolve } from 'node:path';
import { type ChangedPage, mayBeSilenced } from '../../gitlab/diff/silencing.ts';
import { type DiffVersion, isCutOff } from '../../gitlab/diff/version.ts';
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
  version: Pick<DiffVersion, 'files' | 'state'>,
  pages: ReadPages['pages'],
  head: Io,
  base: Io | null,
): ChangedPage[] {
  const top = head.git.top();
  const byPath = new Map(version.files.map((file) => [file.newPath, file]));
  const textAt = (path: string) =>
    base === null ? null : (readPage(legible(base.files), resolve(top, path)).text ?? null);
  return pages.flatMap((page) => {
    const path = relativePath(top, resolve(head.files.cwd, page.path));
    const file = byPath.get(path);
    if (file !== undefined)
      return [{ path, before: file.isNew ? null : textAt(file.oldPath), after: page.text }];
    if (!isCutOff(version) || !mayBeSilenced(page.text)) return [];
    const before = textAt(path);
    return before === page.text ? [] : [{ path, before, after: page.text }];
  });
}
