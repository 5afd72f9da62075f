import { type MakeRecord, runPageStep } from '../../lint/records/page-step.ts';
import type { Io } from '../io.ts';
import type { LintOptions } from '../lint-options.ts';

/** Makes records in the time that a page gets. */
export async function limitedStep({ pageTime }: Pick<LintOptions, 'pageTime'>, io: Io): Promise<MakeRecord> {
  const { watch } = io;
  const limit = await io.timeLimit?.(pageTime);
  if (limit === undefined) return (page, task) => runPageStep(page, task, watch);
  return (page, task) => limit(() => runPageStep(page, task, watch));
}
