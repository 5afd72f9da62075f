import type { InferredGrades, InferredLadder } from './infer.ts';
import type { LadderLevel, LadderRow } from './rows.ts';
import { type GradeRange, type Rung, readingsOf } from './rungs.ts';

/** The ladder that holds for a family. */
export interface House {
  /** What the company wrote down; several ranges for one rung are alternatives. */
  readonly written: ReadonlyMap<Rung, readonly GradeRange[]>;
  /** What was derived from the corpus, for rungs of which nothing is written. */
  readonly inferred: InferredLadder;
}

/** How a level stands to the ladder. */
export type Standing =
  /** It states a grade that the ladder gives to a rung that its name may mean. */
  | { readonly kind: 'fits' }
  /** Its grade is none of those that are written down for the rungs that its name may mean. */
  | { readonly kind: 'differs'; readonly rung: Rung; readonly expected: readonly GradeRange[] }
  /** Its grade is another than that of nearly all other families, and its own family does not explain it. */
  | { readonly kind: 'stands-out'; readonly rung: Rung; readonly expected: InferredGrades }
  /** The same, but its whole family keeps the same distance from the ladder: it has a ladder of its own. */
  | { readonly kind: 'apart'; readonly rung: Rung; readonly expected: InferredGrades; readonly by: number }
  /** It states no grade, the ladder says nothing of its rung, or its name leaves the rung open. */
  | { readonly kind: 'unknown' };

/** Holds each level of a family against the ladder that holds for it. */
export function standingsOf(
  row: LadderRow,
  house: House,
): readonly { readonly level: LadderLevel; readonly standing: Standing }[] {
  const first = row.levels.map((level) => ({ level, standing: standingOf(level, house) }));
  return first.map(({ level, standing }) => {
    if (standing.kind !== 'stands-out') return { level, standing };
    const by = distanceOf(level, standing.expected);
    const beside = row.levels.filter((other) => other !== level && sameTrack(other, level));
    const distances = beside.flatMap((other) => distanceOnItsRung(other, house) ?? []);
    const isApart = distances.length > 0 && distances.every((distance) => distance === by);
    return { level, standing: isApart ? { ...standing, kind: 'apart', by } : standing };
  });
}

function standingOf({ stated, readings }: LadderLevel, { written, inferred }: House): Standing {
  const [first] = readings.rungs;
  if (stated === null || first === undefined) return { kind: 'unknown' };
  const { value } = stated;
  const holds = ({ low, high }: GradeRange) => low <= value && value <= high;
  const known = readings.rungs.map((rung) => written.get(rung) ?? []);
  if (known.some((ranges) => ranges.some(holds))) return { kind: 'fits' };
  if (known.every((ranges) => ranges.length > 0))
    return { kind: 'differs', rung: first, expected: known.flat() };
  const derived = readings.isClear && known[0]?.length === 0 ? inferred.get(first) : undefined;
  if (derived === undefined) return { kind: 'unknown' };
  return holds(derived) ? { kind: 'fits' } : { kind: 'stands-out', rung: first, expected: derived };
}

const sameTrack = (a: LadderLevel, b: LadderLevel): boolean => a.level.name.track === b.level.name.track;

/** By how many grades a level stands above (or, negative, below) a range; 0 within. */
function distanceOf({ stated }: LadderLevel, { low, high }: GradeRange): number {
  const value = stated?.value ?? low;
  if (value < low) return value - low;
  return value > high ? value - high : 0;
}

/**
 * The same on the level's own rung, for which a name without a rung counts as intermediate; null where nothing can be told, because the
 * name leaves the rung open or the ladder has no single grade for it.
 */
function distanceOnItsRung(other: LadderLevel, { written, inferred }: House): number | null {
  const { rungs, isClear } = readingsOf(other.level, true);
  const [rung] = rungs;
  if (other.stated === null || rung === undefined || !isClear) return null;
  const [range = inferred.get(rung)] = written.get(rung) ?? [];
  return range === undefined || range.low !== range.high ? null : distanceOf(other, range);
}
