import { applyPlan } from '../../../src/gitlab/apply/apply.ts';
import type { ReviewClient } from '../../../src/gitlab/client/review-client.ts';
import { GitLines } from '../../../src/gitlab/diff/lines.ts';
import type { DiffVersion } from '../../../src/gitlab/diff/version.ts';
import type { Outcome } from '../../../src/gitlab/plan/outcome.ts';
import { planReview } from '../../../src/gitlab/review.ts';
import type { JudgedFinding } from '../../../src/lint/finding.ts';
import { firstPush, page } from '../../support/gitlab/handbook.ts';

/** A defect of the handbook's page, on a line after the change. */
export interface Defect {
  readonly number: number;
  readonly line: number;
  /** What the line shall be; the thread suggests it. */
  readonly fix?: string;
}

export const printOf = ({ number }: Defect): string => number.toString(16).padStart(16, '0');

/** Texts that show that each note says what it should. */
export const wordsOf = ({ number }: Defect): string => `Defect ${number} is here.`;

const text = firstPush.head.files.get(page) ?? '';

/**
 * Reviews the handbook's merge request as the program does, but for the linting.
 * @param seen changes what GitLab says of the diff
 */
export async function plannedReview(
  client: ReviewClient,
  defects: readonly Defect[],
  seen: (version: DiffVersion) => DiffVersion = (version) => version,
): Promise<Outcome> {
  const owner = { self: await client.self(), scope: '01234567' };
  const [newest] = await client.versions();
  if (newest === undefined) throw new Error('The merge request is not ready.');
  const version = seen(await client.version(newest.id));
  const { webUrl } = await client.mergeRequest();
  const { plan, summaryOf } = planReview({
    findings: defects.map(findingOf),
    silenced: [],
    version,
    changed: [{ path: page, before: null, after: text }],
    threads: await client.threads(),
    owner,
    label: null,
    limit: 25,
    webUrl,
    docsUrl: null,
    notices: [],
    pages: 1,
    durationMs: 1000,
    pathOf: (path) => path,
    textOf: () => text,
  });
  return applyPlan(plan, summaryOf, client);
}

function findingOf(defect: Defect): JudgedFinding {
  const lines = new GitLines(text);
  const [start, end] = [lines.start(defect.line), lines.end(defect.line) - 1];
  const span = { page, start, end };
  return {
    rule: 'duplicate/phrase',
    message: wordsOf(defect),
    why: 'Nobody wants it.',
    how: 'Take it out.',
    span,
    key: `${defect.number}`,
    occurrence: 0,
    fingerprint: printOf(defect),
    severity: 'error',
    silenced: null,
    ...(defect.fix !== undefined && { fix: [{ span, text: defect.fix }] }),
  };
}
