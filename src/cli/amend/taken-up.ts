import type { JudgedFinding } from '../../lint/finding.ts';
import type { KeptRun } from '../replay/run-file.ts';

/** The findings of a run that was taken up. */
export interface TakenUp {
  /** On all pages, before waivers and the baseline, in the order of reports. */
  readonly findings: readonly JudgedFinding[];
  /** What is to be kept in the place of the run that was taken up: name of the file and its contents. @param now when this run began, in milliseconds since 1970 */
  renewed(
    outcome: Pick<KeptRun, 'status' | 'stdout' | 'duration'>,
    now: number,
  ): { readonly name: string; readonly chunks: readonly Uint8Array[] };
}
