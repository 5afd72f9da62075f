import { dirname, join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { bytesIfThere, contentOf, lookAgain, seenNow } from '../../host/look-again.ts';
import type { Seen } from '../../host/seen-files.ts';
import { mostAmended } from '../../lint/most-amended.ts';
import { cacheFolder } from './cache-folder.ts';
import { type DecodedRun, decodeRun, encodeRun, type KeptRun } from './run-file.ts';
import { type RunCall, runKey, runName } from './run-key.ts';

/** A run that need not be made again. */
export interface Replay {
  readonly status: number;
  /** Standard output, in pieces: it may be long, and copying takes time. */
  readonly stdout: readonly Uint8Array[];
  readonly stderr: string;
  readonly written: KeptRun['written'];
  /** Present where the run should be kept anew, since more is known of the files by now: path and contents of its file. */
  readonly renewed: {
    readonly folder: string;
    readonly name: string;
    readonly chunks: readonly Uint8Array[];
  } | null;
}

export interface ReplayOptions {
  readonly call: RunCall;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How long this run has taken so far, in milliseconds. */
  took(): number;
  /** Short hash of some bytes; loaded only where it is needed. */
  hash(): Promise<(bytes: Uint8Array) => string>;
}

/** A run that was called the same way, where nothing but the contents of some files is not as it was then. */
export interface FoundRun {
  readonly folder: string;
  readonly name: string;
  readonly run: DecodedRun;
  /** What was looked at by content: times did not tell. */
  readonly doubtful: readonly Seen[];
  /** Files whose contents are others. */
  readonly changed: readonly Seen[];
}

/** Finds a run that was called the same way; null where there is none, or more than contents of files is not as it was then. */
export async function findRun({
  call,
  env,
  hash,
}: Pick<ReplayOptions, 'call' | 'env' | 'hash'>): Promise<FoundRun | null> {
  const name = runName(call);
  const found = findKept(call, name);
  const run = found && decodeRun(found.bytes, crc32);
  if (!found || !run || run.key !== runKey(call)) return null;
  if (Object.entries(run.env).some(([name, value]) => (env[name] ?? null) !== value)) return null;
  const doubtful = lookAgain(run.seen, run.trustsStamps);
  if (doubtful === null) return null;
  const hashOf = doubtful.length > 0 ? await hash() : null;
  const changed: Seen[] = [];
  for (const seen of doubtful) {
    const bytes = contentOf(seen);
    if (bytes === null || (hashOf?.(bytes) !== seen.hash && seen.kind !== 'file')) return null;
    if (hashOf?.(bytes) !== seen.hash) changed.push(seen);
    if (changed.length > mostAmended) return null;
  }
  return { folder: found.folder, name, run, doubtful, changed };
}

/** What a run did, to be done again; null where some file is not as it was then. */
export function replayOf(
  { folder, name, run, doubtful, changed }: FoundRun,
  { now, took }: Pick<ReplayOptions, 'now' | 'took'>,
): Replay | null {
  if (changed.length > 0) return null;
  const isOld = doubtful.length > 0 && run.trustsStamps;
  const stdout = withDuration(run.stdout, run.duration, Math.round(took()));
  const { status, stderr, written } = run;
  const seen = seenAfter({ run, doubtful }, () => undefined, now);
  const chunks = isOld ? encodeRun({ ...run, seen, rest: run.rest() }, crc32) : [];
  const renewed = isOld ? { folder, name, chunks } : null;
  return { status, stdout, stderr, written, renewed };
}

/** Kept runs stand beside the config, which is above the working directory, or where the options say. */
function findKept({ args, cwd }: RunCall, name: string): { folder: string; bytes: Uint8Array } | null {
  const at = args.indexOf('--cache-location');
  const said = args.find((arg) => arg.startsWith('--cache-location='))?.slice('--cache-location='.length);
  const location = at === -1 ? said : args[at + 1];
  if (location !== undefined) return keptIn(resolve(cwd, location), name);
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = keptIn(join(folder, cacheFolder), name);
    if (found || dirname(folder) === folder) return found;
  }
}

function keptIn(folder: string, name: string): { folder: string; bytes: Uint8Array } | null {
  const bytes = bytesIfThere(join(folder, name));
  return bytes && { folder, bytes };
}

/** Standard output, with the time that this run took in the place of the other's. */
export function withDuration(
  stdout: Uint8Array,
  duration: KeptRun['duration'],
  took: number,
): readonly Uint8Array[] {
  if (duration === null) return [stdout];
  const start = stdout.length - duration.fromEnd;
  return [stdout.subarray(0, start), Buffer.from(String(took)), stdout.subarray(start + duration.length)];
}

/** What a run saw, with what is known by now of things that had to be read again. @param newHash undefined where the content is the same */
export function seenAfter(
  { run, doubtful }: Pick<FoundRun, 'run' | 'doubtful'>,
  newHash: (seen: Seen) => string | undefined,
  now: number,
): readonly Seen[] {
  const again = new Set(doubtful);
  return run.seen.map((one) =>
    again.has(one) ? seenNow({ ...one, hash: newHash(one) ?? one.hash }, now) : one,
  );
}
