import { corpusRule, type Suggestion } from '../../src/lint/rule.ts';
import type { InboundLink, Removed, SiteFacts } from '../../src/site/facts.ts';
import { PageFinder } from '../../src/site/suggest/nearest-page.ts';
import { textKey } from '../../src/text/key.ts';
import type { Span } from '../../src/text/span.ts';

const why = 'Readers who follow these links, and all who kept the address, find an error instead of a page.';
const whyHeading =
  'Readers who follow these links land at the top of the page, and must search for what was meant.';

export const rule = corpusRule({
  id: 'link/inbound',
  summary: 'A page or heading that this change removed or renamed, although links lead to it.',
  details:
    'With `--since REV`, the pages are compared with those of the commit that the change starts from. A page that is gone or has another ' +
    'address, and a heading that is gone or has other words, is a finding where pages of the site still link to it and no redirect or alias ' +
    'leads on. It stands at the page or heading that took the place, else at the first of the links, and lists all of them. ' +
    'Without `--since`, the rule says nothing.',
  asksHistory: true,
  speaksForRelated: true,
  needs: [],
  options: {},
  messages: {
    moved: {
      what: 'This change moves the page "{url}" to "{now}", but {links} to the old address.',
      why,
      how: 'Correct the links, and let the old address lead on: {keep}.',
    },
    gone: {
      what: 'This change removes the page "{url}", but {links} to it.',
      why,
      how: 'Correct or remove the links, and let the old address lead on to a page that takes its place.',
    },
    replaced: {
      what: 'This change removes the page "{url}", but {links} to it; the nearest page is "{now}".',
      why,
      how: 'Correct the links, and let the old address lead on, if "{now}" takes its place: {keep}.',
    },
    reworded: {
      what: 'This change turns the heading "{old}" into "{new}", but {links} to its anchor "#{id}".',
      why: whyHeading,
      how: 'Correct the links, or keep the old anchor: write "{mark}" behind the words of the heading.',
    },
    renamed: {
      what: 'This change turns the heading "{old}" into "{new}", but {links} to its anchor "#{id}".',
      why: whyHeading,
      how: 'Correct the links: the anchor is "#{newId}" now.',
    },
    dropped: {
      what: 'This change removes "{old}" from "{page}", but {links} to its anchor "#{id}".',
      why: whyHeading,
      how: 'Correct or remove the links.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'A heading was reworded, and another page links to it.',
        text: '# Rules\n\n⟦## Mooring fees and fines⟧\n\nTen crowns a day.\n',
        path: 'harbour/rules.md',
        others: { 'harbour/pilots.md': 'Pilots pay no [fees](/harbour/rules/#mooring-fees).\n' },
        former: { 'harbour/rules.md': '# Rules\n\n## Mooring fees\n\nTen crowns a day.\n' },
        messages: ['reworded'],
      },
      {
        caption: 'A page was renamed; an alias would keep the old address.',
        text: '---\ntitle: Harbour Pilot\n---\n\n⟦# Harbour Pilot⟧\n',
        path: 'roles/harbour-pilot.md',
        others: { 'roles/mate.md': 'Reports to the [Pilot](/roles/pilot/).\n' },
        former: { 'roles/pilot.md': { text: '# Pilot\n', renamedTo: 'roles/harbour-pilot.md' } },
        messages: ['moved'],
      },
      {
        caption: 'A page and a heading were removed.',
        text: 'Reports to the [Pilot](⟦/roles/pilot/⟧); see the [tolls](#tolls).\n\n⟦## Levels⟧\n',
        path: 'roles/mate.md',
        former: {
          'roles/pilot.md': '# Pilot\n',
          'roles/mate.md': 'See the [tolls](#tolls).\n\n## Levels\n\n## Tolls\n',
        },
        messages: ['gone', 'dropped'],
      },
      {
        caption:
          'A page that another one replaces, and a reworded heading whose new anchor is in use already.',
        text: 'See [tolls](⟦/rules/toll-rates/⟧), [old](#fees) and [new](#costs).\n\n⟦## Costs⟧\n',
        path: 'harbour/fees.md',
        others: { 'harbour/rules/toll-rates.md': '# Tolls\n', 'rules/lights.md': '# Lights\n' },
        former: { 'rules/toll-rates.md': '# Tolls\n', 'harbour/fees.md': 'See [old](#fees).\n\n## Fees\n' },
        messages: ['replaced', 'renamed'],
      },
    ],
    right: [
      {
        caption: 'Nothing is said where no change is looked at.',
        text: 'Reports to the [Pilot](/roles/pilot/).\n',
        path: 'roles/mate.md',
      },
      {
        caption: 'The old address leads on, and the old anchor was kept.',
        text: '---\ntitle: Harbour Pilot\naliases: [/roles/pilot/]\n---\n\n## What they earn {#wages}\n',
        path: 'roles/harbour-pilot.md',
        others: { 'roles/mate.md': 'Reports to the [Pilot](/roles/pilot/#wages).\n' },
        former: { 'roles/pilot.md': { text: '## Wages\n', renamedTo: 'roles/harbour-pilot.md' } },
      },
    ],
  },
  *check({ site }) {
    const finder = new PageFinder(site);
    for (const removed of site.removed) {
      const { anchor, instead, url, links, edits } = removed;
      const span = removed.place ?? links[0]?.span;
      if (span === undefined) continue;
      const found = {
        span,
        key: `${textKey(url) || 'home'}${anchor ? `/${textKey(anchor.id)}` : ''}`,
        related: relatedOf(removed, span),
        suggestions: [
          ...(edits.length > 0 ? [{ title: keeping(removed), edits }] : []),
          ...correcting(removed),
        ],
      };
      const data = { url, links: counted(links) };
      if (anchor) {
        const { id } = anchor;
        const old = anchor.title || `#${id}`;
        const words = { ...data, id, old };
        if (instead === null)
          yield { ...found, message: 'dropped', data: { ...words, page: pageOf(site, span) ?? url } };
        else if (removed.keeper === 'id')
          yield { ...found, message: 'reworded', data: { ...words, new: instead.title, mark: `{#${id}}` } };
        else
          yield { ...found, message: 'renamed', data: { ...words, new: instead.title, newId: instead.id } };
        continue;
      }
      const now =
        removed.movedTo ?? finder.nearest({ page: '', url, anchor: null, text: removed.title ?? '' })?.url;
      if (now === undefined) yield { ...found, message: 'gone', data };
      else {
        const message = removed.movedTo === null ? 'replaced' : 'moved';
        yield { ...found, message, data: { ...data, now, keep: keepWords(removed, now) } };
      }
    }
  },
});

