import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { nodeFetch } from '../../src/host/node-fetch.ts';
import { nodeFileSystem } from '../../src/host/node-file-system.ts';
import { nodeGit } from '../../src/host/node-git.ts';
import { noGit } from './no-git.ts';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in this process, in a folder of the disk; outside hosts cannot be asked. @param time milliseconds since 1970 */
export async function runIn(cwd: string, args: readonly string[], time = 0): Promise<Ran> {
  const { io, out } = ioIn(cwd, time);
  return { status: await run(args, io), ...out };
}

/** What the program runs in, and what it has printed there so far. */
export function ioIn(cwd: string, time: number): { readonly io: Io; readonly out: Omit<Ran, 'status'> } {
  const clock = { now: () => time, wait: async () => {} };
  return ioWith({
    files: nodeFileSystem(cwd),
    git: nodeGit(cwd),
    outside: { clock, client: nobody, fetch: async (how) => nodeFetch(how) },
  });
}

/** A machine of these parts, without environment and input where none are given. @param isTerminal whether it prints to a terminal of 80 columns */
export function ioWith(
  parts: Pick<Io, 'files'> & Partial<Io>,
  isTerminal = false,
): { readonly io: Io; readonly out: Omit<Ran, 'status'> } {
  const out = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      out[name] += text;
    },
    isTerminal,
    columns: isTerminal ? 80 : undefined,
  });
  const io: Io = {
    git: noGit,
    clock: { now: () => 0 },
    env: {},
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: async () => Buffer.from(''),
    outside: { clock: { now: () => 0, wait: async () => {} }, client: nobody, fetch: nobody },
    ...parts,
  };
  return { io, out };
}

/** A network that must not be asked. */
export const nobody = () => Promise.reject(new Error('Nobody outside is asked here.'));
