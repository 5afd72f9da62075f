import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import { slipsIn } from './_paths.ts';

export const rule = documentRule({
  id: 'link/relative',
  summary: 'A path that only works by chance: relative, with doubled slashes, or the path of a source file.',
  details:
    'A link within the site should be a path from its root, as a reader sees it in the address bar: "/handbook/values/#credit". Found are ' +
    'paths without the leading slash, "./" and "../", doubled slashes, paths of source files ("content/handbook/values/_index.md"), and ' +
    'capitals in anchors, which generated anchors never have. A path without its slash is mended where its first folder is one that this ' +
    'page, or another link on it, starts from; else where it leads depends on the address of the page, and a person must say.',
  needs: ['text', 'sections', 'links'],
  options: {},
  messages: {
    relative: {
      what: 'The path "{target}" does not start from the root of the site.',
      why: 'Where it leads depends on the address of the page it stands on, so it breaks when the page moves.',
      how: 'Write the whole path, starting with "/".',
    },
    source: {
      what: 'The path "{target}" names a source file, not a page of the site.',
      why: 'Readers of the site have no such page.',
      how: 'Write the address that the page has on the site: "{path}".',
    },
    slashes: {
      what: 'The path "{target}" has two slashes in a row.',
      why: 'Some servers take it for another page, and tools that check links do not know it.',
      how: 'Leave one slash.',
    },
    capitals: {
      what: 'The anchor "{target}" has capital letters.',
      why: 'Anchors are made from headings in lower case, so the link opens the page at its top.',
      how: 'Write the anchor in lower case: "{path}".',
    },
  },
  yieldsTo: ['link/malformed', 'link/broken-path', 'link/broken-anchor', 'link/redirect', 'link/absolute'],
  examples: {
    wrong: [
      {
        caption: 'The leading slash was forgotten: the page itself lies in that folder.',
        text: 'See the [Piper](⟦roles/piper/⟧) role.\n',
        fixed: 'See the [Piper](/roles/piper/) role.\n',
        path: 'content/roles/fiddler.md',
        messages: ['relative'],
      },
      {
        caption: 'Where these lead depends on the address of the page.',
        text: '[One](⟦./piper/⟧), [two](⟦../piper/#tunes⟧), [three](⟦piper/⟧).\n',
        messages: ['relative', 'relative', 'relative'],
      },
      {
        caption: 'Source files, doubled slashes and capitals.',
        text: '[File](⟦/content/roles/piper/_index.md#tunes⟧), [slashes](/roles⟦//⟧piper/), [capitals](⟦#Tunes⟧).\n',
        fixed: '[File](/roles/piper/#tunes), [slashes](/roles/piper/), [capitals](#tunes).\n',
        messages: ['source', 'slashes', 'capitals'],
      },
    ],
    right: [
      {
        caption: 'Paths from the root, anchors, other sites, mail and template code.',
        text: '[A](/roles/piper/), [b](#tunes), [c](https://example.com/a//b), [d](mailto:a@example.com), [e]({{< ref "piper" >}}).\n',
      },
      {
        caption: 'An anchor that the page sets itself may have capitals.',
        text: 'See [tunes](#Tunes).\n\n## Tunes of ours {#Tunes}\n\n<a id="Reels"></a> Reels: [here](#Reels).\n',
      },
    ],
  },
  *check({ text, sections, links, path: page }) {
    const roots = new Set(page.split('/').slice(0, -1));
    for (const { target } of links) {
      const root = /^\/([^/?#]+)\//.exec(target)?.[1];
      if (root !== undefined) roots.add(root);
    }
    const seen = new Set<number>();
    for (const { target, targetSpan, section, kind } of links) {
      if (kind === 'autolink' || seen.has(targetSpan.start)) continue;
      seen.add(targetSpan.start);
      for (const slip of slipsIn(target, roots)) {
        if (slip.message === 'capitals' && setsAnchor(text, target)) continue;
        const span = { page, start: targetSpan.start + slip.start, end: targetSpan.start + slip.end };
        const data = { target, path: slip.path ?? target };
        yield {
          message: slip.message,
          span,
          key: `${textKey(sections[section]?.title ?? '')}/${textKey(target)}`,
          data,
          ...(slip.text !== null && { fix: [{ span, text: slip.text }] }),
        };
      }
    }
  },
});

/** An id written by hand may hold capitals: `{#Tunes}`, `id="Tunes"`. */
function setsAnchor(text: string, target: string): boolean {
  const id = target.slice(target.indexOf('#') + 1);
  return [`#${id}}`, `#${id} `, `"${id}"`, `'${id}'`].some((written) => text.includes(written));
}
