import type { Mask } from './document.ts';
import { lineEnd } from './mask/dialect.ts';
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
  const lineStart =
    Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  const isAlone =
    text.slice(lineStart, span.start).trim() === '' &&
    text.slice(span.end, lineEnd(text, span.end)).trim() === '';
  if (!isAlone) return false;
  const source = text.slice(span.start, Math.min(span.end, span.start + 200));
  if (kind === 'erb') return !quietErb.test(source);
  return !frames.has(shortcodeName(source).name.replace(/\.html$/, ''));
}
