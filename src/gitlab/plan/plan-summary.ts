import type { Thread } from '../thread.ts';
import type { SummaryAction } from './action.ts';
import { readMarker } from './marker.ts';
import { type ReviewState, readState } from './review-state.ts';

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
  const [stays, ...others] = ownSummaries(threads, self);
  if (stays === undefined) return isNeeded ? [{ kind: 'create-summary', body }] : [];
  const { note, marker } = stays;
  const wanted = readMarker(body);
  const isSame =
    wanted?.kind === 'summary' && wanted.digest === marker.digest && wanted.state === marker.state;
  return [
    isSame ? { kind: 'keep-summary', note } : { kind: 'update-summary', note, body },
    ...others.flatMap((other): SummaryAction[] =>
      other.isOurs ? [{ kind: 'remove-summary', note: other.note }] : [],
    ),
  ];
}

/** What the last review left; null where there is no summary, or one of another version of the program. */
export function lastState(threads: readonly Thread[], self: number): ReviewState | null {
  const [stays] = ownSummaries(threads, self);
  return stays === undefined ? null : readState(stays.marker.state);
}

/** Oldest first. */
function ownSummaries(threads: readonly Thread[], self: number) {
  return threads
    .flatMap(({ notes }) => {
      const [first] = notes;
      const marker = first === undefined ? null : readMarker(first.body);
      if (first?.author !== self || first.isSystem || marker?.kind !== 'summary') return [];
      return [{ note: first.id, marker, isOurs: notes.every(({ author }) => author === self) }];
    })
    .sort((a, b) => a.note - b.note);
}
