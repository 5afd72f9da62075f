import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Plugin, unified } from 'unified';
import { type Cut, CutMap } from './limits.ts';

/**
 * GFM's literal autolinks are found twice: by the tokenizer, and again in the finished tree, where the pieces lose
 * their positions. Everything here lives on positions, so the second search is taken out.
 */
const positionsOnly: Plugin = function () {
  for (const extension of this.data().fromMarkdownExtensions?.flat() ?? []) delete extension.transforms;
};

const plain = unified().use(remarkParse).freeze();
const gfm = unified().use(remarkParse).use(remarkGfm).use(positionsOnly).freeze();

/** What some part of GFM may take for its own. */
const needsGfm = /[|~@]|www\.|https?:|\[\^|\[[ xX]\]/i;

/** Links whose target no part of GFM looks at, because they are sure to be links: nothing in them could end them early. */
const surelyLinks = /(?<!\\)(\[[^[\]\n`<\\]*\])\(https?:\/\/[^\s()<>\\\p{Cc}]*\)/giu;

/** GFM costs a third of the time, and most pages cannot use it. */
function mayUseGfm(masked: string): boolean {
  return needsGfm.test(masked) && needsGfm.test(masked.replace(surelyLinks, '$1'));
}

/**
 * Parses markdown (CommonMark, with GFM's tables, footnotes, task lists and autolinks) without the lines in `cuts`, which
 * stay as empty lines. Offsets are those of `masked`; lines and columns are not to be used.
 */
export function parseMarkdown(masked: string, cuts: readonly Cut[] = []): Root {
  const parser = mayUseGfm(masked) ? gfm : plain;
  if (cuts.length === 0) return parser.parse(masked);
  const map = new CutMap(cuts);
  const root = parser.parse(map.shorten(masked));
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const point of [node.position?.start, node.position?.end]) {
      if (point?.offset !== undefined) point.offset = map.restore(point.offset);
    }
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  return root;
}

/** Offset of a node's first unit. */
export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** Offset after a node's last unit. */
export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

const references = new Map<string, string>();

/** What a character reference (`&amp;`, `&#38;`) stands for; the reference itself where there is no such name. */
export function decodeReference(reference: string): string {
  const known = references.get(reference);
  if (known !== undefined) return known;
  const paragraph = plain.parse(`.${reference}.`).children[0];
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  const decoded = text?.type === 'text' ? text.value.slice(1, -1) : reference;
  // Names are few, but a hostile page could invent many.
  if (references.size < 4000) references.set(reference, decoded);
  return decoded;
}
