import { textKey } from '../../text/key.ts';
import type { House } from './compare.ts';
import { inferLadder } from './infer.ts';
import type { LadderRow } from './rows.ts';
import { type GradeRange, isRung, type Rung } from './rungs.ts';

/** Grades by rung as options of rules hold them: `{"individual/senior": ["7"], "management/director": ["10-11"]}`. */
export type WrittenGrades = Readonly<Record<string, readonly string[]>>;

/** Reads "7" or "7-8"; what is neither is left out. */
export function gradeRanges(texts: readonly string[]): readonly GradeRange[] {
  return texts.flatMap((text) => {
    const [low, high] = text.split('-').map((part) => Number(part.trim()));
    return low === undefined || !(low <= (high ?? low)) ? [] : [{ low, high: high ?? low }];
  });
}

/** What options say of the ladder: those of the rule `grade/ladder`. */
export interface LadderOptions {
  readonly ladder: WrittenGrades;
  /** Grades of single families: `{"legal-counsel/individual/senior": ["8"]}`, the name of the family as `textKey` has it. */
  readonly named: WrittenGrades;
  readonly infer: boolean;
}

/**
 * The ladder that options describe, for each family.
 * @param rows what the ladder is derived from, where it is
 */
export function housesOf(
  { ladder, named, infer }: LadderOptions,
  rows: readonly LadderRow[],
): (row: LadderRow) => House {
  const written = rangesOf(Object.entries(ladder));
  const fixed = new Map(Array.from(written, ([rung, ranges]) => [rung, hull(ranges)]));
  // An exception changes nothing for others: neither does it take its family out of what is derived, nor is it held against it.
  const house: House = { written, inferred: infer ? inferLadder(rows, fixed) : new Map() };
  return (row) => {
    const prefix = `${textKey(row.name)}/`;
    const own = Object.entries(named).filter(([name]) => name.startsWith(prefix));
    if (own.length === 0) return house;
    const exceptions = rangesOf(own.map(([name, texts]) => [name.slice(prefix.length), texts]));
    return { ...house, written: new Map([...written, ...exceptions]) };
  };
}

function rangesOf(entries: readonly (readonly [string, readonly string[]])[]): House['written'] {
  const ranges = new Map<Rung, readonly GradeRange[]>();
  for (const [rung, texts] of entries) {
    const found = gradeRanges(texts);
    if (isRung(rung) && found.length > 0) ranges.set(rung, found);
  }
  return ranges;
}

function hull(ranges: readonly GradeRange[]): GradeRange {
  return {
    low: Math.min(...ranges.map(({ low }) => low)),
    high: Math.max(...ranges.map(({ high }) => high)),
  };
}
