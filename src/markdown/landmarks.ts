import type { FrontMatter } from './document.ts';
import { readFrontMatter } from './front-matter.ts';
import { HeadingReader, type Landmark } from './heading-reader.ts';
import { isTooLong } from './limits.ts';
import { maskPage } from './mask/mask.ts';
import { mayMakeHeadings } from './template-lines.ts';

/** What a link can lead to in a page, read without parsing it. */
export interface Landmarks {
  readonly headings: readonly Landmark[];
  /** Ids of `<a name>`, `id=` and footnotes, with their offsets. */
  readonly ids: readonly { readonly id: string; readonly offset: number }[];
  readonly frontMatter: FrontMatter | null;
  /** True where template code stands alone on a line and may make headings. */
  readonly isTemplated: boolean;
  /** True where headings are written in HTML; those are not among `headings`. */
  readonly hasHtmlHeadings: boolean;
  /** True where the page has more text than can be read, so that only the front matter was. */
  readonly isTooLong: boolean;
}

const nothing = {
  headings: [],
  ids: [],
  isTemplated: false,
  hasHtmlHeadings: false,
  isTooLong: true,
} as const;

const htmlId =
  /<[a-z][a-z0-9]*\b[^<>]{0,400}?\b(?:id|name)\s*=\s*(?:"([^"<>]{1,200})"|'([^'<>]{1,200})'|([^\s"'<>]{1,200}))/gi;
const htmlHeading = /<h[1-6]\b/i;

/** Reads headings, ids and front matter only: some twenty times faster than parsing, for pages that are only linked to. */
export function readLandmarks(path: string, text: string): Landmarks {
  const { masked, masks, frontMatter } = maskPage(path, text);
  const front = frontMatter && readFrontMatter(path, text, frontMatter);
  if (isTooLong(masked)) return { ...nothing, frontMatter: front };
  return {
    headings: new HeadingReader(text, masked, masks).read(
      frontMatter?.end ?? (text.startsWith('\ufeff') ? 1 : 0),
    ),
    ids: idsOf(masked),
    frontMatter: front,
    isTooLong: false,
    isTemplated: masks.some((mask) => mayMakeHeadings(text, mask)),
    hasHtmlHeadings: htmlHeading.test(masked),
  };
}

function idsOf(masked: string): { id: string; offset: number }[] {
  const ids: { id: string; offset: number }[] = [];
  for (const match of masked.matchAll(htmlId)) {
    const id = match[1] ?? match[2] ?? match[3];
    if (id !== undefined) ids.push({ id, offset: match.index });
  }
  let count = 0;
  for (const { 1: label, index: offset } of masked.matchAll(/^ {0,3}\[\^([^\]\s]{1,100})\]:/gm)) {
    count += 1;
    // kramdown, GitHub and GitLab name notes by their labels, goldmark by their numbers; each note has a way back, too.
    for (const name of new Set([label, String(count)]))
      for (const start of ['fn:', 'fn-', 'fnref:', 'fnref-']) ids.push({ id: start + name, offset });
  }
  return ids;
}
