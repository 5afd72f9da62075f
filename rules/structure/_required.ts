import type { PageFacts } from '../../src/lint/rule.ts';
import type { Level } from '../../src/model/facts.ts';
import type { Span } from '../../src/text/span.ts';
import { holds, kindOfName, type Outline } from './_parts.ts';

/** Sections that are of the name's kind, or are called so or by a synonym, with or without words in front. */
export function sectionsNamed(
  { sections, family }: Outline,
  name: string,
  synonyms: readonly string[],
): Set<number> {
  const kind = kindOfName(name);
  const names = [name, ...synonyms].map((one) => one.toLowerCase());
  const found = family.parts
    .filter((part) => kind !== null && part.kind === kind)
    .map(({ section }) => section);
  const called = sections.filter(({ title }) =>
    names.some((one) => ` ${title.toLowerCase().trim()}`.endsWith(` ${one}`)),
  );
  return new Set([...found, ...called.map(({ index }) => index)]);
}

/** The heading over a level's grade, where it is another than the level's own and does not say that it is about the grade. */
export function misnamedGrade({ sections, family }: Outline, level: Level): Span | null {
  const grade = family.grades.find((one) => one.level === level.index && one.where === 'sentence');
  if (grade === undefined) return null;
  const around = sections.findLast(
    ({ depth, headingSpan }) => depth > 0 && headingSpan.start <= grade.span.start,
  );
  if (around === undefined || around.index === level.section || around.headingSpan.start < level.extent.start)
    return null;
  return family.parts.some(({ section, kind }) => section === around.index && kind === 'other')
    ? around.titleSpan
    : null;
}

/** True where the level extends another, or its text speaks of the section ("has the same requirements as", "to be defined"). */
export function explains(
  { family, blocks }: Outline & Pick<PageFacts, 'blocks'>,
  { index, extent }: Level,
  name: string,
): boolean {
  if (family.extensions.some(({ level }) => level === index)) return true;
  const word = name.toLowerCase().slice(0, 10);
  return blocks.some(
    ({ span, kind, inline }) =>
      kind === 'paragraph' && holds(extent, span) && inline.text.toLowerCase().includes(word),
  );
}
