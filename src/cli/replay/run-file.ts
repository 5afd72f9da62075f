import type { Seen } from '../../host/seen-files.ts';

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
  readonly stdout: string;
  /** Where the run's duration stands in `stdout`, in UTF-16 units from its end; null where it does not. */
  readonly duration: { readonly fromEnd: number; readonly length: number } | null;
}

type Row = readonly [
  path: string,
  kind: Seen['kind'],
  isRead: 0 | 1,
  stamp: readonly [number, number, number, number] | 0,
  hash: string | 0,
  real: string | 0,
];

interface Head extends Omit<KeptRun, 'seen' | 'stdout'> {
  readonly rows: readonly Row[];
  /** Length of `stdout` in bytes. */
  readonly length: number;
}

/** A run as bytes: the length of the head, its check sum, the head as JSON, and standard output. */
export function encodeRun(run: KeptRun, checkSum: (bytes: Uint8Array) => number): Uint8Array[] {
  const { seen, stdout, ...rest } = run;
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
  const out = Buffer.from(stdout);
  const head = Buffer.from(JSON.stringify({ ...rest, rows, length: out.length } satisfies Head));
  const sums = [head, out].map((bytes) => hex(checkSum(bytes)));
  return [Buffer.from(`${String(head.length).padStart(12, '0')}${sums.join('')}`), head, out];
}

const prefix = 28;

/** The run that bytes hold, with its standard output as bytes; null where they are no run, or damaged. */
export function decodeRun(
  bytes: Uint8Array,
  checkSum: (bytes: Uint8Array) => number,
): { readonly run: Omit<KeptRun, 'stdout'>; readonly stdout: Uint8Array } | null {
  const start = Buffer.from(bytes.subarray(0, prefix)).toString('latin1');
  if (!/^\d{12}[0-9a-f]{16}$/.test(start)) return null;
  const end = prefix + Number(start.slice(0, 12));
  const head = bytes.subarray(prefix, end);
  const stdout = bytes.subarray(end);
  if (hex(checkSum(head)) !== start.slice(12, 20) || hex(checkSum(stdout)) !== start.slice(20)) return null;
  const { rows, length, ...rest } = JSON.parse(Buffer.from(head).toString('utf8')) as Head;
  if (length !== stdout.length) return null;
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
  return { run: { ...rest, seen }, stdout };
}

const hex = (sum: number): string => (sum >>> 0).toString(16).padStart(8, '0');
