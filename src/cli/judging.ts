import { resolve } from 'node:path';
import { dateOf } from '../host/calendar.ts';
import { relativePath } from '../host/relative-path.ts';
import { fingerprintOf } from '../lint/fingerprint.ts';
import type { LaterJudge } from '../lint/later-judge.ts';
import type { Config } from '../policy/config.ts';
import type { Coverage } from '../policy/coverage.ts';
import type { Baseline } from '../policy/judge-baseline.ts';
import type { Before } from '../policy/judge-new.ts';
import { laterJudge } from '../policy/judging.ts';
import type { Io } from './io.ts';

export interface JudgingOptions {
  readonly config: Config;
  readonly baseline: Baseline | null;
  readonly before: Before | null;
  readonly coverage: Coverage;
  /** The day to judge waivers on; null for today. */
  readonly today: string | null;
}

/** The judge of a run: waivers, baseline, what is new. */
export function judgeOf({ config, today, ...rest }: JudgingOptions, io: Io): LaterJudge {
  const { fromBase } = pathsOf(config, io);
  return laterJudge({
    ...rest,
    waivers: config.waivers,
    today: today ?? todayOf(io),
    fromBase,
    printFromBase: ({ rule, span, key, occurrence }) =>
      fingerprintOf(rule, fromBase(span.page), key, occurrence),
  });
}

/** Today's date in UTC. */
export function todayOf(io: Io): string {
  return dateOf(io.outside.clock.now());
}

export function pathsOf({ base }: Config, { files }: Io): { fromBase(path: string): string } {
  const known = new Map<string, string>();
  return {
    fromBase(path) {
      const shown = known.get(path) ?? relativePath(base, resolve(files.cwd, path));
      known.set(path, shown);
      return shown;
    },
  };
}
