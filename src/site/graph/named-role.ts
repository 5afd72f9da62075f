import type { RoleName } from '../../model/facts.ts';
import { looksLikeRole, parseRoleName } from '../../model/role-name.ts';
import { readRolePhrase } from '../../model/role-phrase.ts';
import { defaultVocabulary } from '../../model/vocabulary.ts';

/** Words behind a role that say which part of its page is meant. */
const part =
  /(?<![\s:–—-])[\s:–—-]+(?:job\s+)?(?:roles?|positions?|famil(?:y|ies)|descriptions?|responsibilities|requirements|qualifications|expectations|duties|grades?|levels?|page|section)$/i;
const longest = 90;

/**
 * The role that a link's text names, perhaps with a part of its page ("Staff Product Analyst requirements"); null where the text says
 * more than that, names several roles, or only a rung.
 */
export function namedRole(text: string): RoleName | null {
  let words = text
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|an?)\s+|(?<![.,;:])[.,;:]+$/gi, '')
    .trim();
  if (words.length > longest || /[/@|]|\bor\b/i.test(words)) return null;
  while (part.test(words)) words = words.replace(part, '');
  const phrase = readRolePhrase(words, 0, defaultVocabulary);
  if (phrase === null || phrase.start > 0 || phrase.end < words.length || !/^\p{Lu}/u.test(words))
    return null;
  const name = parseRoleName(words, defaultVocabulary);
  return name.discipline.length > 0 && looksLikeRole(words, defaultVocabulary) ? name : null;
}
