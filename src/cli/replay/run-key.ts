/** What the outcome of a run depends on beside files and environment. */
export interface RunCall {
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** The program, its packages and the version of Node. */
  readonly program: string;
  /** Today's date, which waivers end by. */
  readonly today: string;
  /** Of standard output and standard error: width where it is a terminal, else null. */
  readonly terminals: readonly (number | null)[];
}

/** All of it as a text. */
export const runKey = (call: RunCall): string =>
  JSON.stringify([call.program, call.cwd, call.today, call.terminals, call.args]);

/** Name of the file for a key: short, and mostly another for another key; the file holds the key itself. The day is left out, so that one day's file takes the place of the last. */
export function runName(call: RunCall): string {
  const text = JSON.stringify([call.cwd, call.terminals, call.args]);
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  return `run-${(one >>> 0).toString(36)}-${(two >>> 0).toString(36)}`;
}

/** Name of the file that holds what is kept beside a run. */
export const restName = (runName: string): string => runName.replace(/^run/, 'rest');
