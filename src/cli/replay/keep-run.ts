import { resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { dateOf } from '../../host/calendar.ts';
import type { Seen } from '../../host/seen-files.ts';
import type { Store } from '../../host/store.ts';
import { encodeRest, type RestToKeep } from '../amend/rest.ts';
import type { TakenUp } from '../amend/taken-up.ts';
import { exit } from '../exit.ts';
import type { HowToKeep, Io } from '../io.ts';
import type { RecordingIo } from './recording-io.ts';
import { encodeRun, type KeptRun } from './run-file.ts';
import { type RunCall, restName, runKey, runName } from './run-key.ts';

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
  /** Makes a name that no other run makes. */
  newName(): string;
  /** When this run began, in milliseconds since 1970. */
  readonly now: number;
}

/** Keeps what a run did, where another run that finds all as it is would do the same. Never throws. */
export function keepRun({
  store,
  call,
  recorded,
  status,
  trustsStamps,
  durationMs,
  rest,
  taken,
  newName,
  now,
}: RunToKeep): void {
  const { files, env } = recorded;
  const seen = files.seen();
  const stdout = recorded.stdout();
  const isDone = status === exit.fine || status === exit.findings;
  if (!isDone || !recorded.isSame() || seen === null || stdout.length > longestOutput) return;
  const text = Buffer.from(stdout);
  const isAmendable = files.written().size === 0 && recorded.stderr() === '';
  if (taken !== null) {
    if (isAmendable)
      keepTaken(store, taken, { status, stdout: text, duration: durationIn(text, durationMs) }, now);
    return;
  }
  const beside = isAmendable ? rest() : null;
  const key = beside && newName();
  const run: KeptRun = {
    key: runKey(call),
    status,
    env: Object.fromEntries(env),
    seen: beside ? withIds(seen, beside, recorded) : seen,
    trustsStamps,
    written: [...files.written()],
    stderr: recorded.stderr(),
    stdout: text,
    duration: durationIn(text, durationMs),
    rest: key === null ? null : { key, amended: [], pages: {} },
  };
  try {
    const own = runName(call);
    if (beside && key !== null) store.replace(restName(own), encodeRest(key, beside.head, beside.pages));
    else store.remove(restName(own));
    store.replace(own, encodeRun(run, crc32));
    const others = store.names().filter((name) => name.startsWith('run-') && name !== own);
    for (const name of others.slice(0, Math.max(0, others.length - mostRuns + 1))) {
      store.remove(name);
      store.remove(restName(name));
    }
  } catch {
    // The next run does the work again.
  }
}

/** Keeps a run in the place of the one that it has taken up, which knows what both depend on. */
function keepTaken(
  store: Store,
  taken: TakenUp,
  outcome: Pick<KeptRun, 'status' | 'stdout' | 'duration'>,
  now: number,
): void {
  try {
    const { name, chunks } = taken.renewed(outcome, now);
    store.replace(name, chunks);
  } catch {
    // The next run takes up the same one.
  }
}

/** The ids of pages are known also where their texts need not be read. */
function withIds(seen: readonly Seen[], { pages }: RestToKeep, { io }: RecordingIo): readonly Seen[] {
  const ids = new Map(Array.from(pages, ([path, , { id }]) => [resolve(io.files.cwd, path), id]));
  return seen.map((one) => ({ ...one, hash: one.hash ?? ids.get(one.path) ?? null }));
}

function durationIn(stdout: Buffer, durationMs: number | null): KeptRun['duration'] {
  if (durationMs === null) return null;
  const words = `"durationMs": ${durationMs}`;
  const at = stdout.lastIndexOf(words);
  if (at === -1) return null;
  const length = String(durationMs).length;
  return { fromEnd: stdout.length - (at + words.length - length), length };
}
