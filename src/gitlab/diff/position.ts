/**
 * Where a thread is to stand; the commits come from the plan. Both paths are always given: for files that were not renamed, the
 * same twice.
 */
export type Position = LinePosition | FilePosition;

export interface LinePosition {
  readonly kind: 'line';
  readonly oldPath: string;
  readonly newPath: string;
  /** Line (from 1) before the change; null for a line that the change adds. Lines that it removes never carry a thread. */
  readonly oldLine: number | null;
  /** Line (from 1) after the change. */
  readonly newLine: number;
}

/** The file as a whole (`position_type: "file"`), where none of its lines can carry a thread. */
export interface FilePosition {
  readonly kind: 'file';
  readonly oldPath: string;
  readonly newPath: string;
}
