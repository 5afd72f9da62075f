import { documentRule } from '../../src/lint/rule.ts';
import type { Section } from '../../src/markdown/document.ts';
import type { Level, PartKind } from '../../src/model/facts.ts';
import { headingKind } from '../../src/model/heading-kind.ts';
import { textKey } from '../../src/text/key.ts';
import { sameWords, shown } from './_same-words.ts';

export const rule = documentRule({
  id: 'duplicate/heading',
  summary: 'The same heading twice under one heading.',
  details:
    'Compares headings of one depth that stand under the same heading, leaving case and punctuation aside. Sections that each level has ' +
    'for itself ("Responsibilities") may repeat where a role begins between them; if their depth is wrong, `level/depth` says so. ' +
    'Links to a heading that stands twice always lead to the first.',
  needs: ['sections', 'family'],
  options: {},
  messages: {
    repeated: {
      what: 'The heading "{title}" stands here for the second time.',
      why: 'Readers find two places for one thing, and a link to the heading only ever leads to the first.',
      how: 'Bring both sections together, or give this one the heading that was meant.',
    },
  },
  tellsRepetition: true,
  yieldsTo: ['level/label', 'level/depth', 'level/duplicate'],
  examples: {
    wrong: [
      {
        caption: 'A section of the whole family that stands twice.',
        text: '## Glazier\n\nThe Glazier is a grade 5.\n\n## Hiring Process\n\nTwo talks.\n\n## Career Ladder\n\nHead Glazier is next.\n\n⟦## Hiring process:⟧\n\nThree talks.\n',
      },
      {
        caption: 'A section that was begun twice.',
        text: '## Glazier\n\nThe Glazier is a grade 5.\n\n### Requirements\n\n- Steady hands\n\n⟦### Requirements⟧\n\n- A head for heights\n',
      },
    ],
    right: [
      {
        caption: 'Parts of different levels have headings of one name.',
        text: '## Glazier\n\nThe Glazier is a grade 5.\n\n### Requirements\n\n- Steady hands\n\n## Senior Glazier\n\nThe Senior Glazier is a grade 6.\n\n### Requirements\n\n- Steady mind\n',
      },
      {
        caption: 'Each level has its own sections, even where they stand at the depth of the level.',
        text: '## Glazier\n\nThe Glazier is a grade 5.\n\n## Requirements\n\n- Steady hands\n\n## Senior Glazier\n\nThe Senior Glazier is a grade 6.\n\n## Requirements\n\n- Steady mind\n',
      },
    ],
  },
  *check({ sections, family }) {
    if (!family.isFamily) return;
    const siblings = new Map<string, Section[]>();
    for (const section of sections) {
      if (section.depth === 0) continue;
      const address = `${section.parent} ${section.depth}`;
      const group = siblings.get(address);
      if (group) group.push(section);
      else siblings.set(address, [section]);
    }
    for (const group of siblings.values()) {
      const before = new Map<string, Section>();
      // Number of headings so far that begin a role or a topic of its own.
      let topics = 0;
      const topicsAt = new Map<Section, number>();
      for (const section of group) {
        const words = sameWords(section.title);
        if (words === '') continue;
        const kind = headingKind(section.title)?.kind ?? null;
        const other = before.get(words);
        if (
          other !== undefined &&
          (kind === null || topics === topicsAt.get(other)) &&
          !isPerLevel(kind, other, section, family.levels)
        ) {
          yield {
            message: 'repeated',
            span: section.headingSpan,
            key: textKey(section.title),
            data: { title: shown(section.title) },
            related: [{ span: other.headingSpan, message: 'It stands here first.' }],
          };
        }
        if (kind === null) topics += 1;
        if (other === undefined || kind !== null) before.set(words, section);
        topicsAt.set(section, topics);
      }
    }
  },
});

const ofLevels: ReadonlySet<PartKind | null> = new Set([
  'grade',
  'responsibilities',
  'requirements',
  'nice-to-have',
]);

/** A level's own section that stands too high: a level begins, deeper, between the two. */
function isPerLevel(
  kind: PartKind | null,
  first: Section,
  second: Section,
  levels: readonly Level[],
): boolean {
  if (!ofLevels.has(kind)) return false;
  const { end } = first.headingSpan;
  return levels.some(({ titleSpan }) => end <= titleSpan.start && titleSpan.start < second.headingSpan.start);
}
