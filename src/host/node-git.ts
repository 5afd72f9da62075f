import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import {
  type CommittedFile,
  type Fetched,
  type Git,
  GitError,
  type Rename,
  type TreeChanges,
} from './git.ts';

/** Most bytes that one answer of Git may have. */
const longestAnswer = 2 ** 30;
/** Git compares each vanished file with each new one; above this number, only files that did not change otherwise. */
const mostCompared = 2000;

/** Settings of the user that would change what Git prints, or make it start other programs or write. */
const steady = [
  '--no-optional-locks',
  ...['core.fsmonitor=false', 'diff.relative=false', 'core.askPass=true', 'gc.auto=0'].flatMap((setting) => [
    '-c',
    setting,
  ]),
];
/** Longest time for getting a commit from elsewhere, in milliseconds. */
const fetchTimeout = 60_000;
const withRenames = ['-M', `-l${mostCompared}`, '--name-status', '-z'];

/**
 * Git as it is installed, asked from a folder (absolute). No shell is involved.
 * @param checkedOut id of a commit to take in the place of HEAD and of the working tree
 */
export function nodeGit(cwd: string, checkedOut: string | null = null): Git {
  const head = checkedOut ?? 'HEAD';
  const run = (args: readonly string[], input = '', timeout = 0): Buffer => {
    try {
      return execFileSync('git', [...steady, ...args], {
        cwd,
        input,
        timeout,
        killSignal: 'SIGKILL',
        maxBuffer: longestAnswer,
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
      });
    } catch (error) {
      throw failed(args[0] ?? '', error);
    }
  };
  const text = (args: readonly string[], input?: string): string => run(args, input).toString('utf8');
  /** The answer in one line, or null where Git says no by its exit status. */
  const line = (args: readonly string[]): string | null => {
    try {
      return text(args).split('\n')[0] || null;
    } catch (error) {
      if (error instanceof RefusedError && error.status === 1) return null;
      throw error;
    }
  };
  const fetched = (rev: string): string | null => {
    const remotes = text(['remote']).split('\n');
    const remote = remotes.includes('origin') ? 'origin' : (remotes[0] ?? '');
    if (remote === '') throw new GitError('This repository was cloned from nowhere');
    // In a clone that is whole, a commit without its history would make the rest look cut off.
    const depth = line(['rev-parse', '--is-shallow-repository']) === 'true' ? ['--depth=1'] : [];
    const options = ['-q', '--no-tags', '--no-recurse-submodules', ...depth];
    run(['fetch', ...options, '--', remote, rev], '', fetchTimeout);
    return line(['rev-parse', '--verify', '--quiet', 'FETCH_HEAD^{commit}']);
  };
  return {
    top: () => resolve(cwd, text(['rev-parse', '--show-cdup']).replace(/\r?\n$/u, '')),
    commit(rev) {
      // What looks like an option is none, and is no commit either.
      if (rev === '' || rev.startsWith('-')) return null;
      return line(['rev-parse', '--verify', '--quiet', `${rev === 'HEAD' ? head : rev}^{commit}`]);
    },
    mergeBase: (one, other) => line(['merge-base', one, other]),
    isShallow: () => line(['rev-parse', '--is-shallow-repository']) === 'true',
    fetch(rev): Fetched {
      // No option, and nothing that would write a branch.
      if (!/^[^-\s:+^~?*\\][^\s:+^~?*\\]*$/u.test(rev))
        return { commit: null, why: 'that is no name of a commit' };
      try {
        const commit = fetched(rev);
        return commit === null ? { commit, why: 'it did not come' } : { commit };
      } catch (error) {
        if (error instanceof GitError) return { commit: null, why: reasonIn(error) };
        throw error;
      }
    },
    files: (commit) => committedFiles(text(['ls-tree', '-r', '-z', '--full-tree', commit])),
    read(ids) {
      if (ids.length === 0) return new Map();
      return contents(run(['cat-file', '--batch'], `${[...new Set(ids)].join('\n')}\n`));
    },
    changes(commit) {
      const both = checkedOut === null ? [commit] : [commit, checkedOut];
      return treeChanges(
        text(['diff', ...withRenames, '--no-ext-diff', '--ignore-submodules', ...both, '--']),
      );
    },
    hunks(before, after) {
      const plain = [
        '--no-ext-diff',
        '--no-textconv',
        '--no-color',
        '--indent-heuristic',
        '--diff-algorithm=myers',
      ];
      const said = text(['diff', ...plain, '--unified=3', '--inter-hunk-context=0', before, after, '--']);
      const start = said.search(/^@@/mu);
      return start < 0 ? '' : said.slice(start);
    },
    lastChange: (path) => line(['log', '-1', '--format=%H', head, '--', `:(top,literal)${path}`]),
    renamesOf(paths, since) {
      if (paths.length === 0) return [];
      const names = paths.map((path) => `:(top,literal)${path}`);
      const removal = ['--no-renames', '--diff-filter=D', '--format=%H', `${since}..${head}`, '--', ...names];
      const commits = text(['log', ...removal]);
      if (commits === '') return [];
      const said = text(['diff-tree', '--stdin', '-r', '--no-commit-id', ...withRenames], commits);
      const gone = new Set(paths);
      return treeChanges(said).renames.filter(({ from }) => gone.has(from));
    },
    at: (commit) => nodeGit(cwd, commit),
  };
}

