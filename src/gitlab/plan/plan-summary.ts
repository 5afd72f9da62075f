import type { Thread } from '../thread.ts';
import type { SummaryAction } from './action.ts';
import { readMarker } from './marker.ts';

/**
 * What is to be done so that one summary stands, the oldest one.
 * @param body its text, marker included
 * @param isNeeded false where it says nothing that anybody must know: then one that stands is kept up to date, and none is started
 */
export function planSummary(
  threads: readonly Thread[],
  self: number,
  body: string,
  isNeeded = true,
): SummaryAction[] {
  const own = threads.flatMap(({ notes }) => {
    const [first] = notes;
    const marker = first === undefined ? null : readMarker(first.body);
    if (first?.author !== self || first.isSystem || marker?.kind !== 'summary') return [];
    return [{ note: first.id, digest: marker.digest, isOurs: notes.every(({ author }) => author === self) }];
  });
  const [stays, ...others] = own.sort((a, b) => a.note - b.note);
  if (stays === undefined) return isNeeded ? [{ kind: 'create-summary', body }] : [];
  const { note } = stays;
  const isSame = readMarker(body)?.digest === stays.digest;
  return [
    isSame ? { kind: 'keep-summary', note } : { kind: 'update-summary', note, body },
    ...others.flatMap((other): SummaryAction[] =>
      other.isOurs ? [{ kind: 'remove-summary', note: other.note }] : [],
    ),
  ];
}
