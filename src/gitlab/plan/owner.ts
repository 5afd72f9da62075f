import { createHash } from 'node:crypto';
import type { Note } from '../thread.ts';
import { type Marker, readMarker } from './marker.ts';

/** Whose notes a review looks after. */
export interface Owner {
  /** Id of the user that we write as. A marker in a note of anybody else means nothing. */
  readonly self: number;
  /** Tells the notes of one review from those of another one in the same merge request: of another site, by another config. */
  readonly scope: string;
}

/** The scope of a review. @param name what tells it from others */
export function scopeOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}

/** The marker of a note that is the owner's to look after; null for all others. */
export function ownMarker(note: Note | undefined, { self, scope }: Owner): Marker | null {
  if (note === undefined || note.author !== self || note.isSystem) return null;
  const marker = readMarker(note.body);
  return marker === null || (marker.scope !== null && marker.scope !== scope) ? null : marker;
}
