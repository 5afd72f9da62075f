import type { LimitedReading } from '../../host/time-limit.ts';
import type { Document } from '../../markdown/document.ts';
import { headingText } from '../../markdown/heading-text.ts';
import { readLandmarks } from '../../markdown/landmarks.ts';
import { pageAnchors } from '../../site/anchors/page-anchors.ts';
import type { AnchorStyleName } from '../../site/anchors/styles.ts';
import { usualAnchors } from '../../site/layout/detect.ts';
import { SitePages } from '../../site/pages.ts';
import { RedirectTable } from '../../site/redirects/table.ts';
import { Resolver } from '../../site/resolve.ts';
import type { SiteInput } from '../../site/settings.ts';
import { siteTarget } from '../../site/target.ts';
import { firstStep, resolvePath, withoutSlash, withSlash } from '../../site/url.ts';

/** How well the links to headings fit one way to make anchors. */
export interface AnchorFit {
  readonly style: AnchorStyleName;
  /** Links to headings that this style makes, and all that were looked at. */
  readonly fits: number;
  readonly links: number;
  /** True for the style of most sites of this kind. */
  readonly isUsual: boolean;
}

/** A first folder of the site, and how many of the addresses below it that links name have a page. */
export interface SectionSeen {
  /** With a leading slash. */
  readonly url: string;
  readonly here: number;
  readonly named: number;
}

/** What the links of some pages say of a site. */
export interface LinkEvidence {
  readonly anchors: AnchorFit;
  /** First folders that hold all their pages, as far as links tell, and those that clearly do not; both sorted. */
  readonly whole: readonly string[];
  readonly lacking: readonly SectionSeen[];
}

const styles: readonly AnchorStyleName[] = ['goldmark', 'kramdown', 'gitlab'];
/** A page is read for each of so many targets at most. */
const mostTargets = 200;
/** Of the addresses in a folder, so many must be missing before it is said to lie elsewhere: at least five, and a third. */
const [fewestMissing, missingInAll] = [5, 3];
/** Old links fit by chance what made no anchor of theirs, so another style than the usual one must fit more by ten links, and a tenth. */
const [clearlyMore, moreInAll] = [10, 10];

/** Follows the links of some pages. @param site with no word on which folders are complete */
export function linkEvidence(
  site: SiteInput,
  documents: readonly Pick<Document, 'path' | 'text' | 'links'>[],
  within: LimitedReading = (_, read) => read(),
): LinkEvidence {
  const pages = new SitePages(site, documents);
  const resolver = new Resolver(pages, new RedirectTable(site.redirects), site.origins);
  const sections = new Map<string, { here: number; named: number }>();
  for (const { url, isPage } of pages.map.all()) {
    const section = sectionOf(url);
    if (isPage && section !== null) sections.set(section, { here: 0, named: 0 });
  }
  const seen = new Set<string>();
  const anchors = new Map<string, Set<string>>();
  for (const { path, links } of documents) {
    const own = pages.urlOf(path);
    if (own === null) continue;
    for (const link of links) {
      const target = siteTarget(link, site.origins);
      if (target?.kind !== 'path') continue;
      const url = withSlash(resolvePath(target.path, own));
      const { verdict, at, setsAnchor } = resolver.reach(url);
      if (target.anchor && at?.isPage && verdict === 'found' && !setsAnchor)
        anchors.set(at.path, (anchors.get(at.path) ?? new Set()).add(target.anchor));
      const section = sections.get(sectionOf(url) ?? '');
      if (section === undefined || seen.has(url) || (verdict !== 'found' && verdict !== 'no-page')) continue;
      seen.add(url);
      section.named += 1;
      if (verdict === 'found') section.here += 1;
    }
  }
  const all = [...sections]
    .map(([url, counts]) => ({ url, ...counts }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
  const isLacking = ({ here, named }: SectionSeen) =>
    named - here >= fewestMissing && (named - here) * missingInAll >= named;
  return {
    anchors: bestStyle(site, anchors, within),
    whole: all.filter((section) => !isLacking(section)).map(({ url }) => url),
    lacking: all.filter(isLacking),
  };
}

/** The style that most links fit; the usual one unless another is clearly better. */
function bestStyle(
  site: SiteInput,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  within: LimitedReading,
): AnchorFit {
  const counts = new Map(styles.map((style) => [style, 0]));
  let links = 0;
  for (const [path, ids] of [...anchors].slice(0, mostTargets)) {
    const text = /\.(?:md|markdown)(?:\.erb)?$/i.test(path) ? site.read(path) : null;
    if (text === null) continue;
    const landmarks = within(path, () => readLandmarks(path, text));
    if (landmarks === null) continue;
    links += ids.size;
    for (const style of styles) {
      const made = new Set(pageAnchors(landmarks, style, headingText).map(({ id }) => id));
      const fits = [...ids].filter((id) => made.has(id)).length;
      counts.set(style, (counts.get(style) ?? 0) + fits);
    }
  }
  const usual = usualAnchors[site.layout];
  const ofUsual = counts.get(usual) ?? 0;
  const [style, fits] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [usual, ofUsual]);
  const isClear = fits - ofUsual >= clearlyMore && (fits - ofUsual) * moreInAll >= links;
  return isClear
    ? { style, fits, links, isUsual: false }
    : { style: usual, fits: ofUsual, links, isUsual: true };
}

/** `/handbook` of `/handbook/values/`; null for what stands at the top of the site. */
function sectionOf(url: string): string | null {
  const step = firstStep(url);
  return withoutSlash(url) === `/${step}` || step === '' ? null : `/${step}`;
}
