import type { Document, InlineText } from '../markdown/document.ts';
import { sourceSpan } from '../markdown/inline-text.ts';
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

/** Index of the link (images apart) whose text holds the offset, or null. */
export function linkAt(document: Document, offset: number): number | null {
  for (const link of document.links) {
    if (link.kind !== 'image' && link.span.start <= offset && offset < link.span.end) return link.index;
  }
  return null;
}
