import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

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

const cli = join(import.meta.dirname, '../../../dist/cli.js');

/** Runs the built program as its own process, with these variables and no others but those that every process has. */
export async function runProgram(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const report = join(cwd, '..', 'report.json');
  rmSync(report, { force: true });
  const start = performance.now();
  const child = spawn(process.execPath, [cli, ...args, '--format', `json:${report}`], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      out[name] += text;
    });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const all = findingsIn(report);
  const findings = all.filter(({ silenced }) => !silenced);
  return { status, ...out, findings, all, seconds: (performance.now() - start) / 1000 };
}

function findingsIn(report: string): Finding[] {
  try {
    const { findings }: { findings: Finding[] } = JSON.parse(readFileSync(report, 'utf8'));
    return findings;
  } catch {
    return [];
  }
}
