import { compareRoles } from '../../src/model/compare-roles.ts';
import type { Part, RoleName } from '../../src/model/facts.ts';
import type { Edit } from '../../src/text/edit.ts';
import { memo } from '../../src/text/memo.ts';
import { lineBreakOf } from './_inline-markers.ts';
import { markerOf, type Text } from './_lines.ts';
import { extentOf, holds, type Outline, topItems } from './_parts.ts';

type Facts = Outline & Text;

/** A way to say something. */
export interface Wording {
  /** A word without which nothing matches; it is quickly looked for. */
  readonly sign: RegExp;
  readonly regExp: RegExp;
}

/** The words of a bullet in their order, with up to six others between two of them. */
export const wordingOf = memo((bullet): Wording => {
  const words = bullet.match(/[\p{L}\p{N}]+/gu) ?? [];
  const between = '(?:[^\\p{L}\\p{N}.;]+[\\p{L}\\p{N}]+){0,6}?[^\\p{L}\\p{N}.;]+';
  const wholeWords = words.map((word) => `${word}(?![\\p{L}\\p{N}])`);
  return {
    sign: new RegExp(words[0] ?? '', 'iu'),
    regExp: new RegExp(`(?<![\\p{L}\\p{N}])${wholeWords.join(between)}`, 'iu'),
  };
}, 1000);

export function hasWording(facts: Facts, part: Part, wordings: readonly Wording[]): boolean {
  const extent = extentOf(facts, part);
  return facts.blocks.some(
    ({ span, inline: { text } }) =>
      holds(extent, span) && wordings.some(({ sign, regExp }) => sign.test(text) && regExp.test(text)),
  );
}

/** "Meets all of the requirements of …", "includes the requirements above": said in words that name no level for sure. */
const takesOver: Wording = {
  sign: /requirements|qualifications/i,
  regExp:
    /\b(?:all|same|meets?|includ(?:es|ing)|addition|extend(?:s|ing)|base|above)\b[^.]{0,80}\b(?:requirements|qualifications)\b/i,
};

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
