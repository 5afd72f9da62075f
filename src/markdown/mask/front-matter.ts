import { lineEnd, nextLine } from './dialect.ts';

/** Where front matter stands, before anybody reads it. */
export interface FrontMatterRegion {
  readonly language: 'yaml' | 'toml';
  /** Offsets of the whole, delimiters included, final line break excluded. */
  readonly start: number;
  readonly end: number;
  /** Offsets of what stands between the delimiters. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** False where the closing delimiter is missing; the region is then the opening line alone. */
  readonly closed: boolean;
}

const KEY = /^(?:"[^"\n\r]+"|'[^'\n\r]+'|[A-Za-z_][\w .-]*)[ \t]*:(?:[ \t]|$)/;

/** Finds front matter at the top of a page (after a byte order mark), or null. */
export function frontMatterRegion(text: string): FrontMatterRegion | null {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const openEnd = lineEnd(text, start);
  const opening = text.slice(start, Math.min(openEnd, start + 100)).trimEnd();
  if (opening !== '---' && opening !== '+++') return null;
  const language = opening === '---' ? 'yaml' : 'toml';
  const bodyStart = nextLine(text, openEnd);
  // A page may also begin with a thematic break. Front matter is told from it by its keys, or, where it is broken,
  // by being one compact stretch of lines.
  let keys = false;
  let compact = true;
  for (let at = bodyStart; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, Math.min(end, at + 300));
    if (line.trimEnd() === opening) {
      if (!keys && !compact && language === 'yaml') return null;
      return { language, start, end, bodyStart, bodyEnd: at, closed: true };
    }
    if (KEY.test(line)) keys = true;
    if (line.trim() === '') compact = false;
    at = nextLine(text, end);
  }
  const second = text.slice(bodyStart, Math.min(lineEnd(text, bodyStart), bodyStart + 300));
  if (language === 'toml' || !KEY.test(second)) return null;
  return { language, start, end: openEnd, bodyStart, bodyEnd: bodyStart, closed: false };
}
