import { type Span, slice } from '../text/span.ts';
import type { Failure, JudgedFinding, Notice } from './finding.ts';
import type { PageFacts } from './rule.ts';

/** What decides which findings count, behind severities and suppressions: waivers, the baseline, what is new. */
export type LaterJudge = (findings: readonly JudgedFinding[], about: About) => Judgement;

/** What is known of the run beside its findings. */
export interface About {
  readonly failures: readonly Failure[];
  /** Titles of the levels that a place belongs to. */
  levelsAt(span: Span): readonly string[];
  /** What is written there. */
  wordsAt(span: Span): string;
}

export interface Judgement {
  /** The same findings in the same order; some of them silenced. */
  readonly findings: readonly JudgedFinding[];
  readonly notices: readonly Notice[];
}

/** Makes the functions that say what stands at a place of the pages. */
export function placesIn(pages: readonly PageFacts[]): Pick<About, 'levelsAt' | 'wordsAt'> {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return {
    levelsAt: ({ page, start }) =>
      (byPath.get(page)?.family.levels ?? [])
        .filter(({ extent }) => extent.start <= start && start < extent.end)
        .map(({ title }) => title),
    wordsAt: (span) => slice(byPath.get(span.page)?.text ?? '', span),
  };
}
