import type { Document, Section } from '../markdown/document.ts';
import type { Mention, PartKind } from './facts.ts';
import { headingKind } from './heading-kind.ts';
import { mentionAt } from './mention.ts';
import { looksLikeRole } from './role-name.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What one heading may be, before the evidence is weighed. */
export interface OutlineEntry {
  readonly section: Section;
  /** What the heading says it holds; `other` for role names and everything unknown. */
  readonly kind: PartKind;
  /** The role before the kind's words, or null. */
  readonly subject: Mention | null;
  /** True where the heading itself could be a level's name. */
  readonly roleLike: boolean;
}

/** Reads all headings of the page in order; section 0 is left out. */
export function outlineOf(document: Document, vocabulary: Vocabulary): readonly OutlineEntry[] {
  return document.sections.slice(1).map((section): OutlineEntry => {
    const found = headingKind(section.title);
    if (found === null) {
      return { section, kind: 'other', subject: null, roleLike: couldName(section.title, vocabulary) };
    }
    const [start, end] = found.subject;
    const subject =
      end > start && looksLikeRole(section.title.slice(start, end), vocabulary)
        ? mentionAt(document, section.inline, { start, end }, vocabulary)
        : null;
    return { section, kind: found.kind, subject, roleLike: false };
  });
}

/** True where a heading could be a role's name: no question, no description of one, and capitalised like a name. */
function couldName(title: string, vocabulary: Vocabulary): boolean {
  if (title.length > 110 || /[?!]$|\b(?:descriptions?|overview|summary|interview)$/i.test(title.trim()))
    return false;
  const words = title.replace(/\([^()]*\)/g, ' ').split(/[\s/]+/);
  const lower = words.filter((word) => /^\p{Ll}{3,}/u.test(word) && !small.has(word));
  return (
    lower.length <= 1 &&
    !/\b(?:you|your|we|our|with|what|how|why|projects)\b/i.test(title) &&
    looksLikeRole(title, vocabulary)
  );
}

const small = new Set([
  'and',
  'the',
  'for',
  'roles',
  'role',
  'level',
  'manager',
  'engineer',
  'director',
  'analyst',
  'senior',
]);

/** Parts that speak for the whole family when they stand at the depth of a level or above. */
export function isFamilyWide(kind: PartKind): boolean {
  return familyWide.has(kind);
}

const familyWide: ReadonlySet<PartKind> = new Set([
  'indicators',
  'career-ladder',
  'hiring-process',
  'levels',
  'specialties',
  'segments',
]);
