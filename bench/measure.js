import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

const reporter = pathToFileURL(fileURLToPath(new URL('report-peak.js', import.meta.url))).href;

/**
 * Runs programs in turn (A B A B …), so that what slows the machine slows all of them, after one round that does not count.
 * Times are in ms, from start to end of the process.
 */
export function alternate(programs, rounds) {
  const times = new Map(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, program] of Object.entries(programs)) {
      const ms = timed(program);
      if (round > 0) times.get(name).push(ms);
    }
  }
  return Array.from(times, ([name, all]) => {
    const sorted = all.sort((a, b) => a - b);
    return { name, median: median(sorted), least: sorted[0], most: sorted.at(-1) };
  });
}

const median = (sorted) => (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;

function timed({ command, args, cwd, prepare, env }) {
  prepare?.();
  const started = performance.now();
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const ms = performance.now() - started;
  // Programs that find something end with 1.
  if (error ?? (status === null || status > 1)) {
    throw (
      error ??
      new Error(`${command} ${args.join(' ')} ended with ${status}: ${String(stderr).slice(0, 2000)}`)
    );
  }
  return ms;
}

/** One run of a Node program: its time in ms, and the most memory that it had at once, in bytes. */
export function peakOf(program) {
  const folder = mkdtempSync(join(tmpdir(), 'jobfam-lint-peak-'));
  const file = join(folder, 'peak');
  const args = ['--import', reporter, ...program.args];
  const ms = timed({ ...program, args, env: { BENCH_PEAK_FILE: file } });
  const peak = Number(readFileSync(file, 'utf8')) * 1024;
  rmSync(folder, { recursive: true });
  return { ms, peak };
}
