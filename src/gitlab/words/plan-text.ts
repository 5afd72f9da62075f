import { jsonText } from '../../report/json-text.ts';
import { visible } from '../../report/visible.ts';
import type { Position } from '../diff/position.ts';
import type { Action, Plan, SummaryAction } from '../plan/action.ts';
import { withoutMarker } from '../plan/marker.ts';

/** A plan as JSON, with a line break at its end. */
export function planJson(plan: Plan): string {
  return jsonText(plan);
}

/** Where findings and threads stand, as `path:line`, by fingerprint and by id. */
export type Places = ReadonlyMap<string, string>;

/** A plan for people; safe for a terminal. */
export function planText({ refs, actions, summary }: Plan, places: Places): string {
  const described = (action: Action | SummaryAction): string[] => {
    const text = 'body' in action && action.body !== null ? quoted(action.body) : [];
    return [`- ${visible(title(action, places))}`, ...text];
  };
  return [
    `On commit ${refs.headSha.slice(0, 8)}, compared with ${refs.baseSha.slice(0, 8)}:`,
    '',
    ...actions.flatMap(described),
    ...summary.flatMap(described),
    '',
  ].join('\n');
}

function title(action: Action | SummaryAction, places: Places): string {
  const thread = 'thread' in action ? threadAt(action.thread, places) : '';
  switch (action.kind) {
    case 'create':
      return `start a thread on ${place(action.position)}`;
    case 'keep':
      return `keep ${thread}`;
    case 'update':
      return `give ${thread} a new text`;
    case 'resolve':
      return `resolve ${thread}: ${action.why === 'gone' ? 'its finding is gone' : 'another one says the same'}`;
    case 'reopen':
      return `open ${thread} again: its finding is there`;
    case 'remove':
      return `delete ${thread}: another one says the same`;
    case 'leave':
      return `leave ${thread} resolved, as a person did that`;
    case 'fold':
      return `tell ${findingsAt(action.fingerprints, places)} in the summary: ${action.why === 'limit' ? 'there are threads enough' : 'the change has not written its line, or GitLab shows none of its file'}`;
    case 'create-summary':
      return 'write the summary';
    case 'update-summary':
      return 'write the summary anew';
    case 'keep-summary':
      return 'keep the summary';
    case 'remove-summary':
      return 'delete the second summary';
  }
}

/** A thread that stands nowhere any more is known by its id. */
function threadAt(id: string, places: Places): string {
  const at = places.get(id);
  return at === undefined ? `thread ${id}` : `the thread on ${at}`;
}

function findingsAt(prints: readonly string[], places: Places): string {
  const all = [...new Set(prints.map((print) => places.get(print) ?? print))];
  return `${prints.length === 1 ? 'the finding' : 'the findings'} on ${all.join(', ')}`;
}

function place(position: Position): string {
  return position.kind === 'line' ? `${position.newPath}:${position.newLine}` : position.newPath;
}

/** As GitLab shows it: without the marker. */
function quoted(body: string): string[] {
  return withoutMarker(body)
    .split('\n')
    .map((line) => `    ${visible(line)}`.trimEnd());
}
