import { corpusRule, nothingElse } from '../../src/lint/rule.ts';
import type { Anchor } from '../../src/site/facts.ts';
import { nearestAnchor } from '../../src/site/suggest/nearest-anchor.ts';
import { retarget } from '../../src/site/suggest/retarget.ts';
import { siteLinks } from './_site-links.ts';

const why = 'Readers who follow the link land at the top of the page, and must search for what was meant.';

export const rule = corpusRule({
  id: 'link/broken-anchor',
  summary: 'A link to a heading that its page does not have.',
  details:
    'What stands behind "#" must be the anchor of a heading, or an id, of the page. Anchors are made from the words of headings in the way of ' +
    'the site (`site.anchors` in the config), so a heading that is reworded takes its anchor along. A page whose headings come from ' +
    'template code or data is not judged. The heading whose words the anchor or the link says is suggested where one is clearly nearest.',
  needs: ['sections', 'links'],
  options: {},
  messages: {
    missing: {
      what: 'The page "{page}" has no heading with the anchor "#{anchor}".',
      why,
      how: 'Link to a heading that the page has, or to the page alone.',
    },
    nearest: {
      what: 'The page "{page}" has no heading with the anchor "#{anchor}"; the nearest is "{heading}".',
      why,
      how: 'Link to "#{id}" if that is meant.',
    },
    own: {
      what: 'This page has no heading with the anchor "#{anchor}".',
      why: 'Nothing happens when readers follow the link.',
      how: 'Link to a heading that the page has.',
    },
    ownNearest: {
      what: 'This page has no heading with the anchor "#{anchor}"; the nearest is "{heading}".',
      why: 'Nothing happens when readers follow the link.',
      how: 'Link to "#{id}" if that is meant.',
    },
  },
  yieldsTo: ['link/malformed', 'link/inbound'],
  examples: {
    wrong: [
      {
        caption: 'The heading has other words now, or is gone.',
        text: 'See [mooring](/rules/harbour/⟦#mooring-fees⟧) and [anchoring](/rules/harbour/⟦#anchoring⟧).\n',
        others: { 'rules/harbour.md': '# Harbour\n\n## Mooring fees and fines\n\n## Lights\n' },
        messages: ['nearest', 'missing'],
      },
      {
        caption: 'Anchors of this page: capitals, a plural, and one that was left over from another page.',
        text: 'To the [Manager, Locks](⟦#Manager-Locks⟧), the [Director, Lock](⟦#director-lock⟧), the [Lock Keeper](⟦#pilot⟧) or [below](⟦#wages⟧).\n\n## Lock Keeper\n\n## Manager, Locks\n\n## Director, Locks\n',
        messages: ['ownNearest', 'ownNearest', 'ownNearest', 'own'],
      },
    ],
    right: [
      {
        caption: 'Headings, ids set by hand, and the top of the page.',
        text: 'See [lights](/rules/harbour/#lights), [fees](/rules/harbour/#fees), [old](/rules/harbour/#buoys), [up](#top).\n',
        others: {
          'rules/harbour.md': '# Harbour\n\n## Lights\n\n## What it costs {#fees}\n\n<a id="buoys"></a>\n',
        },
      },
      {
        caption: 'Headings that template code makes are not known.',
        text: 'See [tolls](/rules/tolls/#for-barges).\n',
        others: { 'rules/tolls.md': '# Tolls\n\n{{% tolls-from-data %}}\n' },
      },
    ],
  },
  look: nothingElse,
  *check({ pages, site }) {
    for (const { page, link, resolved, anchorSpan: span, key } of siteLinks({ pages, site })) {
      const { verdict, anchor, target: path } = resolved;
      const target = path === null ? undefined : site.targets.get(path);
      if (verdict !== 'no-anchor' || anchor === null || target === undefined) continue;
      const isOwn = target.path === page.path;
      const nearest = nearestAnchor(target, anchor, link.text);
      if (nearest === null) {
        if (isOwn) yield { message: 'own', span, key, data: { anchor } };
        else yield { message: 'missing', span, key, data: { anchor, page: target.title ?? target.url } };
        continue;
      }
      const { id } = nearest;
      const heading = nameOf(nearest);
      const isDirect = resolved.redirects.length === 0 && span.start > link.targetSpan.start;
      const edit =
        isDirect || link.target.startsWith('#')
          ? { span, text: `#${id}` }
          : {
              span: link.targetSpan,
              text: retarget(link, { url: target.url, anchor: id }, site.targets.get(page.path)?.url),
            };
      const suggestions = [{ title: `Link to “${heading}”`, edits: [edit] }];
      if (isOwn) yield { message: 'ownNearest', span, key, data: { anchor, heading, id }, suggestions };
      else {
        const data = { anchor, heading, id, page: target.title ?? target.url };
        yield { message: 'nearest', span, key, data, suggestions };
      }
    }
  },
});

const nameOf = ({ id, title }: Anchor): string => (title === '' ? `#${id}` : title);
