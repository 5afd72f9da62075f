import type { PageFacts } from '../../src/lint/rule.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import type { Span } from '../../src/text/span.ts';

/** A sentence that takes over what another level has, in a section of another kind. */
export interface TakenPart {
  /** The word that names what is taken over. */
  readonly span: Span;
  readonly noun: string;
  /** What the section holds that the sentence stands in. */
  readonly kind: 'responsibilities' | 'requirements';
  readonly heading: string;
  /** Title of the level, or empty. */
  readonly level: string;
}

/** Words that take something over, up to the noun that says what. */
const openings: readonly RegExp[] = [
  /\bextends?\s(?:[^;:]{0,120}\s)?(?=(?:responsib|requirem)\w+\W{0,3}(?:$|plus\b|but\b|with\b))/i,
  /\bsame\s+(?:job\s+)?(?=(?:responsib|requirem)\w+\s+(?:as|of|for|outlined|listed|described)\b)/i,
  /(?:^\W*|\bincludes\s+)[Aa]ll\s+(?:of\s+)?(?:the\s+)?(?=(?:responsib|requirem)\w+\s+(?:of|for|from)\s+(?:an?\s+|the\s+)?(?:[A-Z]|previous\b))/,
];

/** At most one a paragraph or bullet, and none where it names both kinds. */
export function* takenParts({
  family,
  sections,
  blocks,
  path,
}: Pick<PageFacts, 'family' | 'sections' | 'blocks' | 'path'>): Generator<TakenPart> {
  const kinds = new Map(family.parts.map((part) => [part.section, part]));
  for (const { section, inline } of blocks) {
    const part = kinds.get(section);
    const kind = part?.kind;
    const { text } = inline;
    if ((kind !== 'responsibilities' && kind !== 'requirements') || text.length > 400) continue;
    if (/\bresponsib\w+/i.test(text) === /\brequirem\w+/i.test(text)) continue;
    const opening = openings.map((form) => form.exec(text)).find((match) => match !== null);
    if (opening == null) continue;
    const start = opening.index + opening[0].length;
    const noun = /^\w+/.exec(text.slice(start))?.[0] ?? '';
    if (noun.toLowerCase().slice(0, 3) === kind.slice(0, 3)) continue;
    const level = part?.level == null ? '' : (family.levels[part.level]?.title ?? '');
    const span = sourceSpan(inline, path, start, start + noun.length);
    yield { span, noun, kind, heading: sections[section]?.title ?? '', level };
  }
}
