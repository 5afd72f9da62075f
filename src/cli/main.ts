#!/usr/bin/env node
import module from 'node:module';
import process from 'node:process';
import { isatty } from 'node:tty';
import { dateOf } from '../host/calendar.ts';
import { systemClock } from '../host/clock.ts';
import { writeNow } from '../host/look-again.ts';
import { systemWallClock } from '../host/wall-clock.ts';
import { buildId } from './build-id.ts';
import { exit } from './exit.ts';
import { type FoundRun, findRun, type Replay, type ReplayOptions, replayOf } from './replay/replay.ts';
import { tool } from './tool.ts';

// Most runs in an editor or a pipeline do what the run before did; those end here, before anything else is loaded.
const args = process.argv.slice(2);
let isWaiting = false;
const program = buildId === null ? null : `${buildId} ${process.version} ${process.arch}`;

if (args.length === 1 && (args[0] === '--version' || args[0] === '-v')) {
  process.stdout.write(`${tool.version}\n`);
} else {
  const how = program === null || args.includes('--no-cache') ? null : waysOf(program);
  const before = how && (await findRun(how));
  if (!(how && before && (await replay(before, how)))) {
    enableCompileCache();
    const { start } = await import('./start.ts');
    await start(args, program, before);
  }
}

/** Newer versions of Node keep what they have compiled, where they are asked to; see `NODE_COMPILE_CACHE` in its documentation. */
function enableCompileCache(): void {
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
    module.enableCompileCache();
}

function waysOf(program: string): ReplayOptions {
  const now = systemWallClock.now();
  return {
    call: {
      args,
      cwd: process.cwd(),
      program,
      today: dateOf(now),
      terminals: [widthOf(1), widthOf(2)],
    },
    env: process.env,
    now,
    took: () => systemClock.now(),
    hash: async () => (await import('../lint/records/record-file.ts')).hashOf,
  };
}

/** Does what a run before did, with what a few changed pages make different in it. @returns false where the run must be made */
async function replay(before: FoundRun, how: ReplayOptions): Promise<boolean> {
  const found = replayOf(before, how) ?? (await amended(before, how));
  if (found === null) return false;
  const { status, stdout, stderr, written, renewed } = found;
  if (written.length > 0 || renewed !== null) {
    const { putBack } = await import('./replay/put-back.ts');
    if (!putBack(written, renewed)) return false;
  }
  process.exitCode = status;
  for (const piece of stdout) print(piece);
  if (stderr !== '') process.stderr.write(stderr);
  return true;
}

/** The run before, with what a few changed pages make different in it; null where there is none, or that is too much. */
async function amended(before: FoundRun, how: ReplayOptions): Promise<Replay | null> {
  enableCompileCache();
  const { compileLate } = await import('../host/compile-late.ts');
  compileLate(process.versions.v8);
  const { amendedRun } = await import('./amend/amend.ts');
  return amendedRun(before, how);
}

/** Width of a terminal, as the commands see it; null for what is none. */
function widthOf(descriptor: 1 | 2): number | null {
  if (!isatty(descriptor)) return null;
  return (descriptor === 1 ? process.stdout : process.stderr).columns ?? 0;
}

function print(bytes: Uint8Array): void {
  try {
    // What the reader cannot take yet waits, and all that follows waits behind it.
    const wasWaiting = isWaiting;
    const rest = isWaiting ? bytes : writeNow(1, bytes);
    isWaiting = rest.length > 0;
    if (isWaiting) {
      if (!wasWaiting) process.stdout.on('error', stopAtBrokenPipe);
      process.stdout.write(rest);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

/** A reader that has gone away (`| head`) has seen enough. */
function stopAtBrokenPipe(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? process.exitCode : exit.failed);
}
