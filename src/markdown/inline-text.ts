import type { Nodes } from 'mdast';
import { countBelow } from '../text/count-below.ts';
import type { Span } from '../text/span.ts';
import type { InlineText } from './document.ts';
import { lineEnd } from './mask/dialect.ts';
import type { Page } from './page.ts';
import { decodeReference, endOf, startOf } from './parse.ts';

/**
 * Stands in an `InlineText` for template code that puts something unknown on the page (`{{< ref >}}`, `<%= name %>`):
 * U+FFFC, object replacement character. Nobody can say what a reader sees there, but it is not nothing.
 */
export const UNKNOWN = '\ufffc';

/** Builds the text that a reader sees of phrasing content, with the way back to the source. */
class InlineTextBuilder {
  readonly #page: Page;
  readonly #pieces: string[] = [];
  readonly #runs: (readonly [number, number])[] = [];
  #length = 0;
  /** Source offset that would continue the current run. */
  #next = -1;
  #blank = true;
  #lastVisible: unknown = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Units that the source writes as they are. */
  #plain(text: string, source: number): void {
    if (source !== this.#next) this.#runs.push([this.#length, source]);
    this.#pieces.push(text);
    this.#length += text.length;
    this.#next = source + text.length;
    this.#blank = text.endsWith(' ');
  }

  /** Units that the source writes in another way, over [start, end). */
  #construct(text: string, start: number, end: number): void {
    const last = Math.max(start, end - text.length);
    if (start !== this.#next || last !== start) this.#runs.push([this.#length, start]);
    // A second run at the same text offset: the construct begins at `start`, its last unit is `end - 1`.
    if (last !== start) this.#runs.push([this.#length, last]);
    this.#pieces.push(text);
    this.#length += text.length;
    this.#next = end;
    this.#blank = text === ' ';
  }

  blank(start: number, end: number): void {
    if (!this.#blank) this.#construct(' ', start, end);
  }

  #unit(unit: string, source: number): void {
    if (unit === ' ' || unit === '\t') this.blank(source, source + 1);
    else this.#plain(unit, source);
  }

