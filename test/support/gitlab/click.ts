import type { Code, Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { LineSuggestion } from '../../../src/gitlab/diff/suggestion.ts';
import type { Note, User } from './model.ts';

/** What GitLab makes of a file when somebody clicks: written from its own description, by lines that keep their ends. */
export function applied(text: string, { line, above, below, content }: LineSuggestion): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  const range = lines.slice(line - 1 - above, line + below);
  const end = /\r?\n$/u.exec(range.at(-1) ?? '')?.[0] ?? '';
  const put = content.trim() === '' ? '' : `${content}${end}`;
  return [...lines.slice(0, line - 1 - above), put, ...lines.slice(line + below)].join('');
}

/** Marks that somebody has clicked: GitLab resolves the thread then, in their name. The push with the new text is another matter. */
export function markApplied(note: Note, by: User, at: string): void {
  note.isApplied = true;
  note.resolvedBy = by;
  note.resolvedAt = at;
}

/** The suggestions in a comment, as GitLab reads them. @param line that the comment stands on */
export function suggestionsIn(body: string, line: number): LineSuggestion[] {
  return codesIn(unified().use(remarkParse).parse(body)).flatMap(({ lang, value }) => {
    if (lang?.split(':')[0] !== 'suggestion') return [];
    const [, above, below] = /^suggestion:-(\d+)\+(\d+)$/u.exec(lang) ?? [];
    const clamped = (count: string | undefined) => Math.min(100, Number(count ?? 0));
    return [{ line, above: clamped(above), below: clamped(below), content: value }];
  });
}

function codesIn(node: Nodes): Code[] {
  if (node.type === 'code') return [node];
  return 'children' in node ? node.children.flatMap(codesIn) : [];
}
