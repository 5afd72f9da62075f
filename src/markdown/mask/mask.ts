import type { Mask } from '../document.ts';
import { comments } from './comment.ts';
import { type Dialect, type Match, nextLine } from './dialect.ts';
import { erb } from './erb.ts';
import { fill, inTarget, type TargetMask } from './fill.ts';
import { type FrontMatterRegion, frontMatterRegion } from './front-matter.ts';
import { headingAttributes } from './heading-attribute.ts';
import { kramdown } from './kramdown.ts';
import { codeSpans, fenceEnd } from './literal.ts';
import { shortcodeName, shortcodes } from './shortcode.ts';

/** A page whose dialects are masked: what is left is plain markdown with every offset still true. */
export interface MaskedPage {
  /** Same length and line breaks as the page. */
  readonly masked: string;
  /** Ascending and apart. */
  readonly masks: readonly Mask[];
  /** Template code that puts something on the page that only the site generator knows. */
  readonly visible: ReadonlySet<Mask>;
  readonly frontMatter: FrontMatterRegion | null;
}

const MARKS = /[\n\r`<{\\]/g;

/** Masks front matter, shortcodes, ERB, attribute lists, comments, a byte order mark and NUL characters. Never throws. */
export function maskPage(path: string, text: string): MaskedPage {
  const frontMatter = frontMatterRegion(text);
  const found: TargetMask[] = [];
  const add = (kind: Mask['kind'], start: number, end: number, target = false) => {
    found.push({ kind, start, end, target, span: { page: path, start, end } });
  };
  if (text.charCodeAt(0) === 0xfeff) add('bom', 0, 1);
  if (frontMatter !== null) add('front-matter', frontMatter.start, frontMatter.end);
  scan(text, frontMatter?.end ?? 0, (match, start, lineStart) => {
    add(match.kind, start, match.end, inTarget(text, lineStart, start, found.at(-1) ?? null));
  });
  const all = text.includes('\0') ? withNuls(path, text, found) : found;
  const masks = all.map(({ kind, span }): Mask => ({ kind, span }));
  return { masked: fill(text, all), masks, visible: visibleMasks(text, masks), frontMatter };
}

function scan(
  text: string,
  from: number,
  found: (match: Match, start: number, lineStart: number) => void,
): void {
  const afterBrace: readonly Dialect[] = [shortcodes(text), kramdown(text), headingAttributes(text)];
  const afterLess: readonly Dialect[] = [comments(text), erb(text)];
  const codeSpanEnd = codeSpans(text);
  let lineStart = from;
  let at = fenceEnd(text, from) ?? from;
  while (at < text.length) {
    MARKS.lastIndex = at;
    const mark = MARKS.exec(text);
    if (mark === null) return;
    at = mark.index;
    if (mark[0] === '\n' || mark[0] === '\r') {
      lineStart = nextLine(text, at);
      at = fenceEnd(text, lineStart) ?? lineStart;
    } else if (mark[0] === '`') {
      at = codeSpanEnd(at);
    } else if (mark[0] === '\\') {
      at += /[\n\r]/.test(text.charAt(at + 1)) ? 1 : 2;
    } else {
      const match = firstMatch(mark[0] === '{' ? afterBrace : afterLess, text, at, lineStart);
      if (match === null) {
        at += 1;
      } else {
        found(match, at, lineStart);
        lineStart = lastLineStart(text, at, match.end, lineStart);
        at = match.end;
      }
    }
  }
}

function firstMatch(dialects: readonly Dialect[], text: string, at: number, lineStart: number): Match | null {
  for (const dialect of dialects) {
    const match = dialect({ text, at, lineStart });
    if (match !== null) return match;
  }
  return null;
}

/** Start of the line on which a construct over [from, to) ends. */
function lastLineStart(text: string, from: number, to: number, known: number): number {
  for (let at = to; at > from; at -= 1) if ('\n\r'.includes(text.charAt(at - 1))) return at;
  return known;
}

function withNuls(path: string, text: string, found: readonly TargetMask[]): TargetMask[] {
  const all = [...found];
  let index = 0;
  for (const { index: start, 0: run } of text.matchAll(/\0+/g)) {
    while ((found[index]?.end ?? Number.POSITIVE_INFINITY) <= start) index += 1;
    if ((found[index]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    const end = start + run.length;
    all.push({ kind: 'nul', start, end, target: false, span: { page: path, start, end } });
  }
  return all.sort((a, b) => a.start - b.start);
}

function visibleMasks(text: string, masks: readonly Mask[]): Set<Mask> {
  const named = masks
    .filter(({ kind }) => kind === 'shortcode')
    .map((mask) => ({ mask, ...shortcodeName(text.slice(mask.span.start, mask.span.start + 200)) }));
  const pairs = new Set(named.filter(({ closing }) => closing).map(({ name }) => name));
  const visible = new Set<Mask>();
  for (const { mask, name, closing } of named) if (!closing && !pairs.has(name)) visible.add(mask);
  for (const mask of masks) {
    if (mask.kind === 'erb' && text.charAt(mask.span.start + 2) === '=') visible.add(mask);
  }
  return visible;
}
