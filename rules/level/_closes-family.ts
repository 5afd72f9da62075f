import { type Heading, isClosing, isCore } from './_outline.ts';

/** True where a section under the last of several levels speaks for the whole family: no other level has one, and it ends the level. */
export function closesFamily(
  { headings, levels }: { readonly headings: readonly Heading[]; readonly levels: readonly Heading[] },
  heading: Heading,
  outer: Heading,
): boolean {
  if (levels.length < 2 || levels.at(-1) !== outer || laterSisters(heading).some(({ kind }) => isCore(kind)))
    return false;
  const others = headings.filter(
    ({ part }) => part !== null && part.level !== null && part.level !== outer.level?.index,
  );
  const alone = ({ kind }: Heading) => isClosing(kind) && !others.some((other) => other.kind === kind);
  if (!alone(heading)) return false;
  // A ladder or indicators alone may well be this level's own; a hiring process beside them is not.
  const kinds = new Set(outer.children.filter(alone).map(({ kind }) => kind));
  const core = outer.children.filter(({ kind }) => isCore(kind));
  const apart = core.length > 0 && core.every(({ section }) => section.depth > heading.section.depth);
  return kinds.has('hiring-process') || kinds.size > 1 || apart;
}

/** The headings of the same depth behind one, under the same heading. */
export function laterSisters(heading: Heading): readonly Heading[] {
  const sisters = heading.parent?.children ?? [];
  return sisters.slice(sisters.indexOf(heading) + 1);
}
