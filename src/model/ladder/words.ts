import { type GradeRange, partsOf, type Rung } from './rungs.ts';

/** "7", or "7 to 8". */
export function rangeWords({ low, high }: GradeRange): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

/** A rung as titles have it: "Senior", "Senior Manager", "VP". */
export function rungWords(rung: Rung): string {
  const [, seniority] = partsOf(rung);
  return seniority
    .split('-')
    .map((word) => (word === 'vp' ? 'VP' : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