  /** Leaves [start, end) out, or puts the sign for the unknown where template code stands; false where no mask is. */
  #masked(offset: number, start: number, end: number): boolean {
    const mask = this.#page.maskAt(offset);
    if (mask === null) return false;
    if (this.#page.isVisible(mask) && this.#lastVisible !== mask) {
      this.#lastVisible = mask;
      this.#construct(UNKNOWN, Math.max(start, mask.span.start), Math.min(end, mask.span.end));
    }
    return true;
  }

  /**
   * Aligns a node's value with its source in [start, end). In `literal` text (code spans, autolinks) there are neither
   * escapes nor character references.
   */
  align(value: string, start: number, end: number, literal: boolean): void {
    const source = this.#page.masked;
    const hasMask = (this.#page.masks[this.#page.maskFrom(start)]?.span.start ?? end) < end;
    if (
      !hasMask &&
      value.length === end - start &&
      source.startsWith(value, start) &&
      !/[\n\r\t]| {2}/.test(value)
    ) {
      const from = this.#blank && value.startsWith(' ') ? 1 : 0;
      if (value.length > from) this.#plain(value.slice(from), start + from);
      return;
    }
    let at = start;
    let index = 0;
    while (index < value.length && at < end) {
      const unit = value.charAt(index);
      const written = source.charAt(at);
      const next = source.charAt(at + 1);
      if (hasMask && this.#masked(at, start, end)) {
        at += 1;
        if (unit === written) index += 1;
      } else if (written === '\n' || written === '\r') {
        const breakEnd = written === '\r' && next === '\n' ? at + 2 : at + 1;
        if (/\s/.test(unit)) {
          this.blank(at, breakEnd);
          index += value.startsWith('\r\n', index) ? 2 : 1;
        }
        // Indentation and quote marks before the next line's words.
        for (at = breakEnd; at < end && ' \t>'.includes(source.charAt(at)); ) at += 1;
        while (literal && value.charAt(index) === ' ' && source.charAt(at) !== ' ') index += 1;
      } else if (
        written === '\\' &&
        unit === next &&
        (!literal || next === '|') &&
        /[!-/:-@[-`{-~]/.test(next)
      ) {
        this.#construct(unit, at, at + 2);
        at += 2;
        index += 1;
      } else if (written === '&' && !literal) {
        const reference = /^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9A-Za-z]{1,31});/.exec(
          source.slice(at, at + 40),
        )?.[0];
        const decoded = reference === undefined ? '&' : decodeReference(reference);
        if (reference === undefined || decoded === reference) this.#unit('&', at);
        else this.#construct(decoded, at, at + reference.length);
        index += decoded === reference ? 1 : decoded.length;
        at += reference === undefined || decoded === reference ? 1 : reference.length;
      } else {
        if (unit === written) {
          this.#unit(unit, at);
          index += 1;
        }
        at += 1;
      }
    }
  }

  finish(): InlineText {
    let text = this.#pieces.join('');
    if (text.endsWith(' ')) text = text.slice(0, -1);
    return { text, runs: this.#runs.filter(([offset]) => offset < text.length) };
  }
}

/**
 * The text that a reader sees of nodes that follow each other: escapes and character references resolved, emphasis and
 * links reduced to their words, line wraps and runs of blanks turned into one space, `<br>` into a space; images, raw HTML,
 * comments, attribute lists and footnote marks left out. Never starts or ends with a blank.
 */
export function inlineText(nodes: readonly Nodes[], page: Page): InlineText {
  const builder = new InlineTextBuilder(page);
  // A stack of its own: emphasis may be nested deeper than the call stack.
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const start = startOf(node);
    const end = endOf(node);
    switch (node.type) {
      case 'text':
        builder.align(
          node.value,
          start,
          end,
          page.masked.startsWith(node.value, start) && node.value.length === end - start,
        );
        break;
      case 'inlineCode':
        alignCode(builder, page, node.value, start, end);
        break;
      case 'break':
        // The blanks before the line break may be those of a mask.
        builder.blank(lineEnd(page.masked, start), end);
        break;
      case 'html':
        if (/^<br\b/i.test(node.value)) builder.blank(start, end);
        break;
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        break;
      default:
        if ('children' in node) for (const child of [...node.children].reverse()) stack.push(child);
    }
  }
  return builder.finish();
}

function alignCode(builder: InlineTextBuilder, page: Page, value: string, start: number, end: number): void {
  let ticks = 0;
  while (page.masked.charAt(start + ticks) === '`') ticks += 1;
  let from = start + ticks;
  const to = end - ticks;
  // CommonMark takes one blank from either side; a line break counts as one.
  if (/^\s/.test(page.masked.slice(from, from + 1)) && !/^\s/.test(value) && from < to) {
    from += page.masked.startsWith('\r\n', from) ? 2 : 1;
    while (
      from < to &&
      ' \t>'.includes(page.masked.charAt(from)) &&
      page.masked.charAt(from) !== value.charAt(0)
    )
      from += 1;
  }
  builder.align(value, from, to, true);
}

/** Index of the last run that begins at or before a text offset. */
function runAt({ runs }: InlineText, offset: number): number {
  return Math.max(0, countBelow(runs, offset + 1, ([start]) => start) - 1);
}

/**
 * Source offset of the unit at `offset` of an inline text (0 <= offset < text.length). For an escape or a character
 * reference, that of its last unit; for a line wrap, that of the line break.
 */
export function sourceOffset(inline: InlineText, offset: number): number {
  const [text, source] = inline.runs[runAt(inline, offset)] ?? [0, 0];
  return source + Math.max(0, offset - text);
}

/**
 * Where [from, to) of an inline text stands in the page. Escapes and character references at the edges are taken in
 * whole; markup around the words is not. An empty range gives an empty span before the unit at `from`.
 */
export function sourceSpan(inline: InlineText, page: string, from: number, to: number): Span {
  const last = inline.text.length - 1;
  if (last < 0) return { page, start: 0, end: 0 };
  if (from > last) {
    const end = sourceOffset(inline, last) + 1;
    return { page, start: end, end };
  }
  let index = runAt(inline, from);
  // Of two runs at one text offset, the first says where the construct begins.
  while (index > 0 && inline.runs[index - 1]?.[0] === from) index -= 1;
  const [text, source] = inline.runs[index] ?? [0, 0];
  const start = source + Math.max(0, from - text);
  return { page, start, end: to <= from ? start : sourceOffset(inline, Math.min(to - 1, last)) + 1 };
}
