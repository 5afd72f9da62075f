import { jsonText } from '../../report/json-text.ts';
import { visible } from '../../report/visible.ts';
import type { Position } from '../diff/position.ts';
import type { Action, Plan, SummaryAction } from '../plan/action.ts';

/** A plan as JSON, with a line break at its end. */
export function planJson(plan: Plan): string {
  return jsonText(plan);
}

/** A plan for people; safe for a terminal. */
export function planText({ refs, actions, summary }: Plan): string {
  return [
    `On commit ${refs.headSha.slice(0, 8)}, compared with ${refs.baseSha.slice(0, 8)}:`,
    '',
    ...actions.flatMap(described),
    ...summary.flatMap(described),
    '',
  ].join('\n');
}

function described(action: Action | SummaryAction): string[] {
  const text = 'body' in action && action.body !== null ? quoted(action.body) : [];
  return [`- ${title(action)}`, ...text];
}

function title(action: Action | SummaryAction): string {
  switch (action.kind) {
    case 'create':
      return `start a thread on ${visible(place(action.position))}`;
    case 'keep':
      return `keep thread ${action.thread}`;
    case 'update':
      return `give thread ${action.thread} a new text`;
    case 'resolve':
      return `resolve thread ${action.thread}: ${action.why === 'gone' ? 'its finding is gone' : 'another one says the same'}`;
    case 'reopen':
      return `open thread ${action.thread} again: its finding is there`;
    case 'remove':
      return `delete thread ${action.thread}: another one says the same`;
    case 'leave':
      return `leave thread ${action.thread} resolved, as a person did that`;
    case 'fold':
      return `tell finding ${action.fingerprints.join(', ')} in the summary: ${action.why === 'limit' ? 'there are threads enough' : 'the change has not written its line, or GitLab shows none of its file'}`;
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

function place(position: Position): string {
  return position.kind === 'line' ? `${position.newPath}:${position.newLine}` : position.newPath;
}

function quoted(body: string): string[] {
  return body.split('\n').map((line) => `    ${visible(line)}`.trimEnd());
}
