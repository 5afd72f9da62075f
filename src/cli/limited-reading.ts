import { type LimitedReading, OutOfTime } from '../host/time-limit.ts';
import type { Failure } from '../lint/finding.ts';
import { tooLong } from '../lint/too-long.ts';
import type { Io } from './io.ts';
import { usualPageTimeout } from './lint-options.ts';

/**
 * For commands that read pages and lint none.
 * @param failures takes what is to be said of pages that are left out, each once
 */
export async function limitedReading(
  io: Pick<Io, 'timeLimit'>,
  failures: Failure[],
): Promise<LimitedReading> {
  const limit = await io.timeLimit?.(Number(usualPageTimeout) * 1000);
  const leftOut = new Set<string>();
  const leaveOut = (path: string, why: string): null => {
    leftOut.add(path);
    const message =
      `${path} ${why}, so it was left out; other pages were read. ` +
      'Divide it into smaller pages, or keep it out of the folders that are read.';
    failures.push({ message, file: path });
    return null;
  };
  return (path, read) => {
    if (leftOut.has(path)) return null;
    try {
      return limit ? limit(read) : read();
    } catch (error) {
      if (error instanceof OutOfTime)
        return leaveOut(path, `took longer than ${usualPageTimeout} seconds to read`);
      const long = tooLong(error);
      if (long === null) throw error;
      return leaveOut(path, long);
    }
  };
}
