import type { Nodes } from 'mdast';
import type { Link } from './document.ts';
import { inlineText } from './inline-text.ts';
import type { Page } from './page.ts';
import { endOf, startOf } from './parse.ts';

type Found = Omit<Link, 'index' | 'section' | 'block'>;

/** Reads the links and images in phrasing content, in the order in which they begin. */
export function readLinks(nodes: readonly Nodes[], page: Page): readonly Found[] {
  const found: Found[] = [];
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const link = readLink(node, page);
    if (link !== null) found.push(link);
    if ('children' in node) for (const child of [...node.children].reverse()) stack.push(child);
  }
  return found;
}

function readLink(node: Nodes, page: Page): Found | null {
  const start = startOf(node);
  const end = endOf(node);
  const span = page.span(start, end);
  switch (node.type) {
    case 'link': {
      const text = inlineText(node.children, page).text;
      const mark = page.masked.charAt(start);
      if (mark !== '[') {
        const inner = mark === '<' ? page.span(start + 1, end - 1) : span;
        return {
          kind: 'autolink',
          span,
          text,
          textSpan: inner,
          target: sourceOf(page, inner),
          targetSpan: inner,
        };
      }
      const lastChild = node.children.at(-1);
      const close = page.masked.indexOf(']', lastChild === undefined ? start + 1 : endOf(lastChild));
      return {
        kind: 'inline',
        span,
        text,
        textSpan: page.span(start + 1, close),
        ...target(page, close + 2, end - 1),
      };
    }
    case 'image': {
      const close = closingBracket(page.masked, start + 2, end);
      const textSpan = page.span(start + 2, close);
      return { kind: 'image', span, text: node.alt ?? '', textSpan, ...target(page, close + 2, end - 1) };
    }
    case 'linkReference': {
      const lastChild = node.children.at(-1);
      const close = page.masked.indexOf(']', lastChild === undefined ? start + 1 : endOf(lastChild));
      const text = inlineText(node.children, page).text;
      const textSpan = page.span(start + 1, Math.min(close, end));
      return { kind: 'reference', span, text, textSpan, ...definedTarget(page, node.identifier, end) };
    }
    case 'imageReference': {
      const textSpan = page.span(start + 2, closingBracket(page.masked, start + 2, end));
      return {
        kind: 'image',
        span,
        text: node.alt ?? '',
        textSpan,
        ...definedTarget(page, node.identifier, end),
      };
    }
    default:
      return null;
  }
}

function sourceOf(page: Page, { start, end }: { readonly start: number; readonly end: number }): string {
  return page.text.slice(start, end);
}

/** Offset of the bracket that closes the one before `from`. Inner brackets are balanced or escaped, or it were no image. */
function closingBracket(masked: string, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at += 1) {
    const unit = masked.charAt(at);
    if (unit === '\\') at += 1;
    else if (unit === '[') depth += 1;
    else if (unit === ']') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return Math.max(from, end - 1);
}

/** The target that stands in [from, end), before a title. */
function target(page: Page, from: number, end: number): Pick<Link, 'target' | 'targetSpan'> {
  let start = Math.min(from, end);
  while (start < end && ' \t\n\r'.includes(page.masked.charAt(start))) start += 1;
  const bracketed = page.masked.charAt(start) === '<';
  if (bracketed) start += 1;
  let at = start;
  for (; at < end; at += 1) {
    const unit = page.masked.charAt(at);
    if (unit === '\\') at += 1;
    else if (bracketed ? unit === '>' : ' \t\n\r'.includes(unit)) break;
  }
  const targetSpan = page.span(start, Math.min(at, Math.max(start, end)));
  return { target: sourceOf(page, targetSpan), targetSpan };
}

function definedTarget(
  page: Page,
  identifier: string,
  fallback: number,
): Pick<Link, 'target' | 'targetSpan'> {
  const definition = page.definitions.get(identifier);
  if (definition === undefined) return { target: '', targetSpan: page.span(fallback, fallback) };
  const start = startOf(definition);
  const end = endOf(definition);
  return target(page, closingBracket(page.masked, start + 1, end) + 2, end);
}
