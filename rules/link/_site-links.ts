import type { CorpusFacts, PageFacts } from '../../src/lint/rule.ts';
import type { Link } from '../../src/markdown/document.ts';
import type { ResolvedLink } from '../../src/site/facts.ts';
import { textKey } from '../../src/text/key.ts';
import type { Span } from '../../src/text/span.ts';

/** What is read of a page whose links are looked at. */
type LinkingPage = Pick<PageFacts, 'path' | 'links' | 'sections'>;

/** A link of a linted page, and where it leads. */
export interface SiteLink {
  readonly page: LinkingPage;
  readonly link: Link;
  readonly resolved: ResolvedLink;
  /** The target up to its anchor; the whole target where template code makes it. */
  readonly pathSpan: Span;
  /** The anchor with its `#`; the whole target where there is none, or template code makes it. */
  readonly anchorSpan: Span;
  readonly key: string;
}

/** All links into the site whose target stands in the page; a definition that several links share comes once. */
export function* siteLinks({
  pages,
  site,
}: Pick<CorpusFacts<'links' | 'sections'>, 'pages' | 'site'>): Generator<SiteLink> {
  for (const page of pages) {
    const seen = new Set<number>();
    for (const resolved of site.links.get(page.path) ?? []) {
      const link = page.links[resolved.link];
      if (link === undefined || seen.has(link.targetSpan.start)) continue;
      seen.add(link.targetSpan.start);
      yield { page, link, resolved, ...partsOf(link), key: keyOf(page, link) };
    }
  }
}

function partsOf({ target, targetSpan }: Link): Pick<SiteLink, 'pathSpan' | 'anchorSpan'> {
  const hash = target.indexOf('#');
  if (hash === -1 || /\{[{%]|<%/.test(target)) return { pathSpan: targetSpan, anchorSpan: targetSpan };
  const at = targetSpan.start + hash;
  return {
    pathSpan: hash === 0 ? targetSpan : { ...targetSpan, end: at },
    anchorSpan: { ...targetSpan, start: at },
  };
}

const keyOf = ({ sections }: LinkingPage, { section, target }: Link): string =>
  `${textKey(sections[section]?.title ?? '')}/${textKey(target) || 'link'}`;
