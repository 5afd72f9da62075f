import { countBelow } from '../text/count-below.ts';
import type { Mask } from './document.ts';
import { type LineKind, lineKind, verbatimTag } from './line-kinds.ts';
import { lineEnd, nextLine } from './mask/dialect.ts';
import { idOf } from './mask/heading-attribute.ts';
import { fenceEnd } from './mask/literal.ts';

/** A heading found without parsing the page. */
export interface Landmark {
  readonly depth: number;
  /** The heading's markdown, without hashes and attributes. */
  readonly source: string;
  /** Offset of the heading's first line in the page's text. */
  readonly offset: number;
  /** Ids given by hand, in the order of the page; `{#id}` is `plain`, `{: #id}` only known to kramdown. */
  readonly ids: readonly { readonly id: string; readonly isPlain: boolean }[];
  /**
   * Where readers of markdown differ. `tight`: no blank behind the hashes. `interrupting`: right below a line of text. `nested`: in a
   * quote or list item. `shifted`: one to three blanks before the hashes. `indented`: more blanks, so in a list item, or code. `wrapped`:
   * underlined text of several lines. `enclosed`: right below a line of HTML, or
   * behind a fence that is never closed.
   */
  readonly form:
    | 'usual'
    | 'tight'
    | 'interrupting'
    | 'nested'
    | 'shifted'
    | 'indented'
    | 'wrapped'
    | 'enclosed';
}

