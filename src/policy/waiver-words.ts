import type { Standing } from './judge-waivers.ts';

/** `ends in 5 days, after 2026-12-01`: how long a waiver holds, or since when it does not. */
export function waiverTime({ waiver: { until }, state, daysLeft }: Standing): string {
  if (state === 'ended') return `ended after ${until}, ${days(-daysLeft)} ago`;
  if (daysLeft === 0) return `ends today, ${until}`;
  return state === 'ending'
    ? `ends in ${days(daysLeft)}, after ${until}`
    : `holds until ${until}, ${days(daysLeft)} more`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
