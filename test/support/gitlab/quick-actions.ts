import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Names of commands, those that mean nothing on merge requests included: they are cut out all the same. */
const commandNames = new Set(
  'approve assign assign_reviewer unassign unassign_reviewer award react close cc copy_metadata done draft due epic estimate label labels lock merge milestone ready rebase relabel remove_due_date remove_estimate remove_label remove_milestone reopen request_changes reviewer spend spent submit_review subscribe target_branch time title todo unapprove unlabel unlock unsubscribe wip shrug tableflip'.split(
    ' ',
  ),
);

const processor = unified().use(remarkParse).use(remarkGfm);

export interface Extracted {
  /** The text without the lines of commands. */
  readonly text: string;
  readonly commands: readonly string[];
}

/**
 * Cuts commands out of a comment. They are looked for in paragraphs that stand on the top level of the document, at the start of lines,
 * not within inline code.
 */
export function extractCommands(body: string): Extracted {
  const quoted = linesInQuoteBlocks(body);
  const lines = body.split('\n');
  const tree: Root = processor.parse(body);
  const commands: string[] = [];
  const cut = new Set<number>();
  for (const node of tree.children) {
    if (node.type !== 'paragraph' || !node.position) continue;
    const code = codeRanges(node);
    for (let line = node.position.start.line; line <= node.position.end.line; line += 1) {
      const text = lines[line - 1] ?? '';
      const name = /^\/([a-z_]+)(?=[ \t]|$)/iu.exec(text.trimEnd())?.[1]?.toLowerCase();
      if (name === undefined || !commandNames.has(name) || quoted.has(line)) continue;
      if (code.some(([first, last]) => line > first && line <= last)) continue;
      commands.push(text.trim());
      cut.add(line);
    }
  }
  if (cut.size === 0) return { text: body, commands };
  return {
    text: lines
      .filter((_, index) => !cut.has(index + 1))
      .join('\n')
      .trim(),
    commands,
  };
}

/** First and last line of the code that a paragraph holds. */
function codeRanges(node: RootContent): [number, number][] {
  if (node.type === 'inlineCode' && node.position)
    return [[node.position.start.line, node.position.end.line]];
  return 'children' in node ? node.children.flatMap(codeRanges) : [];
}

/** Lines between two lines of `>>>`, GitLab's own way to quote. */
function linesInQuoteBlocks(body: string): Set<number> {
  const found = new Set<number>();
  let open: number | null = null;
  body.split('\n').forEach((text, index) => {
    if (text.trimEnd() !== '>>>') return;
    if (open === null) open = index;
    else {
      for (let line = open; line <= index; line += 1) found.add(line + 1);
      open = null;
    }
  });
  return found;
}
