import type { Level, Mention, Part } from '../../src/model/facts.ts';
import { joinLevels, type NameJoin, type Namesakes } from '../../src/model/name-join.ts';
import { ofLevel } from '../../src/model/of-level.ts';
import type { Edit } from '../../src/text/edit.ts';
import { addToGroup } from '../../src/text/group-by.ts';
import { memo } from '../../src/text/memo.ts';
import { startingIn } from '../../src/text/starting-in.ts';
import { lineBreakOf } from './_inline-markers.ts';
import { markerOf, type Text } from './_lines.ts';
import { extentOf, type Outline, topItems } from './_parts.ts';

type Facts = Outline & Text;

/** Whether a text says something in some way. */
type Wording = (text: string) => boolean;

/** The most words between two of a bullet. */
const mostBetween = 6;

/** The words of a bullet in their order and in one clause, with up to six others between two of them. */
export const wordingOf = memo((bullet): Wording => {
  const [first, ...others] = wordsOf(bullet).filter((word) => !isEnd(word));
  if (first === undefined) return () => true;
  return (text) => {
    // Most texts lack the very first word.
    if (!text.toLowerCase().includes(first)) return false;
    const words = wordsOf(text);
    let ends = words.flatMap((word, place) => (word === first ? [place] : []));
    for (const wanted of others) ends = nextPlaces(words, ends, wanted);
    return ends.length > 0;
  };
}, 1000);

/** Where a word stands that follows one of those at some places. */
function nextPlaces(words: readonly string[], places: readonly number[], wanted: string): number[] {
  const found = new Set<number>();
  for (const place of places) {
    const last = Math.min(words.length - 1, place + 1 + mostBetween);
    for (let at = place + 1; at <= last; at += 1) {
      const word = words[at] ?? '';
      if (isEnd(word)) break;
      if (word === wanted) found.add(at);
    }
  }
  return [...found];
}

/** The words of a text in lower case, and the signs that end a clause. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+|[.;]/gu) ?? [];

const isEnd = (word: string): boolean => word === '.' || word === ';';

export function hasWording(facts: Facts, part: Part, wordings: readonly Wording[]): boolean {
  return startingIn(facts.blocks, extentOf(facts, part)).some(({ inline: { text } }) =>
    wordings.some((says) => says(text)),
  );
}

/** "Meets all of the requirements of …", "includes the requirements above": said in words that name no level for sure. */
const takesOver: Wording = (text) =>
  /requirements|qualifications/i.test(text) &&
  /\b(?:all|same|meets?|includ(?:es|ing)|addition|extend(?:s|ing)|base|above)\b[^.]{0,80}\b(?:requirements|qualifications)\b/i.test(
    text,
  );

/**
 * The levels whose own requirements have it, or those of a level that they extend, and so on; and those that extend a level that is not on this
 * page. It goes from those that have it to those that take it over, so that each level is looked at once.
 */
export function satisfied(facts: Facts, has: (part: Part) => boolean): ReadonlySet<number> {
  const { levels, parts, extensions } = facts.family;
  const found = new Set<number>();
  const waiting = new Waiting(levels);
  for (const { index } of levels) {
    const own = ofLevel(parts, index).filter(({ kind }) => kind === 'requirements');
    if (own.some(has)) {
      found.add(index);
      continue;
    }
    const extended = ofLevel(extensions, index);
    if (extended.length === 0 && own.some((part) => hasWording(facts, part, [takesOver])))
      waiting.forEarlier(index);
    for (const { targets } of extended) {
      if (targets.length === 0) waiting.forLevel(index, index - 1);
      else if (!waiting.forNamed(index, targets)) found.add(index);
    }
  }
  for (const index of found) for (const next of waiting.by(index)) found.add(next);
  return found;
}

const isMeant = ({ relation }: Namesakes<Level>): boolean => relation !== 'other-seniority';

/** Levels that take over what others have. */
class Waiting {
  readonly #named: NameJoin<Level>;
  readonly #forLevel = new Map<number, number[]>();
  /** By all levels that a name may mean. */
  readonly #forAny = new Map<readonly Namesakes<Level>[], number[]>();
  readonly #meant = new Map<number, (readonly Namesakes<Level>[])[]>();
  /** Of any level in front of them; in their order. */
  readonly #forEarlier: number[] = [];

  constructor(levels: readonly Level[]) {
    this.#named = joinLevels(levels);
  }

  forEarlier(level: number): void {
    this.#forEarlier.push(level);
  }

  forLevel(level: number, other: number): void {
    addToGroup(this.#forLevel, other, level);
  }

  /** False where no other level bears one of the names. */
  forNamed(level: number, targets: readonly Mention[]): boolean {
    let isThere = false;
    for (const { name } of targets) {
      const any = this.#named.around(name);
      isThere ||= any.some((one) => isMeant(one) && one.members.some(({ index }) => index !== level));
      if (!this.#forAny.has(any)) {
        const levels = any.filter(isMeant).flatMap(({ members }) => members);
        for (const { index } of levels) addToGroup(this.#meant, index, any);
      }
      addToGroup(this.#forAny, any, level);
    }
    return isThere;
  }

  /** The levels that need wait no longer, since one has it. */
  *by(level: number): Iterable<number> {
    yield* this.#forLevel.get(level) ?? [];
    for (const any of this.#meant.get(level) ?? []) {
      yield* this.#forAny.get(any) ?? [];
      this.#forAny.delete(any);
    }
    while ((this.#forEarlier.at(-1) ?? -1) > level) yield this.#forEarlier.pop() ?? level;
  }
}

/** Adds the bullet behind the last one of the part; null where it has no bullets. */
export function additionOf(facts: Facts, part: Part, bullet: string): Edit[] | null {
  const last = topItems(facts, extentOf(facts, part)).at(-1);
  if (last === undefined || last.ordered) return null;
  const item = facts.text.slice(last.span.start, last.span.end);
  const end = last.span.start + item.trimEnd().length;
  return [
    {
      span: { page: facts.path, start: end, end },
      text: `${lineBreakOf(facts)}${markerOf(facts, last)}${bullet}`,
    },
  ];
}
