import type { FamilyFacts, Level } from '../../src/model/facts.ts';
import { type GradedLevel, gradedLevels } from '../../src/model/graded-levels.ts';
import { NameJoin } from '../../src/model/name-join.ts';
import { compareSeniority } from '../../src/model/vocabulary.ts';
import { countBelow } from '../../src/text/count-below.ts';
import { addToGroup } from '../../src/text/group-by.ts';

/** Two levels of one ladder, the second more senior, with no level of that ladder between them. */
export interface Step {
  readonly from: GradedLevel;
  readonly to: GradedLevel;
}

/** Graded levels of one track and rung. */
type Rung = readonly GradedLevel[];

/**
 * The ladders of a family. A ladder holds levels of one track whose work is the same or, among managers, shares a word ("Manager, Digital
 * Marketing", "Director, Digital Strategy").
 */
export class Ladders {
  readonly #graded: readonly GradedLevel[];
  readonly #named: NameJoin<GradedLevel>;
  /** Managers by each word of their work, on each rung. */
  readonly #sharing = new Map<string, Map<string, GradedLevel[]>>();
  readonly #values = new WeakMap<Rung, readonly number[]>();

  constructor(family: FamilyFacts) {
    this.#graded = gradedLevels(family);
    this.#named = new NameJoin(this.#graded, ({ level }) => level.name);
    for (const one of this.#graded) {
      const { track, discipline, seniority } = one.level.name;
      if (track !== 'management') continue;
      for (const word of new Set(discipline)) {
        const rungs = this.#sharing.get(word) ?? new Map<string, GradedLevel[]>();
        this.#sharing.set(word, rungs);
        addToGroup(rungs, seniority, one);
      }
    }
  }

  /** The steps up. Each level is compared with the next one of its ladder up in seniority, wherever on the page that one stands. */
  *steps(): Generator<Step> {
    for (const from of this.#graded) {
      const same = this.#sameWork(from.level).filter((rung) => isAbove(rung, from.level));
      const sharing = this.#sharingWork(from.level).filter((rung) => isAbove(rung, from.level));
      const next = lowest([...same, ...sharing]);
      // Several levels of one rung (Analyst and Engineer) are several ladders: which one goes on from here cannot be told.
      const nearest = same.filter((rung) => next.has(rung));
      const to = onlyOne(nearest.length > 0 ? nearest : [...next]);
      if (to !== null) yield { from, to };
    }
  }

  /** Whether a level of a ladder that one of the two stands on has a grade between theirs. */
  isFilled({ from, to }: Step): boolean {
    return [from, to].some(({ level }) =>
      [...this.#sameWork(level), ...this.#sharingWork(level)].some((rung) => {
        const values = this.#valuesOn(rung);
        return (values[countBelow(values, from.value + 1)] ?? to.value) < to.value;
      }),
    );
  }

  #sameWork({ name }: Level): readonly Rung[] {
    const alike = this.#named.around(name).filter((other) => other.name.track === name.track);
    return alike.map(({ members }) => members);
  }

  #sharingWork({ name: { track, discipline } }: Level): readonly Rung[] {
    if (track !== 'management') return [];
    return [...new Set(discipline)].flatMap((word) => [...(this.#sharing.get(word)?.values() ?? [])]);
  }

  #valuesOn(rung: Rung): readonly number[] {
    const values = this.#values.get(rung) ?? rung.map(({ value }) => value).sort((a, b) => a - b);
    this.#values.set(rung, values);
    return values;
  }
}

function isAbove([first]: Rung, { name }: Level): boolean {
  return first !== undefined && compareSeniority(first.level.name.seniority, name.seniority) > 0;
}

/** Those that stand above no other. */
function lowest(rungs: readonly Rung[]): ReadonlySet<Rung> {
  // Of some neighbours it is debatable which is higher, so that there may be several that do not stand above each other.
  const present = new Map(
    rungs.flatMap((rung) => rung.slice(0, 1)).map((one) => [one.level.name.seniority, one.level]),
  );
  const others = [...present.values()];
  return new Set(rungs.filter((rung) => !others.some((other) => isAbove(rung, other))));
}

/** The one level that stands on some rungs, where there is but one. */
function onlyOne(rungs: readonly Rung[]): GradedLevel | null {
  const seen = new Set<GradedLevel>();
  for (const rung of rungs) for (const one of rung.slice(0, 2)) seen.add(one);
  const [only, second] = seen;
  return only !== undefined && second === undefined ? only : null;
}
