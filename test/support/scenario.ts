import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A run of the program that a person can read: see test/scenarios/README.md for how it is written. */
export interface Scenario {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** A fenced block: its first word, the rest of its first line, and what stands in it. */
interface Part {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | null;
  /** The bytes of each file that an `after` block names, as latin-1, or null where there is no such file. */
  readonly after: ReadonlyMap<string, string | null>;
}

const kinds = new Set([
  'run',
  'file',
  'bytes',
  'link',
  'mode',
  'stdin',
  'stdout',
  'stderr',
  'exit',
  'after',
  'after-bytes',
]);

export function parseScenario(text: string): Scenario {
  const parts = Array.from(text.matchAll(/^(`{3,})([a-z-]+)(?: (.*))?\n([\s\S]*?)^\1$/gmu), (match): Part => {
    const [, , kind = '', name = '', body = ''] = match;
    if (!kinds.has(kind)) throw new Error(`A scenario has no block “${kind}”.`);
    return { kind, name, text: body };
  });
  return { title: /^# (.*)$/mu.exec(text)?.[1] ?? 'no title', parts };
}

/** The text of the block of this kind, or null where there is none. */
export function blockOf(scenario: Scenario, kind: string): string | null {
  return scenario.parts.find((part) => part.kind === kind)?.text ?? null;
}

/** What each file should hold after the run, as latin-1. */
export function expectedFiles({ parts }: Scenario): ReadonlyMap<string, string> {
  return new Map(
    parts
      .filter(({ kind }) => kind.startsWith('after'))
      .map((part) => [part.name, bytesOf(part).toString('latin1')]),
  );
}

/** Makes the files in a folder of their own, runs the built program there, and looks at what became of the files. */
export function runScenario(scenario: Scenario): Outcome {
  const root = mkdtempSync(join(tmpdir(), 'jobfam-lint-'));
  const cwd = join(root, 'work');
  mkdirSync(join(cwd, '.git'), { recursive: true });
  try {
    for (const part of scenario.parts) prepare(cwd, part);
    const [command = '', ...args] = (blockOf(scenario, 'run') ?? '').trim().split(/\s+/u);
    if (command !== 'jobfam-lint') throw new Error('The run block of a scenario starts with “jobfam-lint”.');
    const { stdout, stderr, status } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
      cwd,
      encoding: 'utf8',
      input: blockOf(scenario, 'stdin') ?? '',
      env: { PATH: process.env.PATH },
    });
    const after = new Map(
      Array.from(expectedFiles(scenario).keys(), (name) => [name, bytesAt(join(cwd, name))]),
    );
    return { stdout, stderr: stderr.replaceAll(root, 'TMP'), exit: status, after };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function prepare(cwd: string, part: Part): void {
  const path = join(cwd, part.name);
  if (part.kind === 'file' || part.kind === 'bytes') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytesOf(part));
  } else if (part.kind === 'link') {
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(part.text.trim(), path);
  } else if (part.kind === 'mode') chmodSync(path, Number.parseInt(part.text.trim(), 8));
}

/** `bytes` and `after-bytes` know \r, \n, \0, \t, \e and \xHH, and break lines only where `\n` says so. */
function bytesOf({ kind, text }: Part): Buffer {
  if (!kind.endsWith('bytes')) return Buffer.from(text, 'utf8');
  const escapes: Readonly<Record<string, number>> = { r: 13, n: 10, t: 9, e: 27, '0': 0, '\\': 92 };
  const raw = Buffer.from(text.replaceAll('\n', ''), 'utf8').toString('latin1');
  const made = raw.replace(/\\(?:x([0-9a-f]{2})|(.))/gu, (_, hex: string | undefined, letter: string) =>
    String.fromCharCode(
      hex === undefined ? (escapes[letter] ?? letter.charCodeAt(0)) : Number.parseInt(hex, 16),
    ),
  );
  return Buffer.from(made, 'latin1');
}

function bytesAt(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}
