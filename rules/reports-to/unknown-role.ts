import { corpusRule, nothingElse, type Suggestion } from '../../src/lint/rule.ts';
import { comparedWords } from '../../src/model/compare-roles.ts';
import type { Mention } from '../../src/model/facts.ts';
import { clearlyNearest, type Near } from '../../src/site/graph/nearest-roles.ts';
import { corpusOf } from '../../src/site/graph/reporting-graph.ts';
import type { NamedRoles, RoleIndex } from '../../src/site/graph/role-index.ts';
import type { RoleNode } from '../../src/site/graph-facts.ts';
import { textKey } from '../../src/text/key.ts';
import { slice } from '../../src/text/span.ts';

export const rule = corpusRule({
  id: 'reports-to/unknown-role',
  summary: 'The manager is named without a link, and no level of the handbook bears that name.',
  details:
    'Many handbooks do not describe every role, so a manager who has no page is no finding in itself. Found are names that differ from ' +
    'the name of one level by a slip of the pen ("Manger, Locks"), where no other level is as near. With `missing: true`, all managers ' +
    'whose name no level bears are told, once the pages describe enough job families.',
  needs: ['text', 'sections', 'links', 'family'],
  options: {
    missing: {
      type: 'boolean',
      description: 'Whether to tell also where no level has a name like it.',
      default: false,
    },
    families: {
      type: 'integer',
      minimum: 1,
      description: 'With `missing`: how many pages with job families there must be at least.',
      default: 5,
    },
  },
  messages: {
    near: {
      what: 'No level is called "{name}", but there is "{nearest}".',
      why: 'Readers, and links to be set later, do not find the manager under this name.',
      how: 'If that one is meant, write its name as it stands in {path}.',
    },
    missing: {
      what: 'No level is called "{name}".',
      why: 'Readers cannot look up who the manager is.',
      how: 'Check the name, or describe the role in a job family.',
    },
  },
  yieldsTo: ['reports-to/malformed', 'level/misspelled', 'language/misspelled'],
  examples: {
    wrong: [
      {
        caption: 'A letter is missing.',
        text:
          '---\ntitle: Locks\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the ⟦Manger, Locks⟧.\n\n' +
          '### Manager, Locks\n\nThe Manager, Locks is a grade 8.\n',
        messages: ['near'],
      },
      {
        caption: 'A role without a page, where the option asks for it.',
        text: '---\ntitle: Locks\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the ⟦Harbour Master⟧.\n',
        options: { families: 1, missing: true },
        messages: ['missing'],
      },
    ],
    right: [
      {
        caption: 'Another word order, a short form, and a role that no page describes.',
        text:
          '---\ntitle: Locks\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the Locks Manager.\n\n### Senior Lock Keeper\n\nThe Senior Lock Keeper reports to the Manager.\n\n' +
          '### Manager, Locks\n\nThe Manager, Locks reports to the Director of Bridges.\n',
      },
      {
        caption: 'Two levels are equally near, so nobody can tell which one is meant.',
        text:
          '---\ntitle: Locks\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the Manager, Bride Gates.\n\n' +
          '### Manager, Bridge Gates\n\nThe Manager, Bridge Gates is a grade 8.\n\n### Manager, Brine Gates\n\nThe Manager, Brine Gates is a grade 8.\n',
      },
    ],
  },
  look: nothingElse,
  *check({ pages, site }, { missing, families }) {
    const { graph, index, roles } = corpusOf(pages, site);
    for (const { line, manager, to, path, from } of graph.edges) {
      if (line.broken !== null || manager.link !== null || isKnown(manager, to, index)) continue;
      const near = clearlyNearest(index.nearest(manager.name));
      const meant = near !== null && isMistyped(manager, near, index) ? near.named.nodes[0] : undefined;
      const text = roles.pages.get(path)?.text ?? '';
      if (meant === undefined && (!missing || to !== null || roles.pages.size < families)) continue;
      yield {
        message: meant === undefined ? 'missing' : 'near',
        span: manager.span,
        key: `${textKey(from[0]?.level.title ?? '')}/${textKey(manager.name.text)}`,
        data: { name: manager.name.text, nearest: meant?.level.title ?? '', path: meant?.path ?? '' },
        ...(meant !== undefined && suggestionsFor(manager, meant, text)),
      };
    }
  },
});

/** Where all words of the manager's name stand in names of levels, the slip is rather in the level that is near. */
function isMistyped({ name }: Mention, near: Near<NamedRoles>, index: RoleIndex): boolean {
  return near.distance < 0.8 && comparedWords(name).some((word) => !index.hasWord(word));
}

/** Bare rungs ("the Director") can mean anybody. */
function isKnown({ name }: Mention, to: RoleNode | null, index: RoleIndex): boolean {
  if (name.discipline.length + name.specialty.length === 0) return true;
  if (index.same(name).length > 0 || index.spelled(name).length > 0) return true;
  // Found by more than a slip: an acronym written out.
  return to !== null && index.nearest(name).every(({ distance }) => distance >= 0.8);
}

function suggestionsFor(
  { span }: Mention,
  { level }: RoleNode,
  text: string,
): { suggestions: readonly Suggestion[] } | undefined {
  const isPlain = (words: string): boolean => /^[\p{L}\p{N} ,&'’()-]+$/u.test(words);
  if (!isPlain(slice(text, span)) || !isPlain(level.title) || level.name.text !== level.title) return;
  return { suggestions: [{ title: `Write "${level.title}"`, edits: [{ span, text: level.title }] }] };
}
