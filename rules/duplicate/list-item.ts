import { documentRule } from '../../src/lint/rule.ts';
import type { ListItem } from '../../src/markdown/document.ts';
import { textKey } from '../../src/text/key.ts';
import { isOnlyLink, linksIn, targets, wordsOf } from './_items.ts';
import { sameWords, shown } from './_same-words.ts';
import { sectionsUnder } from './_sections.ts';

export const rule = documentRule({
  id: 'duplicate/list-item',
  summary: 'A bullet that stands in its list already.',
  details:
    'Two bullets of one list are the same where they differ in case, punctuation, spacing, emphasis or link targets alone. Bullets with ' +
    'different bullets under them are not the same, nor are two links with one text that lead to different pages. Steps of the hiring ' +
    'process may repeat: a candidate can have the same kind of interview twice. The fix removes the later one where it has nothing ' +
    'that the earlier lacks.',
  needs: ['text', 'sections', 'items', 'links', 'family'],
  options: {},
  messages: {
    repeated: {
      what: 'The bullet "{words}" stands in this list already.',
      why: 'A list that says the same twice reads as if it had been put together in haste.',
      how: 'Remove one of the two, or write what was meant here.',
    },
  },
  tellsRepetition: true,
  yieldsTo: ['duplicate/phrase'],
  examples: {
    wrong: [
      {
        caption: 'The same bullet twice but for case and the full stop.',
        text: '## Lock Keeper\n\nThe Lock Keeper is a grade 5.\n\n### Responsibilities\n\n- Open the gates\n- Log each boat.\n- ⟦open the Gates.⟧\n',
        fixed:
          '## Lock Keeper\n\nThe Lock Keeper is a grade 5.\n\n### Responsibilities\n\n- Open the gates\n- Log each boat.\n',
      },
      {
        caption: 'Only the later one has a link, so a person must choose.',
        text: '## Lock Keeper\n\nThe Lock Keeper is a grade 5.\n\n### Requirements\n\n* Knows the rules of the canal\n* ⟦Knows the [rules of the canal](/rules/)⟧\n',
      },
    ],
    right: [
      {
        caption: 'Steps of the hiring process may repeat.',
        text: '## Lock Keeper\n\nThe Lock Keeper is a grade 5.\n\n### Hiring Process\n\n- A talk with a Keeper\n- A talk with a Keeper\n',
      },
      {
        caption: 'Bullets with other bullets under them, and one name for two pages.',
        text: '## Lock Keeper\n\nThe Lock Keeper is a grade 5.\n\n### Requirements\n\n- Small boats\n  - Sail\n- Small boats\n  - Steam\n- [Canal map](/east/)\n- [Canal map](/west/)\n',
      },
    ],
  },
  *check({ text, sections, items, links, family, path }) {
    if (!family.isFamily) return;
    const parents = new Set(items.map((item) => item.parent));
    const first = new Map<string, ListItem>();
    const hiring = sectionsUnder('hiring-process', sections);
    for (const item of items) {
      const words = sameWords(item.text);
      // A word or two, such as "None", may be meant.
      if (words.length < 8 || hiring.has(item.section)) continue;
      const address = `${item.list} ${words}`;
      const other = first.get(address);
      if (other === undefined) {
        first.set(address, item);
        continue;
      }
      if (parents.has(item.index) || parents.has(other.index)) continue;
      const own = linksIn(item.textSpan, links);
      const others = linksIn(other.textSpan, links);
      const same = own.length === 0 || targets(own) === targets(others);
      if (!same && others.length > 0 && isOnlyLink(item, own)) continue;
      const lines = linesOf(item, text);
      yield {
        message: 'repeated',
        span: wordsOf(item, text),
        key: `${textKey(sections[item.section]?.title ?? '')}/${textKey(item.text)}`,
        data: { words: shown(item.text) },
        related: [{ span: wordsOf(other, text), message: 'It stands here first.' }],
        ...(same && lines !== null && { fix: [{ span: { page: path, ...lines }, text: '' }] }),
      };
    }
  },
});

/** The item's whole lines with the line break before them, or null where they hold anything else. */
function linesOf({ span }: ListItem, text: string): { start: number; end: number } | null {
  const words = text.slice(span.start, span.end);
  const end = span.start + words.trimEnd().length;
  let start = span.start;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start -= 1;
  const rest = /^[ \t]*(?=[\r\n]|$)/.exec(text.slice(end, end + 200));
  if (text.charAt(start - 1) !== '\n' || rest === null || words.includes('\n\n')) return null;
  start -= text.charAt(start - 2) === '\r' ? 2 : 1;
  return { start, end: end + rest[0].length };
}
