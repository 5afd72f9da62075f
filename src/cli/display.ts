import type { Display } from '../report/formatter.ts';
import type { Io, Stream } from './io.ts';

/** Narrower and wider terminals are treated as these: lines of words should not be longer than people read with ease. */
const [narrowest, widest, unknown] = [40, 120, 100];

/** How to show a report on a stream. The options come first, then `NO_COLOR`, then `FORCE_COLOR`, then what the stream is. */
export function displayOf({ env }: Io, stream: Stream, color: boolean | undefined): Display {
  const isAsked = Boolean(env.FORCE_COLOR) && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  const byEnvironment = !env.NO_COLOR && (isAsked || (stream.isTerminal && env.TERM !== 'dumb'));
  return {
    color: color ?? byEnvironment,
    terminal: stream.isTerminal,
    width: Math.min(widest, Math.max(narrowest, stream.columns ?? unknown)),
  };
}

/** For files: neither colours nor a terminal. */
export const plainDisplay: Display = { color: false, terminal: false, width: unknown };
