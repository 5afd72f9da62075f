import type { Change } from './changes.ts';
import type { ReplayedRequest } from './merge-request.ts';

/** The summary and the threads of a merge request, in the order of their lines, each below the line of the page it stands on. */
export function shownComments(change: Change, request: ReplayedRequest): string {
  const lines = change.after.split('\n');
  const threads = request
    .threads()
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ line, body }) => {
      const place = line === null ? 'On the file' : `Line ${line}`;
      const text = line === null ? '' : `\n\n    ${lines[line - 1] ?? ''}`;
      return `## ${place}${text}\n\n${withoutMarker(body)}`;
    });
  return [`# ${change.name}: ${change.path}`, ...request.summaries().map(withoutMarker), ...threads, ''].join(
    '\n\n',
  );
}

const withoutMarker = (body: string): string => body.replace(/\s*<!-- jobfam-lint:[^\n]*-->\s*$/u, '');
