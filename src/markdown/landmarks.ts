import type { FrontMatter, Mask } from './document.ts';
import { readFrontMatter } from './front-matter.ts';
import { lineEnd, nextLine } from './mask/dialect.ts';
import { idOf } from './mask/heading-attribute.ts';
import { fenceEnd } from './mask/literal.ts';
import { maskPage } from './mask/mask.ts';
import { shortcodeName } from './mask/shortcode.ts';

/** A heading found without parsing the page. */
export interface Landmark {
  readonly depth: number;
  /** The heading's markdown, without hashes and attributes. */
  readonly source: string;
  /** Offset of the heading's line in the page's text. */
  readonly offset: number;
  /** Id given by hand, or null. */
  readonly id: string | null;
}

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
}

const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const setext = /^ {0,3}(=+|-{2,})[ \t]*$/;
const plain = /^ {0,3}[^\s#>|`~<+*-]/;
const htmlId =
  /<[a-z][a-z0-9]*\b[^<>]{0,400}?\b(?:id|name)\s*=\s*(?:"([^"<>]{1,200})"|'([^'<>]{1,200})'|([^\s"'<>]{1,200}))/gi;
const htmlHeading = /<h([1-6])\b[^<>]{0,400}>/i;

/**
 * Reads headings, ids and front matter only: some twenty times faster than parsing, for pages that are only linked to. Headings in
 * quotes and lists, and those in fenced code, are left out.
 */
export function readLandmarks(path: string, text: string): Landmarks {
  const { masked, masks, frontMatter } = maskPage(path, text);
  const headings: Landmark[] = [];
  const attributes = masks.filter(({ kind }) => kind === 'attribute');
  let before: { start: number; end: number } | null = null;
  for (let at = frontMatter?.end ?? 0; at < text.length; ) {
    const fence = fenceEnd(masked, at);
    const end = fence ?? lineEnd(masked, at);
    const line = masked.slice(at, end);
    const found: FoundHeading | null = fence === null ? headingOn(masked, at, line, before) : null;
    if (found !== null) {
      headings.push({
        depth: found.depth,
        source: text.slice(found.start, found.end),
        offset: found.offset,
        id: attributeId(text, attributes, found.offset, nextLine(masked, end), masked),
      });
    }
    before = fence === null && found === null && plain.test(line) ? { start: at, end } : null;
    at = nextLine(masked, end);
  }
  return {
    headings,
    ids: idsOf(masked),
    frontMatter: frontMatter && readFrontMatter(path, text, frontMatter),
    isTemplated: masks.some((mask) => isTemplate(text, mask)),
    hasHtmlHeadings: htmlHeading.test(masked),
  };
}

interface FoundHeading {
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

function headingOn(
  masked: string,
  at: number,
  line: string,
  before: { start: number; end: number } | null,
): FoundHeading | null {
  const hashes = atx.exec(line);
  if (hashes !== null) {
    const words = hashes[2] ?? '';
    const start =
      at + (words === '' ? line.length : line.indexOf(words, line.indexOf('#') + (hashes[1]?.length ?? 0)));
    return { depth: hashes[1]?.length ?? 1, start, end: start + words.trimEnd().length, offset: at };
  }
  const underline = before === null ? null : setext.exec(line);
  if (underline === null || before === null) return null;
  const words = masked.slice(before.start, before.end);
  const start = before.start + (words.length - words.trimStart().length);
  return {
    depth: underline[1]?.startsWith('=') ? 1 : 2,
    start,
    end: start + words.trim().length,
    offset: before.start,
  };
}

/** The id from an attribute list on the heading's own line, or on the next. */
function attributeId(
  text: string,
  attributes: readonly Mask[],
  from: number,
  next: number,
  masked: string,
): string | null {
  const end = lineEnd(masked, next);
  for (const { span } of attributes) {
    if (span.start < from || span.start >= end) continue;
    if (span.start >= next && masked.slice(next, end).trim() !== '') continue;
    const id = idOf(text.slice(span.start, span.end));
    if (id !== null) return id;
  }
  return null;
}

function idsOf(masked: string): { id: string; offset: number }[] {
  const ids: { id: string; offset: number }[] = [];
  for (const match of masked.matchAll(htmlId)) {
    const id = match[1] ?? match[2] ?? match[3];
    if (id !== undefined) ids.push({ id, offset: match.index });
  }
  for (const match of masked.matchAll(/^ {0,3}\[\^([^\]\s]{1,100})\]:/gm)) {
    ids.push({ id: `fn:${match[1]}`, offset: match.index }, { id: `fn-${match[1]}`, offset: match.index });
  }
  return ids;
}

/**
 * Shortcodes of Hugo itself and of common themes (Docsy, Book, Learn) that frame, embed or link, but make no headings. What stands
 * between their halves is the page's own text.
 */
const frames = new Set(
  (
    'alert badge blockquote button card cardpane chart code columns comment details expand figure gist hidden highlight hint icon ' +
    'iframe image img imgproc instagram katex label math mermaid note notice pageinfo panel param qr ref relref tab tabpane tabs ' +
    'tip tweet vimeo warning x youtube'
  ).split(' '),
);

/** ERB that only steers, sets a variable, or makes a link or an image. */
const quietErb =
  /^<%[-=]{0,2}\s*(?:#|(?:end|else|elsif|if|unless|when)\b(?![^\n]*\bthen\b)|[a-z_]\w*\s*=[^=~]|(?:link_to|mail_to|image_tag|video_tag|javascript_include_tag|stylesheet_link_tag)\b)/;

/** Template code that stands alone on its line may put whole sections there; within a line it only puts words. */
function isTemplate(text: string, { kind, span }: Mask): boolean {
  if (kind !== 'erb' && kind !== 'shortcode') return false;
  const lineStart =
    Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  const isAlone =
    text.slice(lineStart, span.start).trim() === '' &&
    text.slice(span.end, lineEnd(text, span.end)).trim() === '';
  if (!isAlone) return false;
  const source = text.slice(span.start, Math.min(span.end, span.start + 200));
  return kind === 'erb'
    ? !quietErb.test(source)
    : !frames.has(shortcodeName(source).name.replace(/\.html$/, ''));
}