const atx = /^([ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*){0,20})(#{1,6})([ \t]+)?/;
/** A fence that stands alone on the last line of several. */
const closingFence = /[\n\r][ \t>]*(?:`{3,}|~{3,})[ \t]*$/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;

/** Finds headings line by line. */
export class HeadingReader {
  readonly #text: string;
  readonly #masked: string;
  readonly #attributes: readonly Mask[];
  readonly #headings: Landmark[] = [];
  /** What the line before is: text that goes on keeps the kind of what it goes on with. */
  #above: LineKind = 'blank';
  /** Where the running text above began. */
  #textStart = 0;
  #lines = 0;
  #isOpenFence = false;

  constructor(text: string, masked: string, masks: readonly Mask[]) {
    this.#text = text;
    this.#masked = masked;
    this.#attributes = masks.filter(({ kind }) => kind === 'attribute');
  }

  read(from: number): Landmark[] {
    for (let at = from; at < this.#text.length; ) {
      const fence = this.#isOpenFence ? null : fenceEnd(this.#masked, at);
      // CommonMark lets a fence that is never closed run to the end; kramdown takes it for text.
      if (fence === this.#text.length && !closingFence.test(this.#masked.slice(at))) this.#isOpenFence = true;
      const end = fence !== null && !this.#isOpenFence ? fence : lineEnd(this.#masked, at);
      if (fence !== null) this.#above = 'code';
      else at = this.#line(at, end, this.#masked.slice(at, end)) ?? at;
      at = nextLine(this.#masked, Math.max(at, end));
    }
    return this.#headings;
  }

  /** @returns an offset in the last line that was read, where that is another one */
  #line(at: number, end: number, line: string): number | null {
    const above = this.#above;
    const kind = lineKind(line, above === 'text' || above === 'item' || above === 'quote');
    if (above === 'html' && kind !== 'blank') {
      this.#hashed(at, end, line, above);
      return null;
    }
    const tag = verbatimTag(line);
    this.#above = 'html';
    if (tag !== null) return this.#endOf(tag, at);
    this.#above = kind;
    if (this.#hashed(at, end, line, above) || this.#underlined(at, end, line, above)) {
      this.#above = 'blank';
    } else if (kind === 'text' && above === 'text') {
      this.#lines += 1;
    } else if (kind === 'text' && (above === 'item' || above === 'quote')) {
      this.#above = above;
    } else if (kind === 'text') {
      // What stands alone as an attribute list is no text.
      if (this.#text.slice(at, end).trimStart().startsWith('{:') && line.trim() === '') this.#above = 'blank';
      this.#textStart = at;
      this.#lines = 1;
    }
    return null;
  }

  #endOf(tag: string, at: number): number {
    const rest = this.#masked.slice(at);
    const end = rest.search(new RegExp(`</${tag}[ \\t]*>`, 'i'));
    return end === -1 ? this.#masked.length : at + end;
  }

  #hashed(at: number, end: number, line: string, above: LineKind): boolean {
    const [opening, prefix = '', hashes = '', blank = ''] = atx.exec(line) ?? [];
    if (opening === undefined) return false;
    const isTight = blank === '' && opening.length < line.length;
    if (isTight && prefix !== '') return false;
    const words = withoutHashes(line.slice(opening.length), isTight);
    const form = isTight ? 'tight' : formOf(prefix, this.#isOpenFence ? 'html' : above);
    const start = at + opening.length;
    this.#add(at, end, hashes.length, start, start + words.length, form);
    return form !== 'tight' && form !== 'nested' && form !== 'indented';
  }

  #underlined(at: number, end: number, line: string, above: LineKind): boolean {
    if (above !== 'text' || this.#isOpenFence || !underline.test(line)) return false;
    const words = this.#masked.slice(this.#textStart, at);
    const start = this.#textStart + words.length - words.trimStart().length;
    const form = this.#lines > 1 ? 'wrapped' : 'usual';
    const last = this.#textStart + words.replace(/(?<![\n\r \t])[\n\r \t]+$/, '').length;
    this.#add(this.#textStart, end, line.includes('=') ? 1 : 2, start, last, form);
    return true;
  }

  #add(at: number, end: number, depth: number, from: number, to: number, form: Landmark['form']): void {
    const source = this.#text.slice(from, Math.max(from, to));
    this.#headings.push({ depth, source, offset: at, ids: this.#idsAt(at, end), form });
  }

  /** Ids from the heading's own lines, and from lines of nothing but attributes below and above. */
  #idsAt(at: number, end: number): { id: string; isPlain: boolean }[] {
    const next = nextLine(this.#text, end);
    const nextEnd = lineEnd(this.#text, next);
    const last = this.#masked.slice(next, nextEnd).trim() === '' ? nextEnd : end;
    const ids: { id: string; isPlain: boolean }[] = [];
    const first = this.#attributeFrom(at);
    for (let index = this.#isAbove(first - 1, at) ? first - 1 : first; ; index += 1) {
      const span = this.#attributes[index]?.span;
      if (span === undefined || span.start >= last) return ids;
      const source = this.#text.slice(span.start, span.end);
      const id = idOf(source);
      if (id !== null) ids.push({ id, isPlain: !source.startsWith('{:') });
    }
  }

  /** Index of the first attribute list at or behind an offset. */
  #attributeFrom(offset: number): number {
    return countBelow(this.#attributes, offset, ({ span }) => span.start);
  }

  /** True where an attribute list stands alone on the last line before, and no words above it, which would take it. */
  #isAbove(index: number, at: number): boolean {
    const span = this.#attributes[index]?.span;
    if (span === undefined || span.end + 30 < at) return false;
    if (!/^[ \t]*(?:(?:\r\n|\n|\r)[ \t]*){1,9}$/.test(this.#text.slice(span.end, at))) return false;
    const line = lineStartOf(this.#text, span.start);
    const before = this.#masked.slice(lineStartOf(this.#text, line - 1), line);
    return this.#masked.slice(line, span.start).trim() === '' && (line === 0 || before.trim() === '');
  }
}

function formOf(prefix: string, above: LineKind): Landmark['form'] {
  if (prefix.trim() !== '') return 'nested';
  if (prefix.length > 3 || prefix.includes('\t')) return 'indented';
  if (above === 'html') return 'enclosed';
  if (above === 'text' || above === 'item' || above === 'quote') return 'interrupting';
  return prefix === '' ? 'usual' : 'shifted';
}

/** A heading's words without blanks and closing hashes at the end. Other white space, such as that no line breaks at, is left. */
function withoutHashes(words: string, isTight: boolean): string {
  const end = endOfWords(words, words.length);
  let hashes = end;
  while (words.charAt(hashes - 1) === '#') hashes -= 1;
  const isClosed = hashes === 0 || ' \t'.includes(words.charAt(hashes - 1)) || isTight;
  return words.slice(0, isClosed ? endOfWords(words, hashes) : end);
}

function endOfWords(words: string, from: number): number {
  let end = from;
  while (end > 0 && ' \t'.includes(words.charAt(end - 1))) end -= 1;
  return end;
}

function lineStartOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && !'\n\r'.includes(text.charAt(start - 1))) start -= 1;
  return start;
}
