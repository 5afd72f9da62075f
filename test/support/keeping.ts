import { amendedRun } from '../../src/cli/amend/amend.ts';
import { findRun, replayOf } from '../../src/cli/replay/replay.ts';
import { run } from '../../src/cli/run.ts';
import { dateOf } from '../../src/host/calendar.ts';
import { nodeStore } from '../../src/host/node-store.ts';
import { hashOf } from '../../src/lint/records/record-file.ts';
import { ioIn, type Ran } from './program.ts';

let count = 0;

export interface KeptRan extends Ran {
  /** Whether an earlier run was taken for this one. */
  readonly isReplayed: boolean;
  /** Whether an earlier run was taken up, and findings made anew on changed pages only. */
  readonly isAmended: boolean;
}

/** Runs the program as its main module does: an earlier run is taken where all is as it was. @param time milliseconds since 1970 */
export async function keptRunIn(
  cwd: string,
  args: readonly string[],
  time: number,
  program = 'test',
): Promise<KeptRan> {
  const { io, out } = ioIn(cwd, time);
  const how = {
    call: { args, cwd, program, today: dateOf(time), terminals: [null, null] },
    env: io.env,
    now: time,
    took: () => 0,
    hash: async () => hashOf,
  };
  const before = await findRun(how);
  const same = before && replayOf(before, how);
  const found = same ?? (before && (await amendedRun(before, how)));
  if (found !== null) {
    const { status, stdout, stderr, written, renewed } = found;
    for (const [path, text] of written) io.files.write(path, text);
    if (renewed) nodeStore(renewed.folder).replace(renewed.name, renewed.chunks);
    return {
      status,
      stdout: Buffer.concat(stdout).toString('utf8'),
      stderr,
      isReplayed: same !== null,
      isAmended: same === null,
    };
  }
  const keeping = {
    program,
    newName: () => `${time.toString(36)}-${(count++).toString(36).padStart(6, '0')}`,
    open: async (folder: string, isOwn: boolean) => nodeStore(folder, isOwn),
  };
  const status = await run(args, { ...io, keeping, ...(before && { before }) });
  const after = before && (await findRun(how));
  // What is kept beside a run made anew has a new name; and a run that failed is not kept.
  const key = before?.run.rest()?.key;
  const isAmended = key !== undefined && after?.changed.length === 0 && after.run.rest()?.key === key;
  return { status, ...out, isReplayed: false, isAmended };
}
