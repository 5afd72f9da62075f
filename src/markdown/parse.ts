import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Plugin, unified } from 'unified';

/**
 * GFM's literal autolinks are found twice: by the tokenizer, and again in the finished tree, where the pieces lose
 * their positions. Everything here lives on positions, so the second search is taken out.
 */
const positionsOnly: Plugin = function () {
  for (const extension of this.data().fromMarkdownExtensions?.flat() ?? []) delete extension.transforms;
};

const plain = unified().use(remarkParse).freeze();
const gfm = unified().use(remarkParse).use(remarkGfm).use(positionsOnly).freeze();

// GFM costs a third of the time; most pages cannot use it.
const NEEDS_GFM = /[|~@]|www\.|https?:|\[\^|\[[ xX]\]/i;

/** Parses markdown (CommonMark, with GFM's tables, footnotes, task lists and autolinks). Offsets are those of `masked`. */
export function parseMarkdown(masked: string): Root {
  return (NEEDS_GFM.test(masked) ? gfm : plain).parse(masked);
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
