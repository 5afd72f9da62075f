import { isAnswered, type Thread } from '../thread.ts';
import type { SummaryAction } from './action.ts';
import { readMarker } from './marker.ts';
import { type Owner, ownMarker } from './owner.ts';
import { type ReviewState, readState } from './review-state.ts';

/**
 * What is to be done so that one summary stands, the oldest one.
 * @param body its text, marker included
 * @param isNeeded false where it says nothing that anybody must know: then one that stands is kept up to date, and none is started
 */
export function planSummary(
  threads: readonly Thread[],
  owner: Owner,
  body: string,
  isNeeded = true,
): SummaryAction[] {
  const [stays, ...others] = ownSummaries(threads, owner);
  if (stays === undefined) return isNeeded ? [{ kind: 'create-summary', body }] : [];
  const { note, marker } = stays;
  const wanted = readMarker(body);
  const isSame =
    wanted?.kind === 'summary' &&
    wanted.digest === marker.digest &&
    wanted.state === marker.state &&
    wanted.scope === marker.scope;
  return [
    isSame ? { kind: 'keep-summary', note } : { kind: 'update-summary', note, body },
    ...others.flatMap((other): SummaryAction[] =>
      other.isOurs ? [{ kind: 'remove-summary', note: other.note }] : [],
    ),
  ];
}

/** What the last review left; null where there is no summary, or one of another version of the program. */
export function lastState(threads: readonly Thread[], owner: Owner): ReviewState | null {
  const [stays] = ownSummaries(threads, owner);
  return stays === undefined ? null : readState(stays.marker.state);
}

/** Oldest first. */
function ownSummaries(threads: readonly Thread[], owner: Owner) {
  return threads
    .flatMap((thread) => {
      const [first] = thread.notes;
      const marker = ownMarker(first, owner);
      if (first === undefined || marker?.kind !== 'summary') return [];
      return [{ note: first.id, marker, isOurs: !isAnswered(thread) }];
    })
    .sort((a, b) => a.note - b.note);
}
