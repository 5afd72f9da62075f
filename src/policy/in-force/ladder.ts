import picomatch from 'picomatch';
import type { Config } from '../config.ts';
import type { LadderException, LadderTracks } from '../ladder/ladder.ts';
import type { Setting } from '../origin.ts';
import { originOf, placeOf } from '../place-of.ts';

const tracks = ['individual', 'management'] as const;

/**
 * The grade of each rung, as `individual.senior`, with those of the exceptions that are made for a page by its path. Exceptions that
 * name families stand beside them, as `individual.senior in Counsel`, and for no page all exceptions do.
 * @param page relative to the folder of the config; null for no page
 */
export function ladderInForce(
  { ladder, sources }: Config,
  page: string | null,
): ReadonlyMap<string, Setting<unknown>> {
  const found = new Map<string, Setting<unknown>>();
  const put = (grades: LadderTracks, path: readonly string[], where = '') => {
    for (const track of tracks) {
      for (const [rung, value] of Object.entries(grades[track] ?? {}))
        found.set(`${track}.${rung}${where}`, { value, from: originOf(sources, [...path, track, rung]) });
    }
  };
  if (ladder === null) return found;
  if (ladder.infer) {
    const path = placeOf(sources, ['ladder', 'infer']) ? ['ladder', 'infer'] : ['ladder'];
    found.set('infer', { value: true, from: originOf(sources, path) });
  }
  put(ladder, ['ladder']);
  for (const [index, exception] of (ladder.exceptions ?? []).entries()) {
    const path = ['ladder', 'exceptions', String(index)];
    if (page !== null && covers(exception, page)) put(exception, path);
    else if (page === null || exception.names !== undefined)
      put(exception, path, ` in ${whom(exception, page === null)}`);
  }
  return found;
}

const covers = ({ families = [] }: LadderException, page: string): boolean =>
  families.length > 0 && picomatch([...families], { dot: true })(page);

const whom = ({ families = [], names = [] }: LadderException, withGlobs: boolean): string =>
  [...(withGlobs ? families : []), ...names].join(', ');
