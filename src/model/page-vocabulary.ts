import type { Document } from '../markdown/document.ts';
import { looksLikeRole } from './role-name.ts';
import { singular } from './role-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A sentence that gives somebody a manager or a grade: "The Stall Keeper reports to", "Stall Keeper is a [grade 3]". */
const statement =
  /(?:^|[.\n])\s{0,60}(?:The\s+)?((?:\p{Lu}[\p{L}\p{N}&'’-]*[\s,/]{1,2}){1,8})(?:reports?\s+(?:directly\s+)?(?:in)?to\b|is\s+an?\s+\[?(?:job\s+)?grade\b)/gu;

/**
 * The vocabulary, widened by the occupations that the page itself shows: where a sentence says that "The Stall Keeper reports to …" and a
 * heading is called "Stall Keeper" or "Senior Stall Keeper", a keeper is somebody.
 */
export function pageVocabulary(document: Document, vocabulary: Vocabulary): Vocabulary {
  const shown = new Set<string>();
  for (const match of document.masked.matchAll(statement)) {
    const name = match[1] ?? '';
    if (looksLikeRole(name, vocabulary)) continue;
    const last = name
      .trim()
      .split(/[\s,/]+/)
      .at(-1);
    if (last !== undefined && last.length > 3) shown.add(singular(last.toLowerCase()));
  }
  const heads = new Set(
    document.sections.flatMap(({ title }) => singular(title.trim().toLowerCase().split(/\s+/).at(-1) ?? '')),
  );
  const nouns = [...shown].filter((noun) => heads.has(noun) && !vocabulary.roleNouns.includes(noun));
  return nouns.length === 0 ? vocabulary : { ...vocabulary, roleNouns: [...vocabulary.roleNouns, ...nouns] };
}
