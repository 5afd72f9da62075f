import { addToGroup, groupBy } from '../text/group-by.ts';
import { recent } from '../text/recent.ts';
import { WordSets } from '../text/word-sets.ts';
import {
  bagOf,
  comparedWords,
  compareRoles,
  lettersOf,
  type RoleRelation,
  sameKey,
} from './compare-roles.ts';
import type { Level, RoleName } from './facts.ts';
import { NearWords } from './near-words.ts';

/** Things of one name. */
export interface Namesakes<Named> {
  readonly name: RoleName;
  /** How that name relates to the one that was asked for. */
  readonly relation: Exclude<RoleRelation, 'other-role'>;
  /** In the order of all. */
  readonly members: readonly Named[];
}

interface Relatives<Named> {
  readonly all: readonly Namesakes<Named>[];
  readonly byRelation: ReadonlyMap<RoleRelation, readonly Namesakes<Named>[]>;
}

/** Fewer different names than these are compared one by one, which is quicker than to look for those that may be alike. */
const few = 30;

/** So many answers are remembered. */
const mostKnown = 100_000;

/** Letters of an acronym; see `compareRoles`. */
const acronym = { least: 2, most: 6 };

/**
 * Finds, among many named things, those whose names relate to another name, just as `compareRoles` has it, but without comparing each
 * with each: names that are the same are one, and others are compared only where all words of one may be among those of the other.
 */
export class NameJoin<Named> {
  readonly #groups: readonly { readonly name: RoleName; readonly members: Named[] }[];
  readonly #order: ReadonlyMap<Named, number>;
  readonly #known = new Map<string, Relatives<Named>>();
  #held = 0;
  #index: NameIndex | null = null;

  constructor(all: readonly Named[], nameOf: (one: Named) => RoleName) {
    const groups = new Map<string, { readonly name: RoleName; readonly members: Named[] }>();
    for (const one of all) {
      const name = nameOf(one);
      const key = keyOf(name);
      const group = groups.get(key);
      if (group) group.members.push(one);
      else groups.set(key, { name, members: [one] });
    }
    this.#groups = [...groups.values()];
    this.#order = new Map(all.map((one, place) => [one, place]));
  }

  get size(): number {
    return this.#order.size;
  }

  /** Those whose names relate to this one in any way but as other roles, by name; in the order in which each name is first borne. */
  around(name: RoleName): readonly Namesakes<Named>[] {
    return this.#relatives(name).all;
  }

  /** All that relate in one of some ways to a name, in their order. */
  related(name: RoleName, ...relations: readonly RoleRelation[]): readonly Named[] {
    const { byRelation } = this.#relatives(name);
    const groups = relations.flatMap((relation) => byRelation.get(relation) ?? []);
    const [first] = groups;
    if (groups.length < 2) return first?.members ?? [];
    const place = (one: Named) => this.#order.get(one) ?? 0;
    return groups.flatMap(({ members }) => members).sort((a, b) => place(a) - place(b));
  }

  /** Whether any relates in one of some ways to a name. */
  has(name: RoleName, ...relations: readonly RoleRelation[]): boolean {
    const { byRelation } = this.#relatives(name);
    return relations.some((relation) => byRelation.has(relation));
  }

  #relatives(name: RoleName): Relatives<Named> {
    const key = keyOf(name);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const all = this.#alike(name).flatMap((group): Namesakes<Named>[] => {
      const relation = compareRoles(name, group.name);
      return relation === 'other-role' ? [] : [{ ...group, relation }];
    });
    this.#held += 1 + all.length;
    if (this.#held > mostKnown) {
      this.#known.clear();
      this.#held = 0;
    }
    const found = {
      all,
      byRelation: groupBy<Namesakes<Named>, RoleRelation>(all, ({ relation }) => relation),
    };
    this.#known.set(key, found);
    return found;
  }

  #alike(name: RoleName) {
    if (this.#groups.length <= few) return this.#groups;
    this.#index ??= new NameIndex(this.#groups.map((group) => group.name));
    return this.#index.around(name).flatMap((place) => this.#groups[place] ?? []);
  }
}

/** Finds levels of a list by their names. */
export const joinLevels = recent(
  (levels: readonly Level[]): NameJoin<Level> => new NameJoin(levels, ({ name }) => name),
);

/** All that comparing looks at, and the track. */
const keyOf = (name: RoleName): string => `${name.track} ${sameKey(name)}`;

/** Finds names of which `compareRoles` may say that they are no other role than another. */
class NameIndex {
  readonly #sets: WordSets;
  /** Names by the runs of words that an acronym could stand for, and by the words that could be an acronym. */
  readonly #runs = new Map<string, number[]>();
  readonly #acronyms = new Map<string, number[]>();

  constructor(names: readonly RoleName[]) {
    const bags = names.map(bagOf);
    const near = new NearWords(new Set(bags.flat()));
    this.#sets = new WordSets(
      names.map(comparedWords),
      (word) => near.of(word),
      (place) => bags[place] ?? [],
    );
    for (const [place, name] of names.entries()) {
      const words = comparedWords(name);
      for (const run of runsOf(words)) addToGroup(this.#runs, run, place);
      for (const letters of acronymsIn(words)) addToGroup(this.#acronyms, letters, place);
    }
  }

  /** Their places, in order. */
  around(name: RoleName): readonly number[] {
    const words = comparedWords(name);
    const found = new Set(this.#sets.around(words));
    for (const letters of acronymsIn(words)) for (const at of this.#runs.get(letters) ?? []) found.add(at);
    for (const run of runsOf(words)) for (const at of this.#acronyms.get(run) ?? []) found.add(at);
    return [...found].sort((a, b) => a - b);
  }
}

function acronymsIn(words: readonly string[]): ReadonlySet<string> {
  const isAcronym = ({ length }: string) => length >= acronym.least && length <= acronym.most;
  return new Set(words.map(lettersOf).filter(isAcronym));
}

/** The initials of all runs of neighbouring words. */
function runsOf(words: readonly string[]): ReadonlySet<string> {
  const initials = words.map((word) => word[0] ?? '').join('');
  const runs = new Set<string>();
  for (let from = 0; from < initials.length; from += 1)
    for (let length = acronym.least; length <= acronym.most && from + length <= initials.length; length += 1)
      runs.add(initials.slice(from, from + length));
  return runs;
}
