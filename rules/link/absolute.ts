import { documentRule } from '../../src/lint/rule.ts';
import type { Link } from '../../src/markdown/document.ts';
import { textKey } from '../../src/text/key.ts';

export const rule = documentRule({
  id: 'link/absolute',
  summary: 'A link to the site itself that spells out the whole address.',
  details:
    'A link to a page of the site itself should be a path: "/handbook/values/" for "https://www.example.com/handbook/values/". Which ' +
    "addresses are the site's own is said by `origins`; without any, the rule is silent. A link to the home page, or to a file such as " +
    'a picture or a feed, is left alone. An address that stands in the text without words of its own is reported, but has no fix.',
  needs: ['sections', 'links', 'text'],
  options: {
    origins: {
      type: 'array',
      description:
        'Addresses of the site itself, such as "https://www.example.com". "http" and "https" count as the same.',
      items: { type: 'string' },
      default: [],
    },
  },
  messages: {
    link: {
      what: 'This link to "{path}" spells out the address of the site itself.',
      why: 'Such links leave previews and copies of the site, and nothing warns when the page moves.',
      how: 'Write the path alone: "{path}".',
    },
    bare: {
      what: 'The address of the page "{path}" of this site stands in the text instead of a link.',
      why: 'Readers see a long address, and nothing warns when the page moves.',
      how: 'Write words for it, as a link to "{path}".',
    },
  },
  yieldsTo: ['link/malformed', 'link/broken-path', 'link/broken-anchor', 'link/redirect'],
  examples: {
    wrong: [
      {
        caption: 'The home page, a file and another site may be spelled out, a page may not.',
        text: '[Home](https://www.tidewater.example/#top), [feed](https://www.tidewater.example/news.xml), [shop](https://shop.tidewater.example/rota/), [rota](⟦https://www.tidewater.example/rota/⟧).\n',
        fixed:
          '[Home](https://www.tidewater.example/#top), [feed](https://www.tidewater.example/news.xml), [shop](https://shop.tidewater.example/rota/), [rota](/rota/).\n',
        options: { origins: ['https://www.tidewater.example'] },
        messages: ['link'],
      },
      {
        caption: 'A page of the site with an anchor and a query.',
        text: 'See the [rota](⟦https://www.tidewater.example/rota/?week=2#night⟧) and the [map][map].\n\n[map]: <⟦http://www.tidewater.example/map/⟧>\n',
        fixed: 'See the [rota](/rota/?week=2#night) and the [map][map].\n\n[map]: </map/>\n',
        options: { origins: ['https://www.tidewater.example/'] },
        messages: ['link', 'link'],
      },
      {
        caption: 'An address without words of its own.',
        text: 'You share our values (⟦https://www.tidewater.example/values/⟧).\n',
        options: { origins: ['https://www.tidewater.example'] },
        messages: ['bare'],
      },
    ],
    right: [
      {
        caption: "No address is the site's own as long as none is named.",
        text: 'See the [rota](https://www.tidewater.example/rota/).\n',
      },
      {
        caption: 'Paths from the root of the site, and anchors.',
        text: 'See the [rota](/rota/) and [below](#night).\n',
      },
    ],
  },
  *check({ sections, links, text, path: page }, { origins }) {
    const hosts = new Set(origins.map((origin) => hostOf(origin)));
    hosts.delete(null);
    if (hosts.size === 0) return;
    const seen = new Set<number>();
    for (const link of links) {
      const parts = partsOf(link.target);
      if (parts === null || !hosts.has(parts.host) || !isPage(parts.path) || seen.has(link.targetSpan.start))
        continue;
      seen.add(link.targetSpan.start);
      const path = parts.path + parts.rest;
      const found = {
        span: link.targetSpan,
        key: `${textKey(sections[link.section]?.title ?? '')}/${textKey(path)}`,
        data: { path },
      };
      if (link.kind !== 'autolink') {
        yield { ...found, message: 'link', fix: [{ span: link.targetSpan, text: path }] };
        continue;
      }
      const word = wordBefore(link, text);
      const suggestions = word === null ? [] : [asLink(word, link, page, path)];
      yield { ...found, message: 'bare', ...(suggestions.length > 0 && { suggestions }) };
    }
  },
});

const address = /^(?:https?:)?\/\/([^/?#\s]+)((?:\/[^?#\s]*)?)((?:[?#]\S*)?)$/i;

function partsOf(target: string): { host: string; path: string; rest: string } | null {
  const [, host, path, rest] = address.exec(target) ?? [];
  if (host === undefined || path === undefined || rest === undefined || /<%|\{\{/.test(target)) return null;
  return { host: host.toLowerCase(), path, rest };
}

const hostOf = (origin: string): string | null => partsOf(origin.trim())?.host ?? null;

/** No home page, and no file other than a page. */
function isPage(path: string): boolean {
  if (path === '' || path === '/') return false;
  const [, extension] = /\.([a-z0-9]{1,5})$/i.exec(path) ?? [];
  return extension === undefined || /^(?:html?|md|erb|php)$/i.test(extension);
}

/** The word in "word (https://…)". */
function wordBefore({ span }: Link, text: string): { text: string; start: number } | null {
  const [, word] =
    /(?:^|\s)([\p{L}\p{N}][\p{L}\p{N}'’-]*) ?\($/u.exec(
      text.slice(Math.max(0, span.start - 60), span.start),
    ) ?? [];
  if (word === undefined || text.charAt(span.end) !== ')') return null;
  return { text: word, start: text.lastIndexOf(word, span.start) };
}

function asLink(word: { text: string; start: number }, { span }: Link, page: string, path: string) {
  const words = `[${word.text}](${path})`;
  return {
    title: `Make “${word.text}” the link`,
    edits: [{ span: { page, start: word.start, end: span.end + 1 }, text: words }],
  };
}
