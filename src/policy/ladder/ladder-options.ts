import { gradeRanges, type LadderOptions } from '../../model/ladder/house.ts';
import { allRungs, partsOf, type Rung } from '../../model/ladder/rungs.ts';
import { textKey } from '../../text/key.ts';
import type { Ladder, LadderTracks } from './ladder.ts';

/** The options of `grade/ladder` that a ladder gives. */
export function ladderOptions(ladder: Ladder): LadderOptions {
  const named = (ladder.exceptions ?? []).flatMap((exception) =>
    (exception.names ?? []).flatMap((name) =>
      gradesByRung(exception).map(([rung, grades]): [string, string[]] => [
        `${textKey(name)}/${rung}`,
        grades,
      ]),
    ),
  );
  return {
    ladder: Object.fromEntries(gradesByRung(ladder)),
    named: Object.fromEntries(named),
    infer: ladder.infer === true,
  };
}

/** The ladder with the grades of an exception in the place of its own. */
export function exceptionalLadder(ladder: Ladder, { individual, management }: LadderTracks): Ladder {
  return {
    ...ladder,
    individual: { ...ladder.individual, ...individual },
    management: { ...ladder.management, ...management },
  };
}

/** The steps over more than one grade that the ladder itself takes: `["7-9"]`; those of exceptions by name included. */
export function ladderGaps(ladder: Ladder): string[] {
  const named = (ladder.exceptions ?? []).filter(({ names }) => names !== undefined);
  const ladders = [ladder, ...named.map((exception) => exceptionalLadder(ladder, exception))];
  return [...new Set(ladders.flatMap(gapsOf))];
}

function gradesByRung(tracks: LadderTracks): [Rung, string[]][] {
  return allRungs.flatMap((rung): [Rung, string[]][] => {
    const [track, seniority] = partsOf(rung);
    const grade = tracks[track]?.[seniority];
    return grade === undefined ? [] : [[rung, [String(grade)]]];
  });
}

function gapsOf(tracks: LadderTracks): string[] {
  const rungs = gradesByRung(tracks).map(([rung, grades]) => ({
    track: partsOf(rung)[0],
    grades: gradeRanges(grades).flatMap(({ low, high }) =>
      Array.from({ length: high - low + 1 }, (_, index) => low + index),
    ),
  }));
  return rungs.flatMap(({ track, grades }, index) => {
    const next = rungs[index + 1];
    if (next?.track !== track) return [];
    return grades.flatMap((grade) =>
      next.grades.filter((above) => above - grade > 1).map((above) => `${grade}-${above}`),
    );
  });
}
