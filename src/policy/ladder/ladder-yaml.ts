import { Document, Scalar } from 'yaml';
import type { InferredLadder } from '../../model/ladder/infer.ts';
import { allRungs, type GradeRange, partsOf } from '../../model/ladder/rungs.ts';

/**
 * The key `ladder` of a config, as YAML that ends with a line break, with the number of families that each grade rests on as a comment;
 * the empty text where the ladder is empty.
 *
 * @example
 * // The ladder of the families in `pages` (facts of pages, or anything with a `path` and a `family`), for a new config:
 * const text = ladderYaml(inferLadder(ladderRows(pages)));
 */
export function ladderYaml(ladder: InferredLadder): string {
  const tracks = new Map<string, Map<string, Scalar<number | string>>>();
  for (const rung of allRungs) {
    const grades = ladder.get(rung);
    if (grades === undefined) continue;
    const [track, seniority] = partsOf(rung);
    const grade = new Scalar(writtenGrade(grades));
    grade.comment = ` ${grades.agreeing} of ${grades.families} families`;
    tracks.set(track, (tracks.get(track) ?? new Map()).set(seniority, grade));
  }
  return tracks.size === 0 ? '' : String(new Document({ ladder: tracks }));
}

/** A grade as configs have it: `7`, or `"7-8"` for a range. */
function writtenGrade({ low, high }: GradeRange): number | string {
  return low === high ? low : `${low}-${high}`;
}
