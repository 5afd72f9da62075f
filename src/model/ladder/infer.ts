import { addToGroup } from '../../text/group-by.ts';
import { compareSeniority } from '../vocabulary.ts';
import type { LadderRow } from './rows.ts';
import { type GradeRange, partsOf, type Rung } from './rungs.ts';

/** The grades that a corpus gives to a rung, and how many families that rests on. */
export interface InferredGrades extends GradeRange {
  /** Families that state a grade for the rung; at least five. */
  readonly families: number;
  /** Those of them that state grades within the range and no others. */
  readonly agreeing: number;
}

export type InferredLadder = ReadonlyMap<Rung, InferredGrades>;

/** With fewer families than this, a rung says nothing about the house. */
const fewestFamilies = 5;
/** Families in ten that must agree. */
const agreeingInTen = 9;

/**
 * Derives the ladder of a company from the grades that its families state.
 *
 * For each rung, families count, not levels: one with six directors weighs as much as one with a single director. Only levels count whose
 * name leaves no doubt about its rung. The grade of a rung is the one that at least nine in ten families state; where no grade has that
 * many, the two neighbouring grades that together have; else, and with fewer than five families, nothing is said. Nine in ten of a whole number
 * of families means that all of five to nine families must agree, and that whoever stands out has at least nine families against it: a wrong
 * guess would accuse somebody who did nothing wrong, while silence costs little.
 *
 * On each track the grades must rise or stay, both ends of a range, where it is agreed which of two rungs is senior (see
 * `compareSeniority`). Of two rungs that contradict each other the one that rests on fewer families is dropped; on equal numbers, both are.
 *
 * The order of the rows does not matter. A family that agrees with the ladder, added, changes no single grade.
 * @param fixed grades that are known from elsewhere: nothing is inferred for their rungs, and nothing that contradicts them
 */
export function inferLadder(
  rows: readonly LadderRow[],
  fixed: ReadonlyMap<Rung, GradeRange> = new Map(),
): InferredLadder {
  const votes = new Map<Rung, GradeRange[]>();
  for (const row of rows) {
    for (const [rung, range] of statedBy(row)) {
      if (!fixed.has(rung)) addToGroup(votes, rung, range);
    }
  }
  const found = new Map<Rung, InferredGrades>();
  for (const [rung, ranges] of votes) {
    const grades = agreedOn(ranges);
    if (grades !== null) found.set(rung, grades);
  }
  return rising(found, fixed);
}

/** From the lowest to the highest grade that a family states for each rung. */
function statedBy({ levels }: LadderRow): ReadonlyMap<Rung, GradeRange> {
  const stated = new Map<Rung, GradeRange>();
  for (const { stated: own, readings } of levels) {
    const [rung] = readings.rungs;
    if (own === null || rung === undefined || !readings.isClear) continue;
    const known = stated.get(rung) ?? { low: own.value, high: own.value };
    stated.set(rung, { low: Math.min(known.low, own.value), high: Math.max(known.high, own.value) });
  }
  return stated;
}

/** The narrowest range that nine in ten families keep to, of one grade or two; the one that most keep to, the lower where as many do. */
function agreedOn(ranges: readonly GradeRange[]): InferredGrades | null {
  const families = ranges.length;
  if (families < fewestFamilies) return null;
  const lows = [...new Set(ranges.flatMap(({ low, high }) => [low, high - 1]))].sort((a, b) => a - b);
  for (const width of [0, 1]) {
    let best: InferredGrades | null = null;
    for (const low of lows) {
      const high = low + width;
      const agreeing = ranges.filter((range) => range.low >= low && range.high <= high).length;
      if (agreeing > (best?.agreeing ?? 0)) best = { low, high, families, agreeing };
    }
    if (best !== null && best.agreeing * 10 >= families * agreeingInTen) return best;
  }
  return null;
}

function rising(
  found: ReadonlyMap<Rung, InferredGrades>,
  fixed: ReadonlyMap<Rung, GradeRange>,
): InferredLadder {
  const kept = new Map(found);
  for (;;) {
    const weakest = new Set<Rung>();
    let fewest = Number.POSITIVE_INFINITY;
    const note = (rung: Rung, families: number) => {
      if (families < fewest) weakest.clear();
      if (families <= fewest) weakest.add(rung);
      fewest = Math.min(fewest, families);
    };
    for (const [rung, grades] of kept) {
      for (const [other, others] of [...kept, ...fixed]) {
        if (!contradict([rung, grades], [other, others])) continue;
        const weight = kept.get(other)?.families ?? Number.POSITIVE_INFINITY;
        if (grades.families <= weight) note(rung, grades.families);
      }
    }
    if (weakest.size === 0) return kept;
    for (const rung of weakest) kept.delete(rung);
  }
}

function contradict([a, one]: [Rung, GradeRange], [b, other]: [Rung, GradeRange]): boolean {
  const [trackA, seniorityA] = partsOf(a);
  const [trackB, seniorityB] = partsOf(b);
  if (trackA !== trackB) return false;
  const order = compareSeniority(seniorityA, seniorityB);
  if (order === 0) return false;
  const [junior, senior] = order < 0 ? [one, other] : [other, one];
  return senior.low < junior.low || senior.high < junior.high;
}
