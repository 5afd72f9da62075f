import { LineIndex } from '../text/line-index.ts';
import type { PageToLint } from './check.ts';
import type { Notice } from './finding.ts';

/** Says which pages have lines that no rule has looked at, since they are not read as running text; one notice a page. */
export function unreadNotices(pages: readonly PageToLint[]): Notice[] {
  return pages.flatMap(({ facts, settings }): Notice[] => {
    const { path, unread } = facts;
    const [first] = unread;
    if (first === undefined || settings.size === 0) return [];
    // Only now, for the text may have to be read from its file.
    const { line } = new LineIndex(facts.text).position(first.start);
    const where =
      unread.length === 1
        ? `Line ${line} of this page was`
        : `${unread.length} lines of this page, the first of them line ${line}, were`;
    const message =
      `${where} not checked: more than 40,000 characters, or 3,000 brackets and asterisks, stand there ` +
      `without a break, or more than 60 lists and quotes within each other. The rest of the page was.`;
    return [{ kind: 'page-unread', message, file: path, line }];
  });
}
