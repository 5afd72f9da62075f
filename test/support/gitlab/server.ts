import { onTestFinished } from 'vitest';
import type { WallClock } from '../../../src/host/wall-clock.ts';
import { listen, type RunningGitLab } from './listen.ts';

/**
 * Starts a GitLab server at 127.0.0.1, closed when the test ends.
 * @param root relative root of its addresses, such as `/gitlab`
 */
export async function startGitLab(clock?: WallClock, root = ''): Promise<Omit<RunningGitLab, 'close'>> {
  const { close, ...running } = await listen(clock, root);
  onTestFinished(close);
  return running;
}
