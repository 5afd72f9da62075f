import { crc32 } from 'node:zlib';
import { dateOf } from '../../host/calendar.ts';
import { exit } from '../exit.ts';
import type { HowToKeep, Io } from '../io.ts';
import type { RecordingIo } from './recording-io.ts';
import { encodeRun, type KeptRun } from './run-file.ts';
import { type RunCall, runKey, runName } from './run-key.ts';

/** In UTF-16 units; longer outputs are made anew each time. */
const longestOutput = 64 * 1024 * 1024;
/** So many runs are kept; of each way of calling the program, the last. */
const mostRuns = 8;

/** How this run was called. */
export function callOf(args: readonly string[], program: string, io: Io): RunCall {
  return {
    args,
    cwd: io.files.cwd,
    program,
    today: dateOf(io.outside.clock.now()),
    terminals: [io.stdout, io.stderr].map(({ isTerminal, columns }) => (isTerminal ? (columns ?? 0) : null)),
  };
}

export interface RunToKeep extends HowToKeep {
  readonly call: RunCall;
  readonly recorded: RecordingIo;
  readonly status: number;
}

/** Keeps what a run did, where another run that finds all as it is would do the same. Never throws. */
export function keepRun({ store, call, recorded, status, trustsStamps, durationMs }: RunToKeep): void {
  const { files, env } = recorded;
  const seen = files.seen();
  const stdout = recorded.stdout();
  const isDone = status === exit.fine || status === exit.findings;
  if (!isDone || !recorded.isSame() || seen === null || stdout.length > longestOutput) return;
  const run: KeptRun = {
    key: runKey(call),
    status,
    env: Object.fromEntries(env),
    seen,
    trustsStamps,
    written: [...files.written()],
    stderr: recorded.stderr(),
    stdout,
    duration: durationIn(stdout, durationMs),
  };
  try {
    const own = runName(call);
    store.replace(own, encodeRun(run, crc32));
    const others = store.names().filter((name) => name.startsWith('run-') && name !== own);
    for (const name of others.slice(0, Math.max(0, others.length - mostRuns + 1))) store.remove(name);
  } catch {
    // The next run does the work again.
  }
}

function durationIn(stdout: string, durationMs: number | null): KeptRun['duration'] {
  if (durationMs === null) return null;
  const words = `"durationMs": ${durationMs}`;
  const at = stdout.lastIndexOf(words);
  if (at === -1) return null;
  const length = String(durationMs).length;
  return { fromEnd: stdout.length - (at + words.length - length), length };
}
