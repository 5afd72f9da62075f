import { documentRule, type Suggestion } from '../../src/lint/rule.ts';
import type { Section } from '../../src/markdown/document.ts';
import type { FamilyFacts, Mention } from '../../src/model/facts.ts';
import { joinLevels } from '../../src/model/name-join.ts';
import { groupBy } from '../../src/text/group-by.ts';
import { textKey } from '../../src/text/key.ts';
import { slice } from '../../src/text/span.ts';
import { isAboutReports } from './_lines.ts';

export const rule = documentRule({
  id: 'reports-to/unlinked',
  summary: "The manager is named without a link to the manager's page.",
  details:
    'Where a sentence says whom a level reports to, the name should lead to the page of that role. One link is enough where several ' +
    'managers are named. Where the manager is a level of the same page, the link is suggested.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'job-family-template-1',
    sentence:
      'The {add the position title} reports to the {add the reporting position and link to the job family or heading (if on the same page)}.',
  },
  needs: ['text', 'sections', 'family'],
  options: {},
  messages: {
    unlinked: {
      what: '"{manager}" is named as the manager of "{level}" without a link.',
      why: 'Readers who want to know what the manager does have to search for the page.',
      how: 'Link the name to the job family, or the level, of "{manager}".',
    },
  },
  yieldsTo: ['reports-to/malformed', 'link/malformed'],
  examples: {
    wrong: [
      {
        caption: 'The manager has a page of its own somewhere else.',
        text: '---\ntitle: Cake Designer\n---\n\n## Cake Designer\n\nThe Cake Designer reports to the ⟦Store Manager⟧.\n',
      },
      {
        caption: 'The manager is a level of the same page, so the link is suggested.',
        text: '## Cake Designer\n\nThe Cake Designer reports to the ⟦Head Designer⟧.\n\n## Head Designer\n\nThe Head Designer reports to the [Director of Bakeries](/roles/bakeries/#director).\n',
      },
    ],
    right: [
      {
        caption: 'One of two managers is linked.',
        text: '---\ntitle: Cake Designer\n---\n\n## Cake Designer\n\nThe Cake Designer reports to the [Head Designer](/roles/head/) or the Store Manager.\n',
      },
      {
        caption: 'A sentence about those who report to this level.',
        text: '---\ntitle: Head Designer\n---\n\n## Head Designer\n\nThe Head Designer reports to the [Director of Bakeries](/roles/bakeries/). Cake Designers report to the Head Designer.\n',
      },
    ],
  },
  *check({ text, sections, family, path }) {
    if (!family.isFamily) return;
    const titles = groupBy(sections, ({ title }) => title.toLowerCase());
    for (const line of family.reportingLines) {
      const [manager] = line.managers;
      const inside = family.levels.findLast(
        ({ extent }) => extent.start <= line.span.start && line.span.end <= extent.end,
      );
      const level = line.level === null ? inside : family.levels[line.level];
      if (line.broken !== null || manager === undefined || line.managers.some(({ link }) => link !== null))
        continue;
      if (level !== undefined && (level.kind === 'specialty' || isAboutReports(line, level))) continue;
      const suggestion = linkTo(manager, family, sections, titles, text, path);
      const who = level?.title ?? line.subject?.name.text ?? family.role?.text ?? 'the role';
      yield {
        message: 'unlinked',
        span: manager.span,
        key: `${textKey(who)}/${textKey(manager.name.text)}`,
        data: { manager: manager.name.text, level: who },
        ...(suggestion !== null && { suggestions: [suggestion] }),
      };
    }
  },
});

/** A link to the one level of the page that bears the manager's name, if all ways of making anchors agree on its anchor. */
function linkTo(
  manager: Mention,
  { levels }: FamilyFacts,
  sections: readonly Section[],
  titles: ReadonlyMap<string, readonly Section[]>,
  text: string,
  page: string,
): Suggestion | null {
  const [meant, another] = joinLevels(levels)
    .related(manager.name, 'same')
    .filter((level) => level.section > 0);
  const section = sections[meant?.section ?? -1];
  if (another !== undefined || section === undefined || /[[\]\n]/.test(slice(text, manager.span)))
    return null;
  const isUnique = titles.get(section.title.toLowerCase())?.length === 1;
  const plain = /^[a-z0-9]+(?:,? [a-z0-9]+)*$/i.test(section.title) && isUnique;
  const anchor =
    section.id ?? (plain ? section.title.toLowerCase().replace(/,/g, '').replace(/ /g, '-') : null);
  if (anchor === null) return null;
  const { start, end } = manager.span;
  return {
    title: `Link to "${section.title}" on this page`,
    edits: [
      { span: { page, start, end: start }, text: '[' },
      { span: { page, start: end, end }, text: `](#${anchor})` },
    ],
  };
}
