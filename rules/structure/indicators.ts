import { documentRule, type PageFacts } from '../../src/lint/rule.ts';
import type { Part } from '../../src/model/facts.ts';
import { sectionKey } from './_keys.ts';
import { commonParts, extentOf, hasIncludes, holds, isJob, topItems } from './_parts.ts';

export const rule = documentRule({
  id: 'structure/indicators',
  summary:
    'Too few or too many performance indicators, indicators without a link, or indicators in two places.',
  details:
    'Counts the bullets under each heading for performance indicators, unless deeper headings divide them. A section without bullets ' +
    'is not counted. Each bullet should link to where the indicator is defined. Indicators belong either under the levels or at the end of ' +
    'the family; where both have them, the finding stands at the section of the family.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'why-job-families-have-performance-indicators',
    sentence: 'Job Families should have three to five PIs.',
  },
  needs: ['text', 'masks', 'sections', 'blocks', 'items', 'links', 'family'],
  options: {
    minimum: {
      type: 'integer',
      description: 'Fewest indicators of a section; 0 asks for none.',
      default: 3,
      minimum: 0,
    },
    maximum: { type: 'integer', description: 'Most indicators of a section.', default: 5, minimum: 1 },
    linked: { type: 'boolean', description: 'Whether each indicator must hold a link.', default: true },
  },
  messages: {
    few: {
      what: '"{title}" lists fewer performance indicators ({count}) than the {minimum} asked for.',
      why: 'A role that is measured by one or two numbers is measured badly.',
      how: 'Add indicators that the role answers for.',
    },
    many: {
      what: '"{title}" lists more performance indicators ({count}) than the {maximum} asked for.',
      why: 'Nobody can tell which of so many matter.',
      how: 'Keep those that the role answers for most.',
    },
    unlinked: {
      what: '{count} of the {total} performance indicators under "{title}" lack a link, the first of them "{first}".',
      why: 'Readers cannot see how the indicator is defined and where its data are.',
      how: 'Link each indicator to its definition.',
    },
    noLinks: {
      what: 'No performance indicator under "{title}" has a link.',
      why: 'Readers cannot see how the indicators are defined and where their data are.',
      how: 'Link each indicator to its definition.',
    },
    both: {
      what: 'Performance indicators stand under "{title}" for the whole family and under "{level}" too.',
      why: 'Readers cannot tell which of them apply to a level.',
      how: 'Keep them in one place: under each level, or at the end for all.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'Two indicators, one of them without a link.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n## ⟦Performance Indicators⟧\n\n- [Loaves a day](/measures/#loaves)\n- ⟦Happy guests⟧\n',
        messages: ['few', 'unlinked'],
      },
      {
        caption: 'More than the policy asks for.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### ⟦KPIs⟧\n\n- Loaves\n- Rolls\n- Cakes\n',
        options: { maximum: 2, linked: false },
        messages: ['many'],
      },
      {
        caption: 'Three indicators, none with a link.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n## ⟦Performance Indicators⟧\n\n- Loaves\n- Rolls\n- Cakes\n',
        messages: ['noLinks'],
      },
      {
        caption: 'Indicators in two places.',
        text: '## Levels\n\n### Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n#### Performance Indicators\n\n- Loaves\n\n## ⟦Performance Indicators⟧\n\n- Happy guests\n',
        options: { minimum: 1, linked: false },
        messages: ['both'],
      },
    ],
    right: [
      {
        caption: 'Three indicators with links.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n## Performance Indicators\n\n- [Loaves a day](/measures/#loaves)\n- [Happy guests](/measures/#guests)\n- Low [waste](/measures/#waste)\n',
      },
      {
        caption: 'One more than another level has.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n## Performance Indicators\n\nIncludes all of the performance indicators of the level before, plus:\n\n- [Happy guests](/measures/#guests)\n',
      },
      {
        caption: 'Behind sections of a level that stand at its own depth, they may be those of that level.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Performance Indicators\n\n- [Loaves](/measures/#loaves)\n\n## Senior Bread Engineer\n\nThe Senior Bread Engineer is a grade 6.\n\n## Requirements\n\n- Hands\n\n## Performance Indicators\n\n- [Rolls](/measures/#rolls)\n',
        options: { minimum: 1 },
      },
      {
        caption: 'A reference to a list elsewhere.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n## Performance Indicators\n\nThey are those of the [bakery](/measures/).\n',
      },
    ],
  },
  *check(facts, { minimum, maximum, linked }) {
    const { family, sections, links } = facts;
    if (!isJob(facts) || hasIncludes(facts)) return;
    const parts = family.parts.filter(({ kind }) => kind === 'indicators');
    const at = ({ section }: Part) => {
      const title = sections[section]?.title ?? '';
      return {
        title,
        span: sections[section]?.titleSpan ?? extentOf(facts, { section }),
        key: sectionKey(sections, section),
      };
    };
    for (const part of parts) {
      const items = topItems(facts, extentOf(facts, part));
      if (items.length === 0 || items.some(({ section }) => section !== part.section)) continue;
      // "All of the performance indicators of the level below, plus:", or a placeholder.
      const [head, second] = items.map(({ text }) => text);
      const isPlaceholder = /\b(?:TBD|TODO|to be|will be|same as|indicators)\b/i.test(head ?? '');
      if ((second === undefined && isPlaceholder) || takesOver(head ?? '', facts, part)) continue;
      const { title, span, key } = at(part);
      const count = items.length;
      if (count < minimum) yield { message: 'few', span, key: `${key}/few`, data: { title, count, minimum } };
      if (count > maximum)
        yield { message: 'many', span, key: `${key}/many`, data: { title, count, maximum } };
      const bare = items.filter((item) => !links.some((link) => holds(item.span, link.span)));
      const first = bare[0];
      if (!linked || first === undefined) continue;
      if (bare.length === count) yield { message: 'noLinks', span, key: `${key}/unlinked`, data: { title } };
      else {
        const data = { title, count: bare.length, total: count, first: shortened(first.text) };
        yield { message: 'unlinked', span: first.textSpan, key: `${key}/unlinked`, data };
      }
    }
    const common = commonParts(facts).find(({ kind }) => kind === 'indicators');
    const own = parts.find(({ level }) =>
      family.levels.some(({ index, kind }) => index === level && kind === 'level'),
    );
    const level = family.levels.find(({ index }) => index === own?.level);
    if (common === undefined || level === undefined || mayBeLevels(facts, common)) return;
    const { title, span, key } = at(common);
    yield { message: 'both', span, key: `${key}/both`, data: { title, level: level.title } };
  },
});

/** True where a level's own sections stand at its depth and these follow them: then nobody can tell whose they are. */
function mayBeLevels(
  { family, sections }: Pick<PageFacts, 'family' | 'sections'>,
  { section }: Part,
): boolean {
  const before = family.levels.findLast((level) => level.kind === 'level' && level.section < section);
  const depth = sections[section]?.depth;
  if (before === undefined || sections[before.section]?.depth !== depth) return false;
  return family.parts.some(
    (part) =>
      part.section > before.section &&
      part.section < section &&
      sections[part.section]?.depth === depth &&
      (part.kind === 'responsibilities' || part.kind === 'requirements'),
  );
}

/** True where the first bullet, or a paragraph of the section, takes over the indicators of another level. */
function takesOver(head: string, { blocks }: Pick<PageFacts, 'blocks'>, { section }: Part): boolean {
  const paragraphs = blocks.filter((block) => block.section === section && block.item === null);
  const extended = /\b(?:includes?|extends?|all|same)\b[^.]{0,80}\bindicators\b/i;
  return extended.test(head) || paragraphs.some(({ inline }) => extended.test(inline.text));
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text);
