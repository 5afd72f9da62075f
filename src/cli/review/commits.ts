import { resolve } from 'node:path';
import { committedFiles } from '../../host/committed-files.ts';
import { relativePath } from '../../host/relative-path.ts';
import { usualBaseline } from '../../policy/baseline-file.ts';
import type { Config } from '../../policy/config.ts';
import { findConfig } from '../../policy/find-config.ts';
import type { Io } from '../io.ts';

/** The program as if a commit were checked out. @throws GitError */
export function ioAt(commit: string, io: Io): Io {
  return { ...io, files: committedFiles(io.git, commit, io.files), git: io.git.at(commit) };
}

/**
 * Says where the head has other settings than those that held.
 * @param config what held
 * @param policyRef the commit that it comes from, for people
 * @throws GitError
 */
export function policyNotices(config: Config, policyRef: string, policy: Io, head: Io): string[] {
  const { cwd } = head.files;
  const own = findConfig(head.files, cwd);
  const files = new Set([
    ...(config.file === null ? [] : [config.file]),
    ...(own === null ? [] : [relativePath(cwd, own)]),
    ...(config.baseline === null
      ? [relativePath(cwd, resolve(config.base, usualBaseline))]
      : [config.baseline.path]),
    ...config.policySources.map(({ path }) => path),
  ]);
  const differing = [...files].filter((file) => textOf(file, policy) !== textOf(file, head));
  return differing.map(
    (file) =>
      `“${file}” is different in this change. The review used it as “${policyRef}” has it; the change takes effect when it is merged.`,
  );
}

function textOf(file: string, { files }: Io): string | null {
  const path = resolve(files.cwd, file);
  return files.kind(path) === 'file' ? Buffer.from(files.read(path)).toString('latin1') : null;
}
