import type { PageFacts } from '../../src/lint/rule.ts';
import type { ListItem } from '../../src/markdown/document.ts';
import type { FamilyFacts, Part, PartKind } from '../../src/model/facts.ts';
import { headingKind } from '../../src/model/heading-kind.ts';
import { recent } from '../../src/text/recent.ts';
import type { Span } from '../../src/text/span.ts';
import { startingIn } from '../../src/text/starting-in.ts';

export type Outline = Pick<PageFacts, 'path' | 'text' | 'sections' | 'items' | 'family' | 'masks'>;

const usualKinds: ReadonlySet<PartKind> = new Set([
  'grade',
  'responsibilities',
  'requirements',
  'indicators',
  'career-ladder',
  'hiring-process',
]);

/** The kind that a section of this name is of, or null where the name is none the model knows. */
export function kindOfName(name: string): PartKind | null {
  return headingKind(name)?.kind ?? null;
}

/**
 * What a part holds: from its heading to the next heading that is a level's or says what else it is for, however deep, because
 * real pages nest levels under sections that are not theirs.
 */
export function extentOf({ sections, family, path }: Outline, { section }: Pick<Part, 'section'>): Span {
  const own = sections[section];
  const start = own?.headingSpan.start ?? 0;
  const known = namedSections(family);
  let next = section + 1;
  while (next < sections.length && !known.has(next) && (sections[next]?.depth ?? 0) > (own?.depth ?? 0))
    next += 1;
  return { page: path, start, end: sections[next]?.headingSpan.start ?? own?.span.end ?? start };
}

/** Sections that are a level's, or say what they are for. */
const namedSections = recent(
  (family: FamilyFacts): ReadonlySet<number> =>
    new Set([
      ...family.levels.map((level) => level.section),
      ...family.parts.filter(({ kind }) => kind !== 'other').map((part) => part.section),
    ]),
);

export function holds(extent: Span, { start }: Span): boolean {
  return start >= extent.start && start < extent.end;
}

/** Parts for everybody: those of the family, or of a page that is one role, but not what stands under its specialties. */
export function commonParts({ sections, family }: Outline): readonly Part[] {
  const pageLevels = new Set(family.levels.filter(({ kind }) => kind === 'page').map(({ index }) => index));
  const narrow = new Set(
    family.parts
      .filter(({ kind }) => kind === 'specialties' || kind === 'segments')
      .map(({ section }) => section),
  );
  const isNarrow = (index: number): boolean => {
    for (let at = sections[index]?.parent ?? 0; at > 0; at = sections[at]?.parent ?? 0)
      if (narrow.has(at)) return true;
    return false;
  };
  return family.parts.filter(
    ({ level, section }) => (level === null || pageLevels.has(level)) && !isNarrow(section),
  );
}

/** Where findings on the page as a whole stand: the opening of the front matter or, without one, the first heading. */
export function headOf({ path, frontMatter, sections }: Outline & Pick<PageFacts, 'frontMatter'>): Span {
  if (frontMatter === null)
    return (sections[1] ?? sections[0])?.headingSpan ?? { page: path, start: 0, end: 0 };
  const { start } = frontMatter.span;
  return { page: path, start, end: start + 3 };
}

/** True where template code brings text of its own into the page, which nobody can see here. */
export function hasIncludes({ masks, text }: Pick<Outline, 'text' | 'masks'>): boolean {
  return masks.some(
    ({ kind, span }) =>
      (kind === 'erb' || kind === 'shortcode') &&
      /\b(?:partial|include|render|snippet|embed|readfile)\b/i.test(
        text.slice(span.start, Math.min(span.end, span.start + 200)),
      ),
  );
}

/** List items of the outermost level inside an extent. */
export function topItems({ items }: Outline, extent: Span): readonly ListItem[] {
  return startingIn(items, extent).filter(({ parent }) => parent === null);
}

/** True where a page surely describes a job: it states a grade, or has three of the usual parts. */
export function isJob({ family }: Pick<Outline, 'family'>): boolean {
  const usual = new Set(family.parts.map(({ kind }) => kind).filter((kind) => usualKinds.has(kind)));
  return family.isFamily && (family.grades.length > 0 || usual.size > 2);
}
