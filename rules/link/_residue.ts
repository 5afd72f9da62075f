import type { Link } from '../../src/markdown/document.ts';
import type { Span } from '../../src/text/span.ts';

/** Stands where a link that works, code or raw HTML was taken out of the text. */
export const TAKEN = '\ue000';

/** Running text without its links that work, so that brackets left over are those of broken ones. Offsets are those of the page. */
export interface Residue {
  readonly text: string;
  /** Offset in the page of the first unit. */
  readonly offset: number;
  /** For each square bracket, the offset in `text` of the one that matches it. */
  readonly partners: ReadonlyMap<number, number>;
  /** Closing round brackets that nothing opened. */
  readonly extraParens: ReadonlySet<number>;
}

/** @param masked the page's text without what is not markdown; `taken` are in order and lie in the page */
export function residueOf(masked: string, { start, end }: Span, taken: readonly Span[]): Residue {
  const pieces: string[] = [];
  let at = start;
  for (const span of taken) {
    if (span.end <= at || span.start >= end) continue;
    pieces.push(
      masked.slice(at, Math.max(at, span.start)),
      TAKEN.repeat(Math.min(end, span.end) - Math.max(at, span.start)),
    );
    at = Math.min(end, span.end);
  }
  pieces.push(masked.slice(at, end));
  // Escaped brackets are text; square ones may still be halves of a pair.
  const text = pieces
    .join('')
    .replace(/\\([[\]])/g, '\ue001$1')
    .replace(/\\[()\\]/g, '\ue001\ue001');
  return { text, offset: start, ...pairs(text) };
}

function pairs(text: string): Pick<Residue, 'partners' | 'extraParens'> {
  const partners = new Map<number, number>();
  const extraParens = new Set<number>();
  const square: number[] = [];
  let round = 0;
  for (const match of text.matchAll(/[[\]()]/g)) {
    const at = match.index;
    if (match[0] === '[') square.push(at);
    else if (match[0] === '(') round += 1;
    else if (match[0] === ')') {
      if (round === 0) extraParens.add(at);
      else round -= 1;
    } else {
      const open = square.pop();
      if (open === undefined) continue;
      partners.set(open, at);
      partners.set(at, open);
    }
  }
  return { partners, extraParens };
}

/** Links, code and HTML that stand in a stretch, outermost only, in order. Bare addresses stay: they may be halves of broken links. */
export function takenOut(links: readonly Link[], others: readonly Span[]): Span[] {
  const spans = [...links.filter(({ kind }) => kind !== 'autolink').map(({ span }) => span), ...others];
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** True for what can only be a target: an address, a path, an anchor. */
export function isTarget(text: string): boolean {
  return /^<?(?:https?:|\/[\w#]|#[\w-]|\.{1,2}\/|mailto:|www\.|_{4,}|[\w-]+(?:\/[\w.-]+)+\/)/i.test(text);
}

/** How far words that belong to a link are looked for, in UTF-16 units. */
export const reach = 1000;

/** No real target is longer; without a limit, a hostile page could make every bracket look to its end. */
const longestTarget = 4000;

/** Where a target that begins at `from` ends: before a blank, or before the bracket that closes more than was opened. */
export function targetEnd(text: string, from: number): number {
  let depth = 0;
  let at = from;
  for (; at < text.length && at - from < longestTarget; at += 1) {
    const unit = text.charAt(at);
    if (/\s/.test(unit) || unit === TAKEN) break;
    if (unit === '(') depth += 1;
    else if (unit === ')' && depth === 0) break;
    else if (unit === ')') depth -= 1;
  }
  return at;
}
