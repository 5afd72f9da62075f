import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { systemClock } from '../../src/host/clock.ts';
import { nodeFetch } from '../../src/host/node-fetch.ts';
import { nodeFileSystem } from '../../src/host/node-file-system.ts';
import { nodeGit } from '../../src/host/node-git.ts';
import { nodeStore } from '../../src/host/node-store.ts';
import { systemWallClock } from '../../src/host/wall-clock.ts';
import { ioWith } from '../../test/support/program.ts';

/** A finding as the program writes it down; see the schema of the JSON report. */
export interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly fingerprint: string;
  readonly silenced?: unknown;
  readonly fix?: { readonly edits: readonly Edit[] };
  readonly suggestions?: readonly { readonly edits: readonly Edit[] }[];
}

/** Offsets in UTF-16 units. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Findings that count; none where no report was written. */
  readonly findings: readonly Finding[];
  /** Those that stood before the change, too. */
  readonly all: readonly Finding[];
  readonly seconds: number;
}

type Run = (cwd: string, args: readonly string[], env: NodeJS.ProcessEnv) => Promise<Outcome>;
type Outcome = Pick<Ran, 'status' | 'stdout' | 'stderr'>;

const cli = join(import.meta.dirname, '../../../dist/cli.js');

/** Runs the built program as its own process. */
const inProcessOfItsOwn: Run = async (cwd, args, env) => {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const out = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      out[name] += text;
    });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { status, ...out };
};

/** Runs the program from its sources in this process, which takes less time. */
const inThisProcess: Run = async (cwd, args, env) => {
  let count = 0;
  const { io, out } = ioWith({
    files: nodeFileSystem(cwd),
    git: nodeGit(cwd),
    clock: systemClock,
    env,
    outside: {
      clock: systemWallClock,
      client: () => Promise.reject(new Error('Nobody is asked.')),
      fetch: async (how) => nodeFetch(how),
    },
    keeping: {
      program: 'replay',
      newName: () => `${Date.now().toString(36)}-${count++}`,
      open: (folder, isOwn) => Promise.resolve(nodeStore(folder, isOwn)),
    },
  });
  return { status: await run(args, io), ...out };
};

/** Runs the program with these variables and no others but those that every process has. @param isHere in this process */
export async function runProgram(
  cwd: string,
  args: readonly string[],
  isHere: boolean,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const report = join(cwd, '..', 'report.json');
  rmSync(report, { force: true });
  const start = performance.now();
  const { PATH, HOME } = process.env;
  const variables = { PATH, HOME, ...env };
  const outcome = await (isHere ? inThisProcess : inProcessOfItsOwn)(
    cwd,
    [...args, '--format', `json:${report}`],
    variables,
  );
  const all = findingsIn(report);
  const findings = all.filter(({ silenced }) => !silenced);
  return { ...outcome, findings, all, seconds: (performance.now() - start) / 1000 };
}

function findingsIn(report: string): Finding[] {
  try {
    const { findings }: { findings: Finding[] } = JSON.parse(readFileSync(report, 'utf8'));
    return findings;
  } catch {
    return [];
  }
}
