import type { Seniority, Track } from '../../model/facts.ts';

/** A grade (`7`) or a range of grades (`"7-8"`). */
export type LadderGrade = number | string;

export type LadderTracks = Readonly<
  Partial<Record<Track, Readonly<Partial<Record<Seniority, LadderGrade>>>>>
>;

/** Families with grades of their own. It names pages, families, or both. */
export interface LadderException extends LadderTracks {
  /** Globs of pages, relative to the config's `base`. */
  readonly families?: readonly string[];
  /** Names of families, as the titles of their pages say them; case and punctuation do not count. */
  readonly names?: readonly string[];
  readonly reason: string;
}

export interface Ladder extends LadderTracks {
  /** Whether grades that are not written down are derived from what most families state. */
  readonly infer?: boolean;
  /** Of several that hold for a page by its path, the last one alone counts. */
  readonly exceptions?: readonly LadderException[];
}

/** What a config says of the ladder; the word alone is short for `infer: true`. */
export type WrittenLadder = 'infer' | Ladder;

export function ladderOf(written: WrittenLadder): Ladder {
  return written === 'infer' ? { infer: true } : written;
}

/** Whether any grade is written down, for all families or for some. */
export function hasGrades({ individual, management, exceptions = [] }: Ladder): boolean {
  return [{ individual, management }, ...exceptions].some((tracks) =>
    [tracks.individual, tracks.management].some((grades) => Object.keys(grades ?? {}).length > 0),
  );
}