const pageOf = (site: SiteFacts, { page }: Span): string | undefined => site.targets.get(page)?.url;

/** "2 links still lead", "1 link still leads". */
function counted(links: readonly InboundLink[]): string {
  return links.length === 1 ? '1 link still leads' : `${links.length} links still lead`;
}

function relatedOf({ links, url, anchor }: Removed, place: Span) {
  const address = anchor ? `${url}#${anchor.id}` : url;
  return links
    .filter(({ span }) => span !== place)
    .map(({ span, text }) => ({ span, message: `“${text}” leads to ${address}.` }));
}

/** All links at once, or none: a reader of the page must not find one way to the heading open and another one shut. */
function correcting({ links, instead }: Removed): readonly Suggestion[] {
  // Brackets or blanks would need to be written in another way.
  if (instead === null || /[\s()<>"]/.test(instead.id)) return [];
  // A definition that several links share is corrected once.
  const spans = new Map(links.map(({ span, anchorSpan }) => [`${span.page} ${span.start}`, anchorSpan]));
  const edits = [...spans.values()].flatMap((span) => (span ? [{ span, text: `#${instead.id}` }] : []));
  return edits.length === spans.size ? [{ title: `Link to “${instead.title}”`, edits }] : [];
}

const keeping = ({ keeper, url, anchor }: Removed): string =>
  keeper === 'id' ? `Keep the anchor #${anchor?.id}` : `Add the alias ${url}`;

function keepWords({ keeper, url }: Removed, now: string): string {
  if (keeper === 'redirect') return `add a redirect from "${url}" to "${now}"`;
  if (keeper === 'alias') return `add "${url}" to the aliases of the page`;
  return `add a redirect or an alias from "${url}" to "${now}"`;
}