/** Git ran, and said no. */
class RefusedError extends GitError {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function failed(command: string, error: unknown): GitError {
  const { code, status, stderr } = error as { code?: string; status?: number | null; stderr?: Buffer };
  if (code === 'ENOENT') return new GitError('Git could not be started. Install Git, or put it on the PATH.');
  const said =
    (stderr?.toString('utf8') ?? '')
      .trim()
      .split('\n')[0]
      ?.replace(/^fatal: /u, '') ?? '';
  if (code === 'ETIMEDOUT') return new GitError(`Git could not do “git ${command}” in time.`);
  const reason = said === '' ? String(code ?? status ?? 'no reason given') : said;
  return new RefusedError(status ?? -1, `Git could not do “git ${command}”: ${reason.replace(/\.$/u, '')}.`);
}

/** An error without its beginning and end, to stand in another sentence. Addresses of runners hold tokens. */
function reasonIn({ message }: GitError): string {
  return message
    .replace(/^Git could not do “git fetch”: /u, '')
    .replace(/\.$/u, '')
    .replace(/\/\/[^/@\s]*@/gu, '//');
}

const kinds: Readonly<Record<string, CommittedFile['kind']>> = { '120000': 'link', '160000': 'module' };

/** Reads `MODE TYPE ID<tab>PATH`, ended by NUL. */
function committedFiles(listing: string): CommittedFile[] {
  return listing
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const tab = entry.indexOf('\t');
      const [mode = '', , id = ''] = entry.slice(0, tab).split(' ');
      return { path: entry.slice(tab + 1), kind: kinds[mode] ?? 'file', id };
    });
}

/** Reads what `cat-file --batch` prints: `ID TYPE SIZE`, a line break, the bytes, a line break. */
function contents(answer: Buffer): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(0x0a, at);
    const [id = '', type = '', size = ''] = answer.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (type === 'missing')
      throw new GitError(`The repository lacks a file’s content (${id}). Fetch it again.`);
    found.set(id, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

/** Reads what `--name-status -z` prints: a letter, and one path, or two for renames and copies, each ended by NUL. */
function treeChanges(answer: string): TreeChanges {
  const changed = new Set<string>();
  const renames: Rename[] = [];
  const parts = answer.split('\0');
  for (let at = 0; at + 1 < parts.length; ) {
    const status = parts[at] ?? '';
    const from = parts[at + 1] ?? '';
    const isPair = status.startsWith('R') || status.startsWith('C');
    if (status.startsWith('R')) renames.push({ from, to: parts[at + 2] ?? '' });
    if (!status.startsWith('A') && !status.startsWith('C')) changed.add(from);
    at += isPair ? 3 : 2;
  }
  return { changed, renames };
}
