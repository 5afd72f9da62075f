import type { Severity } from '../../lint/finding.ts';
import type { Position } from '../diff/position.ts';

/** What one thread is to speak of: a finding, or several that one repair mends. */
export interface Subject {
  /** At least one. */
  readonly fingerprints: readonly string[];
  /** The worst of theirs. */
  readonly severity: Severity;
  /** Null where the change has no diff of its file. */
  readonly position: Position | null;
  /** Text of its thread, marker included. */
  readonly body: string;
  /** The same with a suggestion, which is right on the line of `position` alone; null where there is none. */
  readonly suggesting: string | null;
}
