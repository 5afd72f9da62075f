import { corpusRule, nothingElse } from '../../src/lint/rule.ts';
import type { ResolvedLink, SiteFacts } from '../../src/site/facts.ts';
import { type Destination, retarget } from '../../src/site/suggest/retarget.ts';
import { siteLinks } from './_site-links.ts';

const why =
  'The link works only as long as somebody keeps the redirect, and search engines and previews follow it late.';

export const rule = corpusRule({
  id: 'link/redirect',
  summary: 'A link that reaches its page only through a redirect or an alias.',
  details:
    'A page that moved leaves a redirect or an alias behind, and links should name its new address. The fix writes it, and keeps the anchor. ' +
    'Where the redirect gathers many pages into one, or leaves the site, a person must look whether what was meant is still there, so the ' +
    'address is only suggested. Redirects that lead nowhere, or to a page without the anchor, are reported by link/broken-path and ' +
    'link/broken-anchor.',
  needs: ['sections', 'links'],
  options: {},
  messages: {
    moved: {
      what: 'The page "{path}" has moved to "{destination}".',
      why,
      how: 'Link to "{destination}".',
    },
    gathered: {
      what: 'The path "{path}" is redirected to the more general page "{destination}".',
      why: 'Readers do not find there what the link promises, or must search for it.',
      how: 'Link to the page that has what is meant now, or to "{destination}".',
    },
    left: {
      what: 'The path "{path}" is redirected to another site, "{destination}".',
      why,
      how: 'Link to "{destination}" if it has what is meant.',
    },
  },
  yieldsTo: ['link/malformed', 'link/broken-path', 'link/broken-anchor'],
  examples: {
    wrong: [
      {
        caption: 'A page that moved, by its alias; the anchor and the host stay.',
        text: 'See the [Pilot](⟦/roles/helmsman/⟧#levels) and [here](⟦https://port.example/roles/helmsman/⟧).\n',
        fixed: 'See the [Pilot](/roles/pilot/#levels) and [here](https://port.example/roles/pilot/).\n',
        others: { 'roles/pilot.md': '---\ntitle: Pilot\naliases: [/roles/helmsman/]\n---\n\n## Levels\n' },
        site: { origins: ['https://port.example'] },
        messages: ['moved', 'moved'],
      },
      {
        caption: 'Many pages became one, and one moved to another site.',
        text: 'The [tide tables](⟦/port/water/tide-tables/⟧) and the [wages](⟦/port/wages/⟧).\n',
        others: { 'port/almanac.md': '# Almanac\n' },
        site: {
          redirects: [
            { match: 'prefix', from: '/port/water/', to: '/port/almanac/', force: false, isRewrite: false },
            {
              match: 'exact',
              from: '/port/wages/',
              to: 'https://intern.example/wages',
              force: false,
              isRewrite: false,
            },
          ],
        },
        messages: ['gathered', 'left'],
      },
    ],
    right: [
      {
        caption: 'Where the new page lacks the anchor, link/broken-anchor speaks.',
        text: 'See the [Pilot](/roles/helmsman/#wages).\n',
        others: { 'roles/pilot.md': '---\ntitle: Pilot\naliases: [/roles/helmsman/]\n---\n\n## Levels\n' },
      },
      {
        caption: 'The new address, and one that only lacks its final slash.',
        text: 'See the [Pilot](/roles/pilot/) and the [Cook](/roles/cook).\n',
        others: {
          'roles/pilot.md': '---\ntitle: Pilot\naliases: [/roles/helmsman/]\n---\n',
          'roles/cook.md': '# Cook\n',
        },
      },
    ],
  },
  look: nothingElse,
  *check({ pages, site }) {
    for (const { page, link, resolved, pathSpan: span, key } of siteLinks({ pages, site })) {
      const { redirects, destination, url: path } = resolved;
      if (redirects.length === 0 || !isReached(resolved)) continue;
      const text = retarget(link, placeOf(resolved), ownUrl(site, page.path), 'host');
      const edits = [{ span: link.targetSpan, text }];
      const data = { path, destination };
      const suggestions = [{ title: `Link to ${destination}`, edits }];
      if (isOutside(destination)) yield { message: 'left', span, key, data, suggestions };
      else if (isGathered(resolved)) yield { message: 'gathered', span, key, data, suggestions };
      else yield { message: 'moved', span, key, data, fix: edits };
    }
  },
});

const ownUrl = (site: SiteFacts, path: string): string | undefined => site.targets.get(path)?.url;

const isOutside = (destination: string): boolean => /^(?:https?:)?\/\//i.test(destination);

/** Whether a page is known to be there in the end, or the way leads off the site. */
const isReached = ({ verdict, target, destination }: ResolvedLink): boolean =>
  verdict === 'found' || (verdict === 'unjudged' && (target !== null || isOutside(destination)));

/** The link's own anchor counts unless the redirect sets one. */
function placeOf({ destination, anchor }: ResolvedLink): Destination {
  const hash = destination.indexOf('#');
  if (hash === -1) return { url: destination, anchor };
  return { url: destination.slice(0, hash), anchor: destination.slice(hash + 1) };
}

/** True where the redirect holds for many paths, or leads up to a page that does not take the name along. */
function isGathered({ url, destination, gathers }: ResolvedLink): boolean {
  if (gathers) return true;
  const from = stepsOf(url);
  const to = stepsOf(destination.replace(/#.*/s, ''));
  const last = wordsOf(from.at(-1) ?? '');
  return to.length < from.length && !wordsOf(to.at(-1) ?? '').some((word) => last.includes(word));
}

const stepsOf = (path: string): string[] => path.split('/').filter((step) => step !== '');

const wordsOf = (step: string): string[] => step.toLowerCase().split(/[^\p{L}\p{N}]+/u);
