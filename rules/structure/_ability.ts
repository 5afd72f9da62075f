import { compareRoles } from '../../src/model/compare-roles.ts';
import type { Part, RoleName } from '../../src/model/facts.ts';
import type { Edit } from '../../src/text/edit.ts';
import { memo } from '../../src/text/memo.ts';
import { lineBreakOf } from './_inline-markers.ts';
import { markerOf, type Text } from './_lines.ts';
import { extentOf, holds, type Outline, topItems } from './_parts.ts';

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
  const extent = extentOf(facts, part);
  return facts.blocks.some(
    ({ span, inline: { text } }) => holds(extent, span) && wordings.some((says) => says(text)),
  );
}

/** "Meets all of the requirements of …", "includes the requirements above": said in words that name no level for sure. */
const takesOver: Wording = (text) =>
  /requirements|qualifications/i.test(text) &&
  /\b(?:all|same|meets?|includ(?:es|ing)|addition|extend(?:s|ing)|base|above)\b[^.]{0,80}\b(?:requirements|qualifications)\b/i.test(
    text,
  );

/** True where the level's own requirements have it, or those of a level that it extends; and where that level is not on this page. */
export function satisfied(
  facts: Facts,
  level: number,
  has: (part: Part) => boolean,
  seen: Set<number>,
): boolean {
  if (seen.has(level)) return false;
  seen.add(level);
  const { family } = facts;
  const own = family.parts.filter((part) => part.level === level && part.kind === 'requirements');
  if (own.some(has)) return true;
  const also = (indexes: readonly number[]) => indexes.some((index) => satisfied(facts, index, has, seen));
  const extensions = family.extensions.filter((extension) => extension.level === level);
  if (extensions.length === 0) {
    const earlier = family.levels.map(({ index }) => index).filter((index) => index < level);
    return own.some((part) => hasWording(facts, part, [takesOver])) && also(earlier);
  }
  return extensions.some(({ targets }) => {
    if (targets.length === 0) return also([level - 1]);
    const extended = family.levels.filter(
      ({ name, index }) => index !== level && targets.some((target) => isSameRole(name, target.name)),
    );
    return extended.length === 0 || also(extended.map(({ index }) => index));
  });
}

function isSameRole(a: RoleName, b: RoleName): boolean {
  const relation = compareRoles(a, b);
  return relation === 'same' || relation === 'variant' || relation === 'abridged';
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
