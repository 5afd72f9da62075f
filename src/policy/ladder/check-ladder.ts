import type { Failure } from '../../lint/finding.ts';
import { gradeRanges } from '../../model/ladder/house.ts';
import { allRungs, type GradeRange, partsOf, type Rung } from '../../model/ladder/rungs.ts';
import { compareSeniority } from '../../model/vocabulary.ts';
import { nameOf } from '../key-path.ts';
import type { ParsedConfig } from '../parse-config.ts';
import { valueAt } from '../place-of.ts';

/**
 * Mistakes of a ladder that no schema can see: a range whose ends are swapped, grades that fall on the way up, an exception that names nobody
 * or says nothing. What the schema calls a mistake is left aside.
 */
export function checkLadder(file: string, config: ParsedConfig): Failure[] {
  const failures: Failure[] = [];
  const fail = (path: readonly string[], sentence: string) => {
    const line = config.lineOf(path, true);
    failures.push({ file, line, message: `${file}:${line}: ${sentence}` });
  };
  checkTracks(config, ['ladder'], fail);
  const exceptions = valueAt(config.data, ['ladder', 'exceptions']);
  for (const index of Array.isArray(exceptions) ? exceptions.keys() : []) {
    const path = ['ladder', 'exceptions', String(index)];
    const exception = valueAt(config.data, path);
    if (typeof exception !== 'object' || exception === null) continue;
    const name = nameOf(path);
    if (!('families' in exception || 'names' in exception))
      fail(
        path,
        `${name} does not say for whom it holds. Add “families” with globs of pages, or “names” of families.`,
      );
    if (!('individual' in exception || 'management' in exception))
      fail(path, `${name} has no grades. Add them under “individual” or “management”.`);
    checkTracks(config, path, fail);
  }
  return failures;
}

type Fail = (path: readonly string[], sentence: string) => void;

interface WrittenRung {
  readonly rung: Rung;
  readonly path: readonly string[];
  readonly written: string;
  readonly range: GradeRange;
}

function checkTracks(config: ParsedConfig, at: readonly string[], fail: Fail): void {
  const found = allRungs.flatMap((rung): WrittenRung[] => {
    const path = [...at, ...partsOf(rung)];
    const value = valueAt(config.data, path);
    if (typeof value !== 'number' && typeof value !== 'string') return [];
    const written = String(value);
    const [range] = gradeRanges([written]);
    if (range !== undefined) return [{ rung, path, written, range }];
    const swapped = /^(\d+)-(\d+)$/.exec(written);
    if (swapped)
      fail(path, `${nameOf(path)} is “${written}”, from high to low. Write "${swapped[2]}-${swapped[1]}".`);
    return [];
  });
  for (const [index, junior] of found.entries()) {
    const senior = found.slice(index + 1).find((other) => isSenior(other.rung, junior.rung));
    if (senior === undefined || senior.range.high >= junior.range.low) continue;
    fail(
      senior.path,
      `${nameOf(senior.path)} is ${senior.written}, lower than the ${junior.written} of “${junior.path.at(-1)}” below it. Correct one of the two.`,
    );
  }
}

function isSenior(a: Rung, b: Rung): boolean {
  const [trackA, seniorityA] = partsOf(a);
  const [trackB, seniorityB] = partsOf(b);
  return trackA === trackB && compareSeniority(seniorityA, seniorityB) > 0;
}
