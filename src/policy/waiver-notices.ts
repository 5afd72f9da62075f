import type { Notice } from '../lint/finding.ts';
import { names } from '../lint/suppressions.ts';
import type { Coverage } from './coverage.ts';
import type { Standing } from './judge-waivers.ts';
import { describeWaiver } from './waiver.ts';
import { waiverTime } from './waiver-words.ts';

/** What there is to say of waivers: those that end soon or have ended, with their owners, and those that nothing needs. */
export function waiverNotices(standings: readonly Standing[], coverage: Coverage): Notice[] {
  return standings.flatMap((standing) => {
    const { waiver, state, findings } = standing;
    const isUnused = findings === 0 && isCovered(waiver.rule, coverage);
    if (!isUnused && state === 'holds') return [];
    const kind = isUnused ? 'waiver-unused' : state === 'ended' ? 'waiver-ended' : 'waiver-ending';
    const sentence = isUnused ? unused(standing) : state === 'ended' ? ended(standing) : ending(standing);
    return [
      {
        kind,
        message: `The waiver of ${describeWaiver(waiver)} ${sentence} Owner: ${waiver.owner}.`,
        file: waiver.file,
        line: waiver.line,
      },
    ];
  });
}

/** True where a finding that the waiver speaks of would have been found. */
function isCovered(rule: string, { isWhole, unjudged }: Coverage): boolean {
  return isWhole && ![...unjudged].some((id) => names(rule, id));
}

function unused({ state }: Standing): string {
  const remedy = state === 'ended' ? 'It has ended, too. Remove it.' : 'Remove it, or check where it holds.';
  return `covers no finding. ${remedy}`;
}

function ending(standing: Standing): string {
  return `${waiverTime(standing)}. ${remedyFor(standing.findings)}`;
}

function ended(standing: Standing): string {
  const { findings } = standing;
  const count = findings === 1 ? 'its finding counts' : `its ${findings} findings count`;
  const effect = findings === 0 ? '' : `, so ${count} again`;
  return `${waiverTime(standing)}${effect}. ${remedyFor(findings)}`;
}

function remedyFor(findings: number): string {
  return findings === 0
    ? 'Agree on a later end, or remove it.'
    : 'Mend what it covers, or agree on a later end.';
}
