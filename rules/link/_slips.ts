import type { Document, Link } from '../../src/markdown/document.ts';
import type { Edit } from '../../src/text/edit.ts';
import { type Span, slice } from '../../src/text/span.ts';
import { type Broken, brokenLinks } from './_broken.ts';
import { type Residue, residueOf, takenOut } from './_residue.ts';
import { type TargetSlip, targetSlip } from './_targets.ts';

/** A slip in a link, and what would mend it. */
export interface LinkSlip {
  readonly kind: Broken['kind'] | TargetSlip['kind'] | 'noWords' | 'noTarget';
  readonly span: Span;
  readonly section: number;
  readonly words: string;
  readonly edits: readonly Edit[];
  /** True where the edits are the one right way. */
  readonly sure: boolean;
  /** The words at which the edits let the link begin, or empty. */
  readonly start: string;
}

type Page = Pick<Document, 'path' | 'text' | 'masked' | 'sections' | 'blocks' | 'links' | 'raws'>;

/** Slips that keep a link from being one, and brackets left over beside links that work. */
export function* syntaxSlips({
  path,
  text,
  masked,
  sections,
  blocks,
  links,
  raws,
}: Page): Iterable<LinkSlip> {
  const stretches = [
    ...sections.map(({ titleSpan, index }) => ({ span: titleSpan, section: index })),
    ...blocks.map(({ span, section }) => ({ span, section })),
  ].filter(({ span }) => /[[\]]/.test(slice(masked, span)));
  stretches.sort((a, b) => a.span.start - b.span.start);
  const raw = raws.map(({ span }) => span);
  const taken = takenOut(links, raw);
  const linksAt = new Map(links.map((link) => [link.span.start, link]));
  let next = 0;
  for (const { span, section } of stretches) {
    while (next < taken.length && (taken[next]?.end ?? 0) <= span.start) next += 1;
    let end = next;
    while (end < taken.length && (taken[end]?.start ?? 0) < span.end) end += 1;
    const inside = taken.slice(next, end);
    const residue = residueOf(masked, span, inside);
    const at = (from: number, to: number): Span => ({
      page: path,
      start: span.start + from,
      end: span.start + to,
    });
    for (const { kind, start, end: stop, changes, sure } of brokenLinks(residue)) {
      const edits = changes.map((change) => ({ span: at(change.start, change.end), text: change.text }));
      const words = oneLine(slice(text, at(start, stop)));
      const first = changes[0]?.text === '[' ? words.split('](')[0] : undefined;
      yield { kind, span: at(start, stop), section, words, edits, sure, start: first ?? '' };
    }
    for (const { start } of inside) {
      const link = linksAt.get(start);
      if (link === undefined || link.kind === 'image') continue;
      for (const place of bracketsAround(link.span, span, residue)) {
        const mark = at(place, place + 1);
        const edits = [{ span: mark, text: '' }];
        yield {
          kind: 'doubled',
          span: mark,
          section,
          words: oneLine(link.text),
          edits,
          sure: true,
          start: '',
        };
      }
    }
  }
}

/** Links that work as syntax, but have no words, no target, or a target that cannot be meant. */
export function* wordlessLinks(text: string, links: readonly Link[]): Iterable<LinkSlip> {
  for (const link of links) {
    const { kind, span, section, target, targetSpan, textSpan } = link;
    if (kind === 'autolink' || kind === 'image') continue;
    const found = {
      section,
      words: oneLine(link.text === '' ? target : link.text),
      edits: [],
      sure: true,
      start: '',
    };
    if (kind === 'inline' && target === '') yield { ...found, kind: 'noTarget', span };
    else if (slice(text, textSpan).trim() === '') yield { ...found, kind: 'noWords', span };
    const slip = targetSlip(link);
    if (slip === null || target === '') continue;
    const edits = slip.mended === null ? [] : [{ span: targetSpan, text: slip.mended }];
    yield { ...found, kind: slip.kind, span: targetSpan, edits };
  }
}

/** Offsets of square brackets right before or behind a link that nothing matches. */
function bracketsAround(link: Span, stretch: Span, { text, partners }: Residue): number[] {
  const before = link.start - stretch.start - 1;
  const behind = link.end - stretch.start;
  return [
    ...(text.charAt(before) === '[' && !partners.has(before) ? [before] : []),
    ...(text.charAt(behind) === ']' && !partners.has(behind) ? [behind] : []),
  ];
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
