import { corpusRule, nothingElse } from '../../src/lint/rule.ts';
import { type NearestPage, PageFinder } from '../../src/site/suggest/nearest-page.ts';
import { retarget } from '../../src/site/suggest/retarget.ts';
import { siteTarget } from '../../src/site/target.ts';
import { siteLinks } from './_site-links.ts';

const why = 'Readers who follow the link find an error instead of a page.';

export const rule = corpusRule({
  id: 'link/broken-path',
  summary: 'A link to a page that does not exist.',
  details:
    'The path of a link must be that of a page or file of the site, or one that a redirect or an alias leads on from. Only the parts of the ' +
    'site whose pages are all known are judged (`site.complete` in the config). Where one page is clearly nearest, it is suggested: one that ' +
    'moved and kept its name, one that differs by a slip of the pen, or the page or heading that bears the name the link gives.',
  needs: ['sections', 'links'],
  options: {},
  messages: {
    missing: {
      what: 'There is no page at "{path}", and no redirect from it.',
      why,
      how: 'Link to the page that is meant now, or remove the link.',
    },
    nearest: {
      what: 'There is no page at "{path}", and no redirect from it; the nearest is "{nearest}".',
      why,
      how: 'Link to "{nearest}" if that is meant, else to the right page, or remove the link.',
    },
    ref: {
      what: 'There is no page or file "{ref}"{nearest}.',
      why: 'Hugo stops where it finds no page for a shortcode like this, so the site cannot be built.',
      how: 'Name the page that is meant now, or remove the link.',
    },
    redirected: {
      what: 'The path "{path}" is redirected to "{destination}", where there is no page.',
      why,
      how: 'Link to the page that is meant now, and correct the redirect.',
    },
    circle: {
      what: 'The redirects from "{path}" lead in a circle.',
      why,
      how: 'Link to the page that is meant, and correct the redirects.',
    },
  },
  yieldsTo: ['link/malformed', 'link/inbound'],
  examples: {
    wrong: [
      {
        caption: 'The page moved to another folder and kept its name.',
        text: 'See the [Lock Keeper](⟦/roles/canal/lock-keeper/⟧#levels) and the [rota](⟦/roles/rota/⟧).\n',
        others: { 'roles/waterways/lock-keeper.md': '# Lock Keeper\n\n## Levels\n' },
        messages: ['nearest', 'missing'],
      },
      {
        caption: 'A path whose first slash is missing, so that it goes on from the page.',
        text: 'See the [rota](⟦roles/canal/rota/⟧).\n',
        others: { 'roles/canal/rota.md': '# Rota\n' },
        messages: ['nearest'],
      },
      {
        caption: 'A slip of the pen, and a role that became a level of another page.',
        text: 'They work with the [Ferry Pilots](⟦/roles/fery-pilot/⟧).\n\nReports to the [Director of Moorings](⟦/roles/director-moorings/⟧).\n',
        others: {
          'roles/ferry-pilot.md': '# Ferry Pilot\n',
          'roles/moorings.md': '# Moorings\n\n## Manager, Moorings\n\n## Director, Moorings\n',
        },
        messages: ['nearest', 'nearest'],
      },
      {
        caption:
          'A page whose front matter gives it another address than its file, and a shortcode that names no page.',
        text: 'Ask the [Mate](⟦/roles/mate/⟧) or the [Cook](⟦{{< ref "cook.md" >}}⟧).\n',
        others: { 'roles/mate.md': '---\ntitle: Mate\nslug: first-mate\n---\n' },
        messages: ['nearest', 'ref'],
      },
      {
        caption: 'A redirect to a page that is gone, and redirects in a circle.',
        text: 'See the [tides](⟦/job-families/tides/⟧) and the [tolls](⟦/job-families/tolls/⟧).\n',
        site: {
          redirects: [
            {
              match: 'exact',
              from: '/job-families/tides/',
              to: '/job-families/water/',
              force: false,
              isRewrite: false,
            },
            {
              match: 'exact',
              from: '/job-families/tolls/',
              to: '/job-families/fees/',
              force: false,
              isRewrite: false,
            },
            {
              match: 'exact',
              from: '/job-families/fees/',
              to: '/job-families/tolls/',
              force: false,
              isRewrite: false,
            },
          ],
        },
        messages: ['redirected', 'circle'],
      },
    ],
    right: [
      {
        caption:
          'Paths that start from the page, with or without the final slash, and a source file by its name.',
        text: 'See the [Pilot](../pilot/), the [Cook](/job-families/cook#levels) and the [Mate]({{< ref "mate" >}}).\n',
        others: {
          'job-families/pilot.md': '# Pilot\n',
          'job-families/cook.md': '# Cook\n\n## Levels\n',
          'job-families/mate.md': '# Mate\n',
        },
      },
      {
        caption: 'Pages, aliases, other sites, and parts of the site that are kept elsewhere.',
        text: '[Pilot](/roles/pilot/), [old name](/roles/helmsman/), [shop](https://shop.example.com/a/), [blog](/blog/2021/first/).\n',
        others: { 'roles/pilot.md': '---\ntitle: Pilot\naliases:\n  - /roles/helmsman/\n---\n\n# Pilot\n' },
      },
    ],
  },
  look: nothingElse,
  *check({ pages, site }) {
    let finder: PageFinder | null = null;
    for (const { page, link, resolved, pathSpan, key } of siteLinks({ pages, site })) {
      const { verdict, url: path, redirects, destination } = resolved;
      if (verdict === 'loop') {
        yield { message: 'circle', span: pathSpan, key, data: { path } };
        continue;
      }
      if (verdict !== 'no-page') continue;
      finder ??= new PageFinder(site);
      const nearest = finder.nearest({
        page: page.path,
        url: path,
        moved: resolved.target,
        anchor: resolved.anchor,
        text: link.text,
      });
      const own = nearest?.isUnrooted ? undefined : site.targets.get(page.path)?.url;
      const suggestions = nearest && [
        {
          title: titleOf(nearest),
          edits: [{ span: link.targetSpan, text: retarget(link, nearest, own) }],
        },
      ];
      const found = { span: pathSpan, key, ...(suggestions && { suggestions }) };
      const written = siteTarget(link, []);
      if (written?.kind === 'ref') {
        const nearestAddress = nearest ? `; the nearest is "${addressOf(nearest)}"` : '';
        yield { ...found, message: 'ref', data: { ref: written.ref, nearest: nearestAddress } };
      } else if (redirects.length > 0) yield { ...found, message: 'redirected', data: { path, destination } };
      else if (nearest) yield { ...found, message: 'nearest', data: { path, nearest: addressOf(nearest) } };
      else yield { ...found, message: 'missing', data: { path } };
    }
  },
});

const addressOf = ({ url, anchor }: NearestPage): string => (anchor === null ? url : `${url}#${anchor}`);

const titleOf = (nearest: NearestPage): string =>
  nearest.title === null
    ? `Link to ${addressOf(nearest)}`
    : `Link to “${nearest.title}”, ${addressOf(nearest)}`;
