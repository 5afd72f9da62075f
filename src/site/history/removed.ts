import type { Document, Link } from '../../markdown/document.ts';
import { frontMatterRegion } from '../../markdown/mask/front-matter.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { InboundLink, Removed, SiteFacts } from '../facts.ts';
import { HugoRefs } from '../layout/hugo-ref.ts';
import type { SitePages } from '../pages.ts';
import type { LayoutName } from '../settings.ts';
import { siteTarget } from '../target.ts';
import type { Lost, LostPlace } from './lost.ts';

type LinkingPage = Pick<Document, 'path' | 'text' | 'links'>;

/** What of the lost is still linked to, and what can be done. */
export function removedThings(
  lost: readonly Lost[],
  linking: readonly LinkingPage[],
  resolved: SiteFacts['links'],
  pages: SitePages,
  layout: LayoutName,
): readonly Removed[] {
  const texts = new Map(linking.map(({ path, text }) => [path, text]));
  const inbound = inboundLinks(lost, linking, resolved, pages);
  const isUsed = (key: string): boolean => inbound.has(key) || inbound.has(`found ${key}`);
  return lost.flatMap((thing): readonly Removed[] => {
    const { anchor, page, url, title, goesOn } = thing;
    const key = anchor ? `${page?.path}#${anchor.id}` : pages.map.layout.keyOf(url);
    const links = inbound.get(key) ?? [];
    if (links.length === 0) return [];
    const stood = thing.stood();
    const { instead } = stood;
    const movedTo = goesOn === null ? null : pages.urlOf(goesOn);
    const holder = page?.path ?? goesOn;
    const text = holder === null ? undefined : texts.get(holder);
    const place = holder === null || text === undefined ? null : placeOf(thing, stood, holder, text, pages);
    const isKept = instead !== null && isUsed(`${page?.path}#${instead.id}`);
    const keeper = keeperOf(thing, stood, layout, isKept);
    const edits =
      holder === null || text === undefined || keeper === null
        ? []
        : keeping(thing, stood, keeper, holder, text);
    return [{ url, title, anchor, movedTo, instead, links, place, keeper, edits }];
  });
}

/** Links by what they miss: the site path of a page, or the path of a page with an anchor. Links that find it have "found" in front. */
function inboundLinks(
  lost: readonly Lost[],
  linking: readonly LinkingPage[],
  resolved: SiteFacts['links'],
  pages: SitePages,
): Map<string, InboundLink[]> {
  const found = new Map<string, InboundLink[]>();
  const { keyOf } = pages.map.layout;
  const gone = lost.filter(({ anchor }) => anchor === null);
  const refs = new HugoRefs(gone.map(({ place, url }) => ({ path: place, place, url, isPage: true })));
  for (const page of linking) {
    for (const { link: index, verdict, url, target, anchor, redirects } of resolved.get(page.path) ?? []) {
      const link = page.links[index];
      if (link === undefined) continue;
      const isPage = verdict === 'no-page' || verdict === 'loop';
      const key = isPage ? keyOf(urlBy(refs, link, page.path, pages) ?? url) : `${target}#${anchor}`;
      const name = isPage || verdict === 'no-anchor' ? key : `found ${key}`;
      const there = found.get(name) ?? [];
      found.set(name, there);
      const anchorSpan = redirects.length > 0 ? null : anchorSpanOf(link);
      there.push({ span: link.targetSpan, text: link.text, anchorSpan });
    }
  }
  return found;
}

function anchorSpanOf({ target, targetSpan }: Link): Span | null {
  const hash = target.indexOf('#');
  if (hash === -1 || /\{[{%]|<%/.test(target)) return null;
  return { ...targetSpan, start: targetSpan.start + hash };
}

/** The address that the page had which Hugo's `ref` means; null for all other links. */
function urlBy(refs: HugoRefs, link: Link, from: string, pages: SitePages): string | null {
  const target = siteTarget(link, []);
  if (target?.kind !== 'ref') return null;
  const page = refs.find(target.ref, pages.map.of(from)?.place ?? '/');
  return page === null || page === 'ambiguous' ? null : page.url;
}

function placeOf(
  { anchor }: Lost,
  { instead, before }: LostPlace,
  page: string,
  text: string,
  pages: SitePages,
): Span {
  const first = pages.page(page)?.anchors.find(({ depth }) => depth > 0);
  const at = anchor === null ? first : (instead ?? before ?? first);
  return at === undefined
    ? { page, start: 0, end: 0 }
    : { page, start: at.offset, end: lineEnd(text, at.offset) };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end === -1 ? text.length : end);
  return at + line.trimEnd().length;
}

function keeperOf(
  { anchor, goesOn }: Lost,
  { instead }: LostPlace,
  layout: LayoutName,
  isInsteadUsed: boolean,
): Removed['keeper'] {
  if (layout === 'plain') return null;
  if (anchor !== null) return instead === null || isInsteadUsed ? null : 'id';
  if (layout === 'middleman') return 'redirect';
  return goesOn === null ? null : 'alias';
}

function keeping(
  { anchor, url }: Lost,
  { instead }: LostPlace,
  keeper: Exclude<Removed['keeper'], null>,
  page: string,
  text: string,
): readonly Edit[] {
  if (keeper === 'id' && anchor && instead) {
    const end = lineEnd(text, instead.offset);
    const line = text.slice(instead.offset, end);
    // A heading that has an id already, or is closed by hashes or underlined, is left to a person.
    if (!/^#{1,6}[ \t]/.test(line) || /[{}]|#$/.test(line) || /[\s{}]/.test(anchor.id)) return [];
    return [{ span: { page, start: end, end }, text: ` {#${anchor.id}}` }];
  }
  const region = frontMatterRegion(text);
  if (keeper !== 'alias' || region === null || region.language !== 'yaml') return [];
  if (/^["']?aliases["']?[ \t]*:/im.test(text.slice(region.bodyStart, region.bodyEnd))) return [];
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const span = { page, start: region.bodyStart, end: region.bodyStart };
  return [{ span, text: `aliases:${newLine}  - ${url}${newLine}` }];
}
