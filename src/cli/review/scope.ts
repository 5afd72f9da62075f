import { resolve } from 'node:path';
import { type Owner, scopeOf } from '../../gitlab/plan/owner.ts';
import { relativePath } from '../../host/relative-path.ts';
import type { Config } from '../../policy/config.ts';
import type { Io } from '../io.ts';
import type { WrittenReviewOptions } from './context.ts';

/**
 * What tells a review from others in the same merge request, as of two sites in one repository: the name that was given, else the folder
 * of the config and the config that was named. A first config in the usual place changes nothing.
 */
export function reviewScope(
  { scope, config: named }: Pick<WrittenReviewOptions, 'scope' | 'config'>,
  config: Config,
  { files, git }: Io,
): Pick<Owner, 'scope'> & { readonly label: string | null } {
  if (scope !== undefined) return { scope: scopeOf(`name ${scope}`), label: scope };
  const top = git.top();
  const folder = relativePath(top, config.base);
  const file = typeof named === 'string' ? relativePath(top, resolve(files.cwd, named)) : null;
  return {
    scope: scopeOf(`config ${folder} ${file ?? ''}`),
    label: file ?? (folder === '.' ? null : folder),
  };
}
