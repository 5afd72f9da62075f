import { documentRule } from '../../src/lint/rule.ts';
import type { ListItem, Section } from '../../src/markdown/document.ts';
import type { Level, PartKind } from '../../src/model/facts.ts';
import { textKey } from '../../src/text/key.ts';
import { SpanSet } from '../../src/text/span-set.ts';
import { inheritsFrom, type Owned } from './_inheritance.ts';
import { isOnlyLink, linksIn, targets, wordsOf } from './_items.ts';
import { sameWords, shown } from './_same-words.ts';

export const rule = documentRule({
  id: 'duplicate/inherited',
  summary: 'A bullet that a more junior level, or the list for all levels, already has.',
  details:
    'A level has what the more junior levels of the same work have, and what the family lists for all levels, so such bullets need not ' +
    'come again. Compared are responsibilities, requirements and the like, leaving case, punctuation and link targets aside (but for bullets that are only a link); the hiring ' +
    'process, the career ladder and performance indicators are not. Senior individuals and managers stand side by side, so neither inherits ' +
    'from the other, and specialties may say again what their level says.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'template-1-additional-details',
    sentence: 'Do not repeat the junior requirement list for more senior levels',
  },
  needs: ['text', 'sections', 'items', 'links', 'family'],
  options: {
    except: {
      type: 'array',
      description: 'Bullets that every level may say again. Compared by their words alone.',
      items: { type: 'string' },
      default: ['Ability to use GitLab'],
    },
  },
  messages: {
    junior: {
      what: '"{words}" stands under the more junior "{junior}" already.',
      why: 'What is new at this level is lost among what it shares, and the two drift apart when only one is changed.',
      how: 'Remove the bullet here, and say that this level extends "{junior}".',
    },
    common: {
      what: '"{words}" stands in the list for all levels already.',
      why: 'What is new at this level is lost among what all share, and the two drift apart when only one is changed.',
      how: 'Remove the bullet here.',
    },
  },
  tellsRepetition: true,
  yieldsTo: ['duplicate/list-item', 'duplicate/phrase'],
  examples: {
    wrong: [
      {
        caption: 'A bullet of the level below, and one of the list for all levels.',
        text: '## Requirements\n\n- Able to swim in cold water\n\n## Levels\n\n### Deckhand\n\nThe Deckhand is a grade 4.\n\n#### Requirements\n\n- Knows the usual knots.\n\n### Senior Deckhand\n\nThe Senior Deckhand is a grade 5.\n\n#### Requirements\n\n- ⟦Knows the usual [knots](/knots/)⟧\n- ⟦Able to swim in cold water⟧\n- Splices rope\n',
        messages: ['junior', 'common'],
      },
      {
        caption:
          'The list in a section of the same work before the levels; and a role whose grade is the higher one.',
        text: '## Deckhand\n\n### Requirements\n\n- Able to swim in cold water\n\n## Deckhand (Intermediate)\n\nThe Deckhand is a grade 4.\n\n### Requirements\n\n- ⟦Able to swim in cold water⟧\n- Knows the usual knots\n\n## Deck Watch Manager\n\nThe Deck Watch Manager is a grade 6.\n\n### Requirements\n\n- Keeps the night watch\n\n## Senior Deck Watch Analyst\n\nThe Senior Deck Watch Analyst is a grade 7.\n\n### Requirements\n\n- ⟦Keeps the night watch⟧\n',
        messages: ['common', 'junior'],
      },
      {
        caption: 'Other bullets may be allowed to come again.',
        text: '## Deckhand\n\nThe Deckhand is a grade 4.\n\n### Requirements\n\n- Ability to use GitLab\n- Owns a life vest\n\n## Senior Deckhand\n\nThe Senior Deckhand is a grade 5.\n\n### Requirements\n\n- ⟦Ability to use GitLab⟧\n- Owns a life vest\n',
        options: { except: ['Owns a life vest'] },
        messages: ['junior'],
      },
    ],
    right: [
      {
        caption: 'Roles of other work, and the steps of hiring.',
        text: '## Deckhand\n\nThe Deckhand is a grade 4.\n\n### Requirements\n\n- Knows the usual knots\n\n### Hiring Process\n\n- A talk with the Captain\n\n## Senior Cook\n\nThe Senior Cook is a grade 5.\n\n### Requirements\n\n- Knows the usual knots\n\n### Hiring Process\n\n- A talk with the Captain\n',
      },
      {
        caption: 'Two links of the same words that lead to different pages.',
        text: '## Deckhand\n\nThe Deckhand is a grade 4.\n\n### Responsibilities\n\n- [On every single watch](/watches/deck/)\n\n## Senior Deckhand\n\nThe Senior Deckhand is a grade 5.\n\n### Responsibilities\n\n- [On every single watch](/watches/bridge/)\n',
      },
      {
        caption: 'One who manages operations and one who manages people, of one grade.',
        text: '## Bridge Operations Manager\n\nThe Bridge Operations Manager is a grade 8.\n\n### Requirements\n\n- Knows the whole ship\n\n## Manager, Bridge\n\nThe Manager, Bridge is a grade 8.\n\n### Requirements\n\n- Knows the whole ship\n\n## Deckhand, Bridge\n\nThe Deckhand, Bridge is a grade 4.\n',
      },
      {
        caption: 'Staff and managers stand side by side.',
        text: '## Staff Deckhand\n\nThe Staff Deckhand is a grade 7.\n\n### Responsibilities\n\n- Trains the whole crew\n\n## Manager, Deckhands\n\nThe Manager, Deckhands is a grade 8.\n\n### Responsibilities\n\n- Trains the whole crew\n',
      },
    ],
  },
  *check({ text, sections, items, links, family }, { except }) {
    if (!family.isFamily) return;
    const allowed = new Set(except.map(sameWords));
    const parents = new Set(items.map(({ parent }) => parent));
    const extended = new SpanSet(family.extensions.map(({ span }) => span));
    const kinds = new Map(family.parts.map(({ section, kind }) => [section, kind]));
    const levels = levelsOf(sections, family.levels);
    // For each bullet's words, the last bullet of each level that has them.
    const seen = new Map<string, Map<Level | null, ListItem>>();
    for (const item of items) {
      const words = sameWords(item.text);
      // One or two words, such as "Good judgement", are too common to be a copy.
      if (words.split(' ').length < 3 || item.text.trimEnd().endsWith(':') || allowed.has(words)) continue;
      if (parents.has(item.index) || extended.overlaps(item.textSpan) || !mayInherit(kinds.get(item.section)))
        continue;
      const level = levels[item.section] ?? null;
      const own = linksIn(item.textSpan, links);
      const said = isOnlyLink(item, own) ? `${words} ${targets(own)}` : words;
      const earlier = seen.get(said) ?? new Map<Level | null, ListItem>();
      const owned = Array.from(earlier, ([owner, other]): Owned => ({ level: owner, item: other }));
      const from = level && owned.findLast((other) => inheritsFrom(level, other, family, sections, kinds));
      seen.set(said, earlier.set(level, item));
      if (level === null || !from) continue;
      const finding = {
        span: wordsOf(item, text),
        key: `${textKey(level.title)}/${textKey(item.text)}`,
        related: [{ span: wordsOf(from.item, text), message: 'It stands here first.' }],
      };
      if (from.level === null) yield { ...finding, message: 'common', data: { words: shown(item.text) } };
      else
        yield { ...finding, message: 'junior', data: { words: shown(item.text), junior: from.level.title } };
    }
  },
});

const mayInherit = (kind: PartKind | undefined): boolean =>
  kind === undefined || ['responsibilities', 'requirements', 'nice-to-have', 'other'].includes(kind);

/** For each section, the innermost level whose extent holds its heading, or null. */
function levelsOf(sections: readonly Section[], levels: readonly Level[]): (Level | null)[] {
  return sections.map(({ headingSpan: { start } }) => {
    const at = levels.findLast(({ extent }) => extent.start <= start && start < extent.end);
    return at ?? null;
  });
}
