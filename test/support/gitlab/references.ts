import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm);

/** What GitLab makes links of, and tells people about: names, groups, numbers, labels. Not in code, links and HTML, and not after `\`. */
export function referencesIn(body: string): string[] {
  let text = body;
  const blank = (node: Nodes): void => {
    if (['code', 'inlineCode', 'html', 'link', 'linkReference', 'definition'].includes(node.type)) {
      const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
    } else if ('children' in node) node.children.forEach(blank);
  };
  blank(processor.parse(body));
  return Array.from(
    text.matchAll(/(?<![\w\\/.&])(?:@[a-z0-9][\w.-]*|[#!&$%]\d+|~[a-z]\w*)/giu),
    ([reference]) => reference,
  );
}
