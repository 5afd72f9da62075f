import type { Document, InlineText } from '../markdown/document.ts';
import { sourceSpan } from '../markdown/inline-text.ts';
import { countBelow } from '../text/count-below.ts';
import type { Mention } from './facts.ts';
import { parseRoleName } from './role-name.ts';
import type { RolePhrase } from './role-phrase.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Makes a mention of the words at `phrase`, which are offsets into `inline.text`; finds the link that carries them. */
export function mentionAt(
  document: Document,
  inline: InlineText,
  phrase: RolePhrase,
  vocabulary: Vocabulary,
): Mention {
  const span = sourceSpan(inline, document.path, phrase.start, phrase.end);
  const link = linkAt(document, span.start);
  return { name: parseRoleName(inline.text.slice(phrase.start, phrase.end), vocabulary), span, link };
}

/** Index of the link (images apart) that holds the offset, or null. */
export function linkAt(document: Document, offset: number): number | null {
  return linkIn(document, offset, offset + 1);
}

/** Index of the last link (images apart) that shares a unit with the stretch, or null. */
export function linkIn(document: Document, start: number, end: number): number | null {
  const { links } = document;
  const before = countBelow(links, end, ({ span }) => span.start);
  // Links stand in the order of the text, and only images stand inside another link.
  for (let at = before - 1; at >= 0; at -= 1) {
    const link = links[at];
    if (link !== undefined && link.kind !== 'image') return link.span.end > start ? link.index : null;
  }
  return null;
}
