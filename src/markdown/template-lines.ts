import type { Span } from '../text/span.ts';
import type { Mask } from './document.ts';
import { shortcodeName } from './mask/shortcode.ts';

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
  /^<%[-=]{0,2}\s*(?:#|(?:end|else|elsif|if|unless|when)\b|[a-z_]\w*\s*=[^=~]|(?:link_to|mail_to|image_tag|video_tag|javascript_include_tag|stylesheet_link_tag)\b)/;

/** True for template code that may put whole sections on the page: it stands alone on its line. Within a line it only puts words. */
export function mayMakeHeadings(text: string, { kind, span }: Mask): boolean {
  if (kind !== 'erb' && kind !== 'shortcode') return false;
  if (!isAlone(text, span)) return false;
  const source = text.slice(span.start, Math.min(span.end, span.start + 200));
  if (kind === 'erb') return !quietErb.test(source);
  return !frames.has(shortcodeName(source).name.replace(/\.html$/, ''));
}

const blank = /[^\S\n\r]/;
const lineBreak = /[\n\r]/;

/** True where nothing but blanks stands beside it. Looks no further than to what does: pages may hold any number of these on one line. */
function isAlone(text: string, { start, end }: Span): boolean {
  let before = start - 1;
  while (before >= 0 && blank.test(text.charAt(before))) before -= 1;
  if (before >= 0 && !lineBreak.test(text.charAt(before))) return false;
  let behind = end;
  while (behind < text.length && blank.test(text.charAt(behind))) behind += 1;
  return behind === text.length || lineBreak.test(text.charAt(behind));
}
