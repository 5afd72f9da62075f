import type { Seen } from '../../host/seen-files.ts';
import type { RestPage } from '../amend/rest.ts';

/** What a run did, and all that it depended on. */
export interface KeptRun {
  /** How the program was called, and what it is: see `runKey`. */
  readonly key: string;
  readonly status: number;
  /** Environment variables that were asked for; null for those that were not set. */
  readonly env: Readonly<Record<string, string | null>>;
  readonly seen: readonly Seen[];
  readonly trustsStamps: boolean;
  /** Files that were written, with their texts. */
  readonly written: readonly (readonly [path: string, text: string])[];
  readonly stderr: string;
  readonly stdout: Uint8Array;
  /** Where the run's duration stands in `stdout`, in bytes from its end; null where it does not. */
  readonly duration: { readonly fromEnd: number; readonly length: number } | null;
  /** What was kept beside; null where nothing was. */
  readonly rest: KeptRest | null;
}

/** Which file of a run's rest belongs to it, and what is not so any more as that file says. */
export interface KeptRest {
  readonly key: string;
  /** Paths of the pages that have changed since. */
  readonly amended: readonly string[];
  /** By path. */
  readonly pages: Readonly<Record<string, RestPage>>;
}

type Row = readonly [
  path: string,
  kind: Seen['kind'],
  isRead: 0 | 1,
  stamp: readonly [number, number, number, number] | 0,
  hash: string | 0,
  real: string | 0,
];

interface Head extends Omit<KeptRun, 'seen' | 'stdout' | 'rest'> {
  readonly rows: readonly Row[];
  /** Length of `stdout` in bytes. */
  readonly length: number;
}

/** A run as bytes: the length of the head, check sums, the head as JSON, standard output, and what is kept beside as JSON. */
export function encodeRun(run: KeptRun, checkSum: (bytes: Uint8Array) => number): Uint8Array[] {
  const { seen, stdout: out, rest, ...others } = run;
  const rows = seen.map(
    ({ path, kind, isRead, stamp, hash, real }): Row => [
      path,
      kind,
      isRead ? 1 : 0,
      stamp ? [stamp.size, stamp.mtimeMs, stamp.ctimeMs, stamp.ino] : 0,
      hash ?? 0,
      real ?? 0,
    ],
  );
  const beside = Buffer.from(JSON.stringify(rest));
  const head = Buffer.from(JSON.stringify({ ...others, rows, length: out.length } satisfies Head));
  const sums = [head, out, beside].map((bytes) => hex(checkSum(bytes)));
  return [Buffer.from(`${String(head.length).padStart(12, '0')}${sums.join('')}`), head, out, beside];
}

/** A run as it was kept; its rest is read when it is asked for. */
export interface DecodedRun extends Omit<KeptRun, 'rest'> {
  rest(): KeptRest | null;
}

const prefix = 36;

/** The run that bytes hold, with its standard output as bytes; null where they are no run, or damaged. */
export function decodeRun(bytes: Uint8Array, checkSum: (bytes: Uint8Array) => number): DecodedRun | null {
  const start = Buffer.from(bytes.subarray(0, prefix)).toString('latin1');
  if (!/^\d{12}[0-9a-f]{24}$/.test(start)) return null;
  const end = prefix + Number(start.slice(0, 12));
  const head = bytes.subarray(prefix, end);
  if (hex(checkSum(head)) !== start.slice(12, 20)) return null;
  const { rows, length, ...others } = JSON.parse(Buffer.from(head).toString('utf8')) as Head;
  const stdout = bytes.subarray(end, end + length);
  const beside = bytes.subarray(end + length);
  if (hex(checkSum(stdout)) !== start.slice(20, 28) || hex(checkSum(beside)) !== start.slice(28)) return null;
  const seen = rows.map(
    ([path, kind, isRead, stamp, hash, real]): Seen => ({
      path,
      kind,
      isRead: isRead === 1,
      stamp: stamp === 0 ? null : { size: stamp[0], mtimeMs: stamp[1], ctimeMs: stamp[2], ino: stamp[3] },
      hash: hash === 0 ? null : hash,
      real: real === 0 ? null : real,
    }),
  );
  const rest = (): KeptRest | null => JSON.parse(Buffer.from(beside).toString('utf8')) as KeptRest | null;
  return { ...others, seen, stdout, rest };
}

const hex = (sum: number): string => (sum >>> 0).toString(16).padStart(8, '0');
