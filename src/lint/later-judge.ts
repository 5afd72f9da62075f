import type { Span } from '../text/span.ts';
import type { Failure, JudgedFinding, Notice } from './finding.ts';
import type { PageFacts } from './rule.ts';

/** What decides which findings count, behind severities and suppressions: waivers, the baseline, what is new. */
export type LaterJudge = (findings: readonly JudgedFinding[], about: About) => Judgement;

/** What is known of the run beside its findings. */
export interface About {
  readonly failures: readonly Failure[];
  /** Titles of the levels that a place belongs to. */
  levelsAt(span: Span): readonly string[];
}

export interface Judgement {
  /** The same findings in the same order; some of them silenced. */
  readonly findings: readonly JudgedFinding[];
  readonly notices: readonly Notice[];
}

/** Makes the function that says to which levels of its page a place belongs. */
export function levelsOf(pages: readonly PageFacts[]): About['levelsAt'] {
  const levels = new Map(pages.map(({ path, family }) => [path, family.levels]));
  return ({ page, start }) =>
    (levels.get(page) ?? [])
      .filter(({ extent }) => extent.start <= start && start < extent.end)
      .map(({ title }) => title);
}
