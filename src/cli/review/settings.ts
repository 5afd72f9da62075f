import { resolve, sep } from 'node:path';
import type { FileSystem } from '../../host/file-system.ts';
import { relativePath } from '../../host/relative-path.ts';
import { ConfigError } from '../../policy/config-error.ts';
import { configuredBaseline } from '../baseline.ts';
import type { Io } from '../io.ts';
import type { WrittenLintOptions } from '../lint-options.ts';
import { loadSettings } from '../load.ts';
import { UsageError } from '../usage-error.ts';
import type { PolicyPlace } from './policy.ts';

/** The program, noting each file that it reads, as an absolute path. */
export function noting(io: Io, seen: Set<string>): Io {
  const { files } = io;
  const read: FileSystem['read'] = (path) => {
    seen.add(resolve(files.cwd, path));
    return files.read(path);
  };
  return { ...io, files: { ...files, read } };
}

/**
 * Says where the change has other settings than those that held: config and what it extends, policies, waivers, baseline and vocabulary.
 * What the target branch changed meanwhile is none of the change's doing.
 * @param seen files (absolute) that the settings that held were read from
 * @param policy where those come from
 * @param head the change
 * @param who what they held for
 * @throws GitError
 */
export async function settingsNotices(
  seen: ReadonlySet<string>,
  policy: PolicyPlace,
  written: WrittenLintOptions,
  head: Io,
  who: Who,
): Promise<string[]> {
  const { cwd } = head.files;
  const read = new Set(seen);
  const broken = await mistakes(written, noting(head, read));
  const differing = [...read].flatMap((path) => {
    const now = textOf(path, head);
    const isOfChange = policy.base === null || textOf(path, policy.base) !== now;
    const held = textOf(path, policy.io);
    if (held === now || !isOfChange) return [];
    return [
      { name: relativePath(cwd, path), what: held === null ? 'new' : now === null ? 'gone' : 'different' },
    ];
  });
  return [
    ...said(
      differing.sort((a, b) => (a.name < b.name ? -1 : 1)),
      policy.name,
      who,
    ),
    ...movedModules(read, policy, head),
    ...broken,
  ];
}

/**
 * Repositories within this one that settings are read from, and of which the change takes another commit. What they held before is not
 * here, so that much must be said.
 */
function movedModules(read: ReadonlySet<string>, policy: PolicyPlace, { git, files }: Io): string[] {
  const before = modulesOf(policy.base ?? policy.io);
  const top = git.top();
  return [...modulesOf({ git })].flatMap(([path, id]) => {
    const folder = `${resolve(top, path)}${sep}`;
    if (before.get(path) === id || ![...read].some((file) => file.startsWith(folder))) return [];
    return [
      `“${relativePath(files.cwd, resolve(top, path))}” is another repository, and this change takes another commit of it. The settings in it were used as they are checked out, so look at them closely.`,
    ];
  });
}

function modulesOf({ git }: Pick<Io, 'git'>): Map<string, string> {
  const commit = git.commit('HEAD');
  const all = commit === null ? [] : git.files(commit);
  return new Map(all.flatMap(({ kind, path, id }) => (kind === 'module' ? [[path, id] as const] : [])));
}

type Who = 'review' | 'run';

interface Differing {
  readonly name: string;
  readonly what: string;
}

/** Longer lists are told in one sentence. */
const mostSentences = 5;

function said(differing: readonly Differing[], ref: string, who: Who): string[] {
  const tail = `takes effect when it is merged.`;
  if (differing.length <= mostSentences)
    return differing.map(
      ({ name, what }) =>
        `“${name}” is ${what} in this change. The ${who} used ${what === 'new' ? 'the settings' : 'it'} as “${ref}” has ${what === 'new' ? 'them' : 'it'}; the change ${tail}`,
    );
  const [first = '', second = ''] = differing.map(({ name }) => name);
  return [
    `“${first}”, “${second}” and ${differing.length - 2} more files of the settings are different in this change. The ${who} used them as “${ref}” has them; the change ${tail}`,
  ];
}

/** What is wrong with the settings of the change; they would stop the program as soon as they are merged. */
async function mistakes(written: WrittenLintOptions, io: Io): Promise<string[]> {
  try {
    const config = await loadSettings(written, io);
    if (written.baseline !== false) configuredBaseline(config, io);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof UsageError)) throw error;
    const [first = '', ...others] = error.message.split('\n');
    const more =
      others.length === 0
        ? ''
        : ` There ${others.length === 1 ? 'is one more mistake' : `are ${others.length} more mistakes`} like this.`;
    return [
      `The settings in this change cannot be used, and would stop jobfam-lint once they are merged: ${first}${more}`,
    ];
  }
}

function textOf(path: string, { files }: Io): string | null {
  return files.kind(path) === 'file' ? Buffer.from(files.read(path)).toString('latin1') : null;
}
