import type { Block } from '../../src/markdown/document.ts';
import { sourceSpan } from '../../src/markdown/inline-text.ts';
import type { FamilyFacts, Level, Mention } from '../../src/model/facts.ts';
import { misnaming } from '../../src/model/misnaming.ts';
import { parseRoleName } from '../../src/model/role-name.ts';
import { readRolePhrase } from '../../src/model/role-phrase.ts';
import { defaultVocabulary } from '../../src/model/vocabulary.ts';

/** A level whose text begins with another name: "The VP of Ships will lead" under "VP, Harbours". */
export interface Opening {
  readonly level: Level;
  readonly mention: Mention;
}

/** What such a sentence goes on with; managers, grades and extensions are judged by rules of their own. */
const verb =
  /^\s+(?:(?:role|position|job)\s+)?(?:is\s+(?!(?:an?\s+|at\s+)?\[?(?:job\s+)?grade)|will\s+(?!report)|has\s|must\s|should\s|(?!is\s|reports\s|extends\s)\p{Ll}{2,}s\s)/u;

/** At most one a level: in the first paragraph under its heading, or at the top of a page that is one level. */
export function* openings(
  { levels }: FamilyFacts,
  blocks: readonly Block[],
  page: string,
): Generator<Opening> {
  const first = new Map<number, Block>();
  for (const block of blocks) if (!first.has(block.section)) first.set(block.section, block);
  for (const level of levels) {
    const block =
      level.kind === 'specialty' ? undefined : first.get(level.kind === 'page' ? 0 : level.section);
    if (block === undefined || block.kind !== 'paragraph' || block.item !== null) continue;
    const { text } = block.inline;
    const phrase = /^The\s/.test(text) ? readRolePhrase(text, 0, defaultVocabulary) : null;
    if (phrase === null || !verb.test(text.slice(phrase.end, phrase.end + 60))) continue;
    const name = parseRoleName(text.slice(phrase.start, phrase.end), defaultVocabulary);
    if (misnaming(name, level, levels) === null || /\s\p{Ll}+$/u.test(name.text)) continue;
    const span = sourceSpan(block.inline, page, phrase.start, phrase.end);
    yield { level, mention: { name, span, link: null } };
  }
}
