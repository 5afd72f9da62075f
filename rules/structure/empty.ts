import { documentRule } from '../../src/lint/rule.ts';
import type { Section } from '../../src/markdown/document.ts';
import { headingKind } from '../../src/model/heading-kind.ts';
import { textKey } from '../../src/text/key.ts';
import { SpanSet } from '../../src/text/span-set.ts';

export const rule = documentRule({
  id: 'structure/empty',
  summary: 'A heading with nothing under it.',
  details:
    'A heading must be followed by text, a list, a table, template code of the site or a deeper heading. A comment is not text. Where ' +
    'the next heading clearly was meant to stand under this one (a level after "Levels", "Job Grade" after a level), the depth is at ' +
    'fault and `level/depth` speaks; where both headings say the same, `duplicate/heading` does.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'template-1-additional-details',
    sentence: 'If there are no specialties remove the section.',
  },
  needs: ['masked', 'masks', 'sections', 'family'],
  options: {},
  messages: {
    empty: {
      what: 'There is nothing under the heading "{title}".',
      why: 'Readers who come to this heading, or follow a link to it, find nothing.',
      how: 'Write what belongs here, or remove the heading.',
    },
  },
  yieldsTo: ['level/depth', 'duplicate/heading', 'structure/placeholder'],
  examples: {
    wrong: [
      {
        caption: 'The next heading is no part of this one.',
        text: '⟦## Harbour Analysts⟧\n\n## Levels\n\n### Harbour Analyst\n\nThe Harbour Analyst is a grade 6.\n',
      },
      {
        caption: 'The last heading of the page, with a comment only.',
        text: '## Harbour Analyst\n\nThe Harbour Analyst is a grade 6.\n\n⟦### Hiring Process⟧\n\n<!-- ask Mara -->\n',
      },
    ],
    right: [
      {
        caption: 'Deeper headings are content.',
        text: '## Levels\n\n### Harbour Analyst\n\nThe Harbour Analyst is a grade 6.\n',
      },
      {
        caption: 'A level beside "Levels" is a matter of depth.',
        text: '## Levels\n\n## Harbour Analyst\n\nThe Harbour Analyst is a grade 6.\n',
      },
      {
        caption: 'Template code brings text.',
        text: '## Harbour Analyst\n\nThe Harbour Analyst is a grade 6.\n\n### Hiring Process\n\n{{< hiring-steps >}}\n',
      },
    ],
  },
  *check({ masked, masks, sections, family }) {
    if (!family.isFamily) return;
    const code = new SpanSet(
      masks.filter(({ kind }) => kind === 'erb' || kind === 'shortcode').map(({ span }) => span),
    );
    const levels = new Set(family.levels.map(({ section }) => section));
    for (const section of sections) {
      const next = sections[section.index + 1];
      if (section.depth === 0 || section.title === '') continue;
      if (next !== undefined && (next.depth > section.depth || isMeantInside(next, section, levels)))
        continue;
      const { bodySpan } = section;
      if (/\S/.test(masked.slice(bodySpan.start, bodySpan.end)) || code.overlaps(bodySpan)) continue;
      yield {
        message: 'empty',
        span: section.headingSpan,
        key: textKey(section.title),
        data: { title: section.title },
      };
    }
  },
});

/** True where `next` stands at the wrong depth, or repeats the heading, rather than `section` being empty. */
function isMeantInside(next: Section, section: Section, levels: ReadonlySet<number>): boolean {
  const own = headingKind(section.title)?.kind;
  const other = headingKind(next.title)?.kind;
  const title = section.title.toLowerCase().trim();
  if (title.endsWith(':') || next.title.toLowerCase().startsWith(title)) return true;
  if (own === 'levels' || own === 'specialties' || own === 'segments')
    return other === undefined || levels.has(next.index);
  return own === undefined && next.depth === section.depth && other !== undefined && partsOfLevel.has(other);
}

const partsOfLevel: ReadonlySet<string> = new Set([
  'grade',
  'responsibilities',
  'requirements',
  'nice-to-have',
  'indicators',
]);
