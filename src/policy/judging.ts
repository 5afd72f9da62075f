import type { LaterJudge } from '../lint/later-judge.ts';
import { baselineNotices, goneEntries } from './baseline-notices.ts';
import { type Coverage, nothingCovered } from './coverage.ts';
import { type Baseline, judgeBaseline } from './judge-baseline.ts';
import { type Before, judgeNew } from './judge-new.ts';
import { judgeWaivers, type WaiverCircumstances } from './judge-waivers.ts';
import type { Waiver } from './waiver.ts';
import { waiverNotices } from './waiver-notices.ts';

/** By what findings are judged, in this order; each looks only at what none before it silenced. */
export interface Judging extends Omit<WaiverCircumstances, 'levelsAt' | 'wordsAt'> {
  readonly waivers: readonly Waiver[];
  /** Null where there is none. */
  readonly baseline: Baseline | null;
  /** Null where all findings count, not only new ones. */
  readonly before: Before | null;
  readonly coverage: Coverage;
}

/** Judges by waivers, then by the baseline, then by what is new. */
export function laterJudge({ waivers, baseline, before, coverage: whole, ...rest }: Judging): LaterJudge {
  return (findings, { failures, ...places }) => {
    const coverage = failures.length > 0 ? nothingCovered : whole;
    const waived = judgeWaivers(findings, waivers, { ...rest, ...places });
    const known = baseline && judgeBaseline(waived.findings, baseline);
    const gone = baseline && known ? goneEntries(known.missing, baseline, coverage) : [];
    const counted = known?.findings ?? waived.findings;
    return {
      findings: before ? judgeNew(counted, before) : counted,
      notices: [
        ...waiverNotices(waived.standings, coverage),
        ...(baseline ? baselineNotices(gone, baseline) : []),
      ],
    };
  };
}
