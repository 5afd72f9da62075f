import type { Definition, Nodes, Root } from 'mdast';
import type { Span } from '../text/span.ts';
import { readBlocks } from './blocks.ts';
import type { Document, Raw, Section } from './document.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Cut, PageTooLong, unreadable } from './limits.ts';
import { nextLine } from './mask/dialect.ts';
import { maskPage } from './mask/mask.ts';
import { Page } from './page.ts';
import { parseMarkdown } from './parse.ts';
import { readSections, sectionAt } from './sections.ts';

/**
 * Reads all facts of one page's markdown. Any text is a page, but for its length. Lines that no parser gets through in
 * reasonable time (see `unreadable`) are blanked and stand in `unread`, and in `raws` as code.
 * @param path path of the page, relative to the root that is linted, with `/` separators; it goes into the spans
 * @throws PageTooLong where more than 1,000,000 units are to be parsed
 */
export function readDocument(path: string, text: string): Document {
  const masking = maskPage(path, text);
  const cuts = unreadable(masking.masked);
  if (cuts === null) throw new PageTooLong();
  const root = parseMarkdown(masking.masked, cuts);
  const masked = withoutCuts(masking.masked, cuts);
  const page = new Page(path, text, { ...masking, masked }, definitions(root));
  const { frontMatter } = masking;
  const bodyStart = frontMatter ? nextLine(text, frontMatter.end) : text.startsWith('\ufeff') ? 1 : 0;
  const sections = readSections(root, page, bodyStart);
  const { blocks, items, links, tables, raws } = readBlocks(root, page, sections);
  const unread = cuts
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .map(({ start, end }) => page.span(start, end));
  return {
    path,
    text,
    masked,
    frontMatter: frontMatter && readFrontMatter(path, text, frontMatter),
    masks: masking.masks,
    sections,
    blocks,
    items,
    links,
    tables,
    raws: [...raws, ...unread.map((span) => codeAt(span, sections))].sort(
      (a, b) => a.span.start - b.span.start,
    ),
    unread,
  };
}

/** The same; null for a page that is too long, where whoever lints the page says so. */
export function readIfShort(path: string, text: string): Document | null {
  try {
    return readDocument(path, text);
  } catch (error) {
    if (error instanceof PageTooLong) return null;
    throw error;
  }
}

function withoutCuts(masked: string, cuts: readonly Cut[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of cuts) {
    result += masked.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return result + masked.slice(at);
}

function codeAt(span: Span, sections: readonly Section[]): Raw {
  return { kind: 'code', span, section: sectionAt(sections, span.start) };
}

/** Link definitions by label; the first of a label counts, as CommonMark says. */
function definitions(root: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    // Definitions stand in flow content only.
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') {
      for (const child of [...node.children].reverse()) stack.push(child);
    }
  }
  return found;
}
